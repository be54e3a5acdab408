//! What a publisher says of the categories of a dimension, in `codes/DIMENSION.csv` beside the settings: their
//! names by language, other names that readers type, their order, what each is a part of, how it is defined.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use crate::cube::{CatIx, Category, Code, Dimension, EverydayName, Id, Label};
use crate::publish::error::SiteError;
use crate::tabular::composed;

/// What is said of one category.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Said {
    line: u64,
    /// By language; of no language that of the dataset.
    labels: Vec<(Option<String>, String)>,
    /// Other names that readers type.
    names: Vec<String>,
    order: Option<u32>,
    parent: Option<String>,
    definition: Option<String>,
}

/// What stands between the other names of a category.
const BETWEEN_NAMES: char = '|';

/// What is said of the categories of one dimension, by their codes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct CodeList {
    /// Where it stands, relative to the folder of the site.
    path: String,
    said: BTreeMap<String, Said>,
}

/// The lists in a folder, by the ids of their dimensions. `path`: how the folder is called in what is found.
pub(super) fn code_lists(
    folder: &Path,
    path: &str,
) -> Result<BTreeMap<String, CodeList>, SiteError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(BTreeMap::new()),
        Err(error) => return Err(SiteError::read(folder)(error)),
    };
    let mut lists = BTreeMap::new();
    for entry in entries {
        let file = entry.map_err(SiteError::read(folder))?.path();
        let is_csv = file.extension().is_some_and(|it| it == "csv");
        let Some(id) = file
            .file_stem()
            .and_then(|it| it.to_str())
            .filter(|_| is_csv)
        else {
            continue;
        };
        let bytes = fs::read(&file).map_err(SiteError::read(&file))?;
        let path = format!("{path}/{id}.csv");
        lists.insert(id.to_owned(), code_list(path, &bytes)?);
    }
    Ok(lists)
}

fn code_list(path: String, bytes: &[u8]) -> Result<CodeList, SiteError> {
    let unfit = |line: u64, expected: String| SiteError::Unfit {
        path: path.clone(),
        member: format!("line {line}"),
        expected,
    };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .from_reader(bytes);
    let heading = reader
        .headers()
        .map_err(|error| unfit(1, format!("a row that names the columns; {error}")))?
        .clone();
    let known = |name: &str| {
        matches!(
            name,
            "code" | "label" | "names" | "order" | "parent" | "definition"
        ) || name.starts_with("label.")
    };
    if let Some(name) = heading.iter().find(|name| !known(name)) {
        let expected = "columns code, label, label.LANGUAGE, names, order, parent, definition";
        return Err(unfit(1, format!("{expected}, found \"{name}\"")));
    }
    let mut said = BTreeMap::new();
    for record in reader.records() {
        let record = record.map_err(|error| {
            let line = error.position().map_or(1, csv::Position::line);
            unfit(line, format!("as many fields as columns; {error}"))
        })?;
        let mut one = Said {
            line: record.position().map_or(1, csv::Position::line),
            ..Said::default()
        };
        let mut code = String::new();
        for (name, text) in heading
            .iter()
            .zip(&record)
            .filter(|(_, text)| !text.is_empty())
        {
            let text = composed(text).into_owned();
            match name {
                "code" => code = text,
                "label" => one.labels.push((None, text)),
                "names" => {
                    let names = text.split(BETWEEN_NAMES).map(str::trim);
                    one.names = names
                        .filter(|it| !it.is_empty())
                        .map(str::to_owned)
                        .collect();
                }
                "order" => {
                    let order = text.parse();
                    let expected = format!("a whole number as order, found \"{text}\"");
                    one.order = Some(order.map_err(|_| unfit(one.line, expected))?);
                }
                "parent" => one.parent = Some(text),
                "definition" => one.definition = Some(text),
                other => {
                    let lang = other.strip_prefix("label.").map(str::to_owned);
                    one.labels.push((lang, text));
                }
            }
        }
        if code.is_empty() {
            return Err(unfit(one.line, "a code".to_owned()));
        }
        said.insert(code, one);
    }
    Ok(CodeList { path, said })
}

impl CodeList {
    /// Where it stands, relative to the folder of the site.
    pub(super) fn path(&self) -> &str {
        &self.path
    }

    /// The codes of which it says something.
    pub(super) fn codes(&self) -> Vec<&str> {
        self.said.keys().map(String::as_str).collect()
    }

    /// The codes whose order is said, in that order.
    pub(super) fn order(&self) -> Vec<String> {
        let said = self.said.iter();
        let mut said: Vec<(u32, &String)> = said
            .filter_map(|(code, said)| Some((said.order?, code)))
            .collect();
        said.sort();
        said.into_iter().map(|(_, code)| code.clone()).collect()
    }

    /// The other names of the categories of a dimension.
    pub(super) fn everyday_names(&self, dimension: &Id) -> Vec<EverydayName> {
        let name = |(code, said): (&String, &Said)| {
            let names = said.names.iter().map(|name| EverydayName {
                axis: dimension.clone(),
                code: Code::new(code),
                name: name.as_str().into(),
            });
            names.collect::<Vec<_>>()
        };
        self.said.iter().flat_map(name).collect()
    }

    /// The dimension with what is said of its categories; `lang`: the language of the dataset.
    ///
    /// # Errors
    /// [`SiteError::Unfit`] where a code is none of the dimension.
    pub(super) fn applied_to(
        &self,
        dimension: Dimension,
        lang: &str,
    ) -> Result<Dimension, SiteError> {
        let mut parts: BTreeMap<&str, Vec<Code>> = BTreeMap::new();
        let mut notes = dimension.notes().to_vec();
        for (code, said) in &self.said {
            let unknown = |code: &str| SiteError::Unfit {
                path: self.path.clone(),
                member: format!("line {}, \"{code}\"", said.line),
                expected: format!("a code of the dimension \"{}\"", dimension.id().as_str()),
            };
            let at = dimension.categories().position(code);
            let at = at.ok_or_else(|| unknown(code))?;
            if let Some(parent) = &said.parent {
                let known = dimension.categories().position(parent);
                known.ok_or_else(|| unknown(parent))?;
                parts.entry(parent).or_default().push(Code::new(code));
            }
            if let Some(definition) = &said.definition {
                let name = dimension.categories().get(at).label().own();
                notes.push(Label::new(&format!("{name}: {definition}")));
            }
        }
        let parts: Vec<(Code, Vec<Code>)> = parts
            .into_iter()
            .map(|(parent, parts)| (Code::new(parent), parts))
            .collect();
        let named = |_: CatIx, category: Category| match self.said.get(category.code().as_str()) {
            Some(said) => {
                let label = labelled(category.label(), said, lang);
                category.with_label(label)
            }
            None => category,
        };
        dimension
            .with_notes(notes)
            .with_children(&parts)
            .and_then(|dimension| dimension.with_words(named))
            .map_err(SiteError::broken(&self.path))
    }
}

fn labelled(own: &Label, said: &Said, lang: &str) -> Label {
    let is_own = |(of, _): &&(Option<String>, String)| of.as_deref().is_none_or(|of| of == lang);
    let text = said.labels.iter().find(is_own);
    let label = Label::new(text.map_or(own.own(), |(_, text)| text));
    let others = said.labels.iter().filter(|it| !is_own(it));
    others.fold(label, |label, (of, text)| {
        label.with(of.as_deref().unwrap_or(lang), text)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cube::Role;

    fn sexes() -> Dimension {
        let category = |code| Category::new(Code::new(code), Label::new(code));
        let categories = ["T", "F", "M"].map(category).to_vec();
        Dimension::new(
            Id::new("sex"),
            Label::new("Sex"),
            Role::Classification,
            categories,
        )
        .unwrap()
    }

    #[test]
    fn names_parts_and_definitions_are_those_of_the_list() {
        let text = "code,label,label.fr,parent,definition\nT,Both,Ensemble,,\nF,Women,Femmes,T,As registered\nM,Men,Hommes,T,\n";
        let list = code_list("codes/sex.csv".to_owned(), text.as_bytes()).unwrap();
        let sex = list.applied_to(sexes(), "en").unwrap();
        let labels: Vec<_> = (sex.categories().iter())
            .map(|(_, it)| {
                (
                    it.label().own().to_owned(),
                    it.label().in_lang("fr").to_owned(),
                )
            })
            .collect();
        let pair = |own: &str, french: &str| (own.to_owned(), french.to_owned());
        assert_eq!(
            labels,
            [
                pair("Both", "Ensemble"),
                pair("Women", "Femmes"),
                pair("Men", "Hommes")
            ]
        );
        assert_eq!(sex.children()[0], [CatIx(1), CatIx(2)]);
        assert_eq!(sex.notes()[0].own(), "F: As registered");
    }

    #[test]
    fn an_order_and_other_names_may_be_said_of_some() {
        let text = "code,names,order\nT,,\nF,women | females,2\nM,men,1\n";
        let list = code_list("codes/sex.csv".to_owned(), text.as_bytes()).unwrap();
        assert_eq!(list.order(), ["M", "F"]);
        let names = list.everyday_names(&Id::new("sex"));
        let names: Vec<(&str, &str)> = names
            .iter()
            .map(|it| (it.code.as_str(), &*it.name))
            .collect();
        assert_eq!(names, [("F", "women"), ("F", "females"), ("M", "men")]);
    }

    #[test]
    fn what_is_not_understood_is_named_with_its_line() {
        let text = b"code,order\nF,first\n";
        let error = code_list("codes/sex.csv".to_owned(), text)
            .unwrap_err()
            .to_string();
        assert_eq!(
            error,
            "codes/sex.csv, line 2: expected a whole number as order, found \"first\""
        );
        let error = code_list("codes/sex.csv".to_owned(), b"code,name\nF,Women\n").unwrap_err();
        assert!(
            error.to_string().contains("codes/sex.csv, line 1"),
            "{error}"
        );
        let list = code_list(
            "codes/sex.csv".to_owned(),
            b"code,label\nF,Women\nX,Others\n",
        )
        .unwrap();
        let error = list.applied_to(sexes(), "en").unwrap_err().to_string();
        assert_eq!(
            error,
            "codes/sex.csv, line 3, \"X\": expected a code of the dimension \"sex\""
        );
    }
}
