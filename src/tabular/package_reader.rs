//! From a `datapackage.json` to what it says of its table.

use serde_json::{Map, Value};

use super::data_package::{DataPackage, Field, FieldKind, ForeignKey, Resource};
use super::finding::{Finding, Findings, Gravity, Spot};
use super::package_constraints::Constraints;

/// A package while it is read.
pub(super) struct Reader<'a> {
    file: &'a str,
    findings: Findings,
}

/// Members of a dialect that are read, and what others must be.
const DIALECT: [(&str, Option<&str>); 14] = [
    ("delimiter", None),
    ("header", None),
    ("commentChar", None),
    ("sheetName", None),
    ("$schema", None),
    ("csvddfVersion", None),
    ("lineTerminator", None),
    ("caseSensitiveHeader", None),
    ("skipInitialSpace", None),
    ("quoteChar", Some("\"\\\"\"")),
    ("doubleQuote", Some("true")),
    ("headerRows", Some("[1]")),
    ("type", Some("\"delimited\"")),
    ("sheetNumber", Some("1")),
];

type Object = Map<String, Value>;

impl<'a> Reader<'a> {
    pub(super) fn new(file: &'a str) -> Self {
        Self {
            file,
            findings: Findings::default(),
        }
    }
    /// What was found.
    pub(super) fn findings(self) -> Findings {
        self.findings
    }

    fn find(&mut self, gravity: Gravity, kind: &'static str, at: &str, texts: [String; 3]) {
        let spot = if at.is_empty() {
            Spot::File
        } else {
            Spot::Member(at.to_owned())
        };
        let finding = Finding::new(gravity, kind, (self.file, spot), texts);
        self.findings.add(finding);
    }

    /// The package; `None` where it is none, or does not say which of its tables is meant.
    pub(super) fn package(&mut self, bytes: &[u8], table: Option<&str>) -> Option<DataPackage> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let package: Object = match serde_json::from_slice(bytes) {
            Ok(package) => package,
            Err(error) => {
                let texts = [
                    format!("no JSON: {error}"),
                    "a data package".to_owned(),
                    "mend the file".to_owned(),
                ];
                self.find(Gravity::Error, "no-package", "", texts);
                return None;
            }
        };
        let resources = package.get("resources").and_then(Value::as_array);
        let resources: Vec<&Object> = resources
            .into_iter()
            .flatten()
            .filter_map(Value::as_object)
            .collect();
        let name_of = |resource: &Object| text(resource, "name").unwrap_or_default();
        let lists: Vec<String> = (resources.iter())
            .flat_map(|resource| foreign_keys(resource))
            .map(|key| key.resource)
            .collect();
        let is_list = |resource: &Object| lists.contains(&name_of(resource));
        let tables: Vec<&Object> = resources
            .iter()
            .copied()
            .filter(|it| !is_list(it))
            .collect();
        let chosen = match (table, &*tables) {
            (Some(wanted), _) => resources.iter().copied().find(|it| name_of(it) == wanted),
            (None, [only]) => Some(*only),
            (None, _) => None,
        };
        let Some(chosen) = chosen else {
            let quoted: Vec<String> = tables
                .iter()
                .map(|it| format!("\"{}\"", name_of(it)))
                .collect();
            let texts = [
                format!("{} tables: {}", tables.len(), quoted.join(", ")),
                "one table, and lists of its codes".to_owned(),
                "name the table with --sheet NAME".to_owned(),
            ];
            self.find(Gravity::Question, "which-sheet", "resources", texts);
            return None;
        };
        let table = self.resource(chosen)?;
        let mut read = Vec::new();
        for key in &table.foreign_keys {
            let list = resources.iter().find(|it| name_of(it) == key.resource);
            if let Some(list) = list {
                read.extend(self.resource(list));
                continue;
            }
            let texts = [
                format!("no resource \"{}\"", key.resource),
                "the list of codes that a foreign key names".to_owned(),
                "add the resource, or take the foreign key away".to_owned(),
            ];
            self.find(Gravity::Warning, "no-code-list", "foreignKeys", texts);
        }
        self.find_what_is_left(&package);
        Some(DataPackage {
            file: self.file.to_owned(),
            name: text(&package, "name"),
            title: text(&package, "title"),
            description: text(&package, "description"),
            licence: (titles(&package, "licenses").or_else(|| titles(chosen, "licenses")))
                .map(|names| names.join("; ")),
            source: (titles(&package, "sources").or_else(|| titles(chosen, "sources")))
                .or_else(|| titles(&package, "contributors"))
                .map(|names| names.join("; ")),
            href: text(&package, "homepage"),
            table,
            lists: read,
        })
    }

    /// Names the members of a package that are not taken.
    fn find_what_is_left(&mut self, package: &Object) {
        let left = ["keywords", "image", "version", "created"];
        let left: Vec<&str> = left
            .into_iter()
            .filter(|it| package.contains_key(*it))
            .collect();
        if !left.is_empty() {
            let texts = [left.join(", "), String::new(), "not taken".to_owned()];
            self.find(Gravity::Note, "not-taken", "", texts);
        }
    }

    fn resource(&mut self, resource: &Object) -> Option<Resource> {
        let name = text(resource, "name").unwrap_or_default();
        let at = format!("resource \"{name}\"");
        let paths = self.paths(resource, &at)?;
        for member in ["schema", "dialect"] {
            if resource.get(member).is_some_and(Value::is_string) {
                let texts = [
                    format!("a {member} in a file of its own"),
                    format!("the {member} within the package"),
                    "put it there".to_owned(),
                ];
                self.find(Gravity::Error, "not-read", &at, texts);
            }
        }
        let none = Object::new();
        let object = |member: &str| resource.get(member).and_then(Value::as_object);
        let dialect = object("dialect").unwrap_or(&none);
        self.check_dialect(dialect, &at);
        let schema = object("schema").unwrap_or(&none);
        let missing = texts_of(schema.get("missingValues")).unwrap_or_else(|| vec![String::new()]);
        let fields = schema.get("fields").and_then(Value::as_array);
        let fields = fields.into_iter().flatten().filter_map(Value::as_object);
        let fields: Vec<Field> = fields.map(|it| field(it, dialect, &missing)).collect();
        let letter = |member: &str| text(dialect, member).and_then(|it| it.chars().next());
        Some(Resource {
            name,
            title: text(resource, "title"),
            description: text(resource, "description"),
            paths,
            encoding: text(resource, "encoding"),
            delimiter: letter("delimiter"),
            has_heading: dialect
                .get("header")
                .and_then(Value::as_bool)
                .unwrap_or(true),
            comment: letter("commentChar"),
            sheet: text(dialect, "sheetName"),
            fields,
            primary_key: texts_of(schema.get("primaryKey")).unwrap_or_default(),
            foreign_keys: foreign_keys(resource),
        })
    }

    /// Paths within the folder of the package: nothing is fetched, and nothing beside it is read.
    fn paths(&mut self, resource: &Object, at: &str) -> Option<Vec<String>> {
        let paths = texts_of(resource.get("path")).unwrap_or_default();
        let is_within = |path: &String| {
            let mut parts = path.split(['/', '\\']);
            !path.contains(':') && parts.all(|part| !part.is_empty() && part != "..")
        };
        if !paths.is_empty() && paths.iter().all(is_within) {
            return Some(paths);
        }
        let found = match paths.iter().find(|path| !is_within(path)) {
            Some(path) => format!("\"{path}\""),
            None => "no path".to_owned(),
        };
        let texts = [
            found,
            "the path of a file in the folder of the package".to_owned(),
            "put the file there, and name it".to_owned(),
        ];
        self.find(Gravity::Error, "no-path", at, texts);
        None
    }

    fn check_dialect(&mut self, dialect: &Object, at: &str) {
        for (member, value) in dialect {
            let known = DIALECT.iter().find(|(name, _)| name == member);
            let is_read = match known {
                Some((_, None)) => true,
                Some((_, Some(expected))) => {
                    serde_json::from_str::<Value>(expected).is_ok_and(|it| it == *value)
                }
                None => ["decimalChar", "groupChar"].contains(&&**member) || value.is_null(),
            };
            if !is_read {
                let texts = [
                    format!("\"{member}\": {value}"),
                    "a dialect that is read".to_owned(),
                    "write the file with double quotes, doubled within a text, and one row of headings"
                        .to_owned(),
                ];
                self.find(Gravity::Error, "not-read", &format!("{at}, dialect"), texts);
            }
        }
    }
}

fn field(field: &Object, dialect: &Object, missing: &[String]) -> Field {
    let kind = match field.get("type").and_then(Value::as_str) {
        Some("string") => FieldKind::Letters,
        Some("number" | "integer") => FieldKind::Number,
        Some(_) | None => FieldKind::AsWritten,
    };
    let letter = |member: &str| {
        let own = text(field, member).or_else(|| text(dialect, member));
        own.and_then(|it| it.chars().next())
    };
    let labels = field.get("categories").and_then(Value::as_array);
    let labels = labels.into_iter().flatten().filter_map(|category| {
        let value = plain(category.get("value")?);
        Some((value, category.get("label")?.as_str()?.to_owned()))
    });
    Field {
        name: text(field, "name").unwrap_or_default(),
        title: text(field, "title"),
        description: text(field, "description"),
        kind,
        decimal: letter("decimalChar").unwrap_or('.'),
        group: letter("groupChar"),
        missing: texts_of(field.get("missingValues")).unwrap_or_else(|| missing.to_vec()),
        labels: labels.collect(),
        constraints: Constraints::of(field),
    }
}

/// The foreign keys of one column each.
fn foreign_keys(resource: &Object) -> Vec<ForeignKey> {
    let schema = resource.get("schema").and_then(Value::as_object);
    let keys = schema.and_then(|it| it.get("foreignKeys")?.as_array());
    let key = |key: &Value| {
        let reference = key.get("reference")?;
        let one = |texts: Option<Vec<String>>| match texts.as_deref() {
            Some([one]) => Some(one.clone()),
            Some(_) | None => None,
        };
        Some(ForeignKey {
            field: one(texts_of(key.get("fields")))?,
            resource: reference
                .get("resource")?
                .as_str()
                .filter(|it| !it.is_empty())?
                .to_owned(),
            code: one(texts_of(reference.get("fields")))?,
        })
    };
    keys.into_iter().flatten().filter_map(key).collect()
}

fn text(object: &Object, member: &str) -> Option<String> {
    let text = object.get(member)?.as_str()?.trim_matches([' ', '\n']);
    (!text.is_empty()).then(|| text.to_owned())
}

/// A text, or several; of what has values and labels (version 2) the values.
fn texts_of(value: Option<&Value>) -> Option<Vec<String>> {
    match value? {
        Value::Array(list) => {
            let text = |it: &Value| plain(it.get("value").unwrap_or(it));
            Some(list.iter().map(text).collect())
        }
        Value::String(text) => Some(vec![text.clone()]),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => None,
    }
}

fn plain(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// The titles, else names, of the members of a list.
fn titles(object: &Object, member: &str) -> Option<Vec<String>> {
    let list = object.get(member)?.as_array()?.iter();
    let title = |it: &Value| {
        let it = it.as_object()?;
        text(it, "title")
            .or_else(|| text(it, "name"))
            .or_else(|| text(it, "path"))
    };
    let titles: Vec<String> = list.filter_map(title).collect();
    (!titles.is_empty()).then_some(titles)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(package: &str, expected: &[&str]) -> Option<DataPackage> {
        let (package, findings) =
            DataPackage::from_bytes("datapackage.json", package.as_bytes(), None);
        let found: Vec<String> = findings.sorted().iter().map(ToString::to_string).collect();
        assert_eq!(found, expected);
        package
    }

    #[test]
    fn a_file_outside_the_folder_of_the_package_is_not_read() {
        for path in [
            "../a.csv",
            "/etc/a.csv",
            "https://x.example/a.csv",
            "a\\\\..\\\\b.csv",
        ] {
            let package = format!(r#"{{"resources": [{{"name": "a", "path": "{path}"}}]}}"#);
            let shown = path.replace("\\\\", "\\");
            let expected = format!(
                "datapackage.json, resource \"a\": found \"{shown}\", expected the path of a file in the folder of the package; put the file there, and name it"
            );
            assert!(check(&package, &[&expected]).is_none());
        }
    }

    #[test]
    fn a_dialect_that_is_not_read_is_named() {
        let package = r#"{"resources": [{"name": "a", "path": "a.csv", "dialect": {"delimiter": ";", "quoteChar": "'"}}]}"#;
        let expected = "datapackage.json, resource \"a\", dialect: found \"quoteChar\": \"'\", expected a dialect that is read; write the file with double quotes, doubled within a text, and one row of headings";
        assert!(check(package, &[expected]).is_none());
    }

    #[test]
    fn of_several_tables_one_is_asked_for() {
        let package =
            r#"{"resources": [{"name": "a", "path": "a.csv"}, {"name": "b", "path": "b.csv"}]}"#;
        let expected = "datapackage.json, resources: found 2 tables: \"a\", \"b\", expected one table, and lists of its codes; name the table with --sheet NAME";
        assert!(check(package, &[expected]).is_none());
        let (package, _) = DataPackage::from_bytes("d.json", package.as_bytes(), Some("b"));
        assert_eq!(package.unwrap().paths().collect::<Vec<_>>(), ["b.csv"]);
    }
}
