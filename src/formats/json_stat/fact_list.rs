//! A list of published figures: bytes to a list.

use super::context::Context;
use super::noun::noun;
use super::paragraph::{by_lang, optional_by_lang, paragraphs};
use super::text::label_text;
use crate::cube::{Code, Label, Source};
use crate::fact_list::{
    AboutFacts, Beside, FactIx, FactList, FactMap, ListedPlace, PlaceIx, PrintedFact,
    PrintedNumber, Qualifier, Related, Whose,
};
use crate::formats::error::{Failure, FormatError, unexpected};
use crate::formats::json::{Keep, Node, THE_FILE, parse, too_many};
use crate::formats::limits::Limits;

/// The class by which a file of such a list is told.
pub(in crate::formats) const FACT_LIST: &str = "fact-list";

/// Reads a list of published figures; the format stands in `README.md`.
///
/// # Errors
/// [`FormatError`], naming the place in the file, what was expected and what was found.
///
/// # Examples
/// ```
/// use jangkau::formats::{Limits, json_stat::{bytes_from_fact_list, fact_list_from_bytes}};
/// let list = fact_list_from_bytes(br#"{
///     "class": "fact-list", "id": "wells", "release": "1", "lang": "en", "label": "Wells",
///     "sentence": "Twelve wells were dug.", "agency": "Water office", "whole": "Veluna",
///     "places": [{"code": "n1", "name": {"en": "North", "km": "\u1787"}}],
///     "sources": [{"title": "Report", "publisher": "The Post", "date": "2024", "url": "https://example.org/"}],
///     "figures": [{"topic": "wells", "place": "n1", "period": "2024", "number": "12", "unit": "wells",
///         "qualifier": "at least", "source": 0}],
///     "map": {"figures": [0]}
/// }"#, &Limits::PAGE)?;
/// assert_eq!(list.facts()[0].number.value(), 12.0);
/// assert_eq!(fact_list_from_bytes(&bytes_from_fact_list(&list), &Limits::PAGE)?, list);
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
pub fn fact_list_from_bytes(bytes: &[u8], limits: &Limits) -> Result<FactList, FormatError> {
    let tree = parse(bytes, limits, &Keep::All).map_err(FormatError::from)?;
    list(&Node::root(&tree), limits).map_err(FormatError::from)
}

fn list(root: &Node<'_>, limits: &Limits) -> Result<FactList, Failure> {
    if root.get("class").text()? != FACT_LIST {
        return Err(root.get("class").expected("\"fact-list\""));
    }
    let reader = Reader {
        root: *root,
        context: Context {
            limits,
            lang: root.get("lang").text()?,
        },
    };
    let places = reader.places()?;
    let facts = reader.facts(&places)?;
    FactList::new(reader.about()?, places, facts).map_err(|error| {
        let expected = "a list of published figures".to_owned();
        unexpected(THE_FILE.to_owned(), expected, error.to_string())
    })
}

/// What a reader of a list goes by.
struct Reader<'a, 't> {
    root: Node<'t>,
    context: Context<'a>,
}

impl<'t> Reader<'_, 't> {
    fn text(&self, node: &Node<'t>) -> Result<Box<str>, Failure> {
        Ok(label_text(node, &self.context)?.unwrap_or_default().into())
    }

    fn about(&self) -> Result<AboutFacts, Failure> {
        let (root, context) = (&self.root, &self.context);
        let text = |name| by_lang(&root.get(name), context);
        let optional_label = |name| -> Result<Label, Failure> {
            Ok(optional_by_lang(&root.get(name), context)?.unwrap_or_default())
        };
        let optional = |name| -> Result<Option<Box<str>>, Failure> {
            let node = root.get(name).present();
            node.map(|node| self.text(&node)).transpose()
        };
        Ok(AboutFacts {
            id: root.get("id").text()?.into(),
            release: root.get("release").text()?.into(),
            lang: context.lang.into(),
            title: text("label")?,
            sentence: optional_label("sentence")?,
            agency: text("agency")?,
            whole: optional_label("whole")?,
            place: noun(&root.get("place"), context)?,
            licence: optional_by_lang(&root.get("licence"), context)?,
            updated: optional("updated")?,
            contact: optional("contact")?,
            notes: paragraphs(&root.get("note"), context)?,
            related: root.get("related").each(|node| {
                Ok(Related {
                    text: by_lang(&node.get("text"), context)?,
                    source: self.source(&node.get("source"))?,
                })
            })?,
            map: FactMap {
                figures: positions(&root.get("map").get("figures"))?,
                rest: optional_by_lang(&root.get("map").get("rest"), context)?,
            },
            beside: root.get("beside").each(|node| {
                Ok(Beside {
                    text: optional_by_lang(&node.get("text"), context)?.unwrap_or_default(),
                    figures: positions(&node.get("figures"))?,
                })
            })?,
        })
    }

    fn places(&self) -> Result<Vec<ListedPlace>, Failure> {
        let places = self.root.get("places");
        too_many(
            &places,
            "places",
            self.context.limits.regions,
            places.count(),
        )?;
        places.each(|node| {
            Ok(ListedPlace {
                code: Code::new(node.get("code").text()?),
                name: by_lang(&node.get("name"), &self.context)?,
            })
        })
    }

    fn facts(&self, places: &[ListedPlace]) -> Result<Vec<PrintedFact>, Failure> {
        let sources = self.root.get("sources").each(|node| self.source(node))?;
        let figures = self.root.get("figures");
        let most = self.context.limits.controls;
        too_many(&figures, "figures", most, figures.count())?;
        figures.each(|node| {
            let text = |name| self.text(&node.get(name));
            let number = node.get("number");
            let qualifier = node.get("qualifier");
            let at = node.get("source");
            Ok(PrintedFact {
                topic: node.get("topic").text()?.into(),
                category: text("category")?,
                whose: self.whose(node, places)?,
                period: text("period")?,
                number: PrintedNumber::new(number.text()?)
                    .ok_or_else(|| number.expected("digits, with a decimal point at most"))?,
                unit: text("unit")?,
                qualifier: Qualifier::from_key(qualifier.optional_text()?.unwrap_or_default())
                    .ok_or_else(|| {
                        qualifier.expected(
                            "exact, rounded, at least, more than, at most, less than or almost",
                        )
                    })?,
                remark: text("remark")?,
                source: (sources.get(at.integer()?).cloned())
                    .ok_or_else(|| at.expected("a position in sources"))?,
                source_remark: text("source_remark")?,
            })
        })
    }

    fn whose(&self, node: &Node<'t>, places: &[ListedPlace]) -> Result<Whose, Failure> {
        let place = node.get("place");
        if let Some(code) = place.optional_text()? {
            let at = places.iter().position(|place| place.code.as_str() == code);
            let at = at.ok_or_else(|| place.expected("the code of a place of the list"))?;
            return Ok(Whose::Place(PlaceIx(at)));
        }
        Ok(match node.get("other").present() {
            Some(other) => Whose::Other(self.text(&other)?),
            None => Whose::Whole,
        })
    }

    fn source(&self, node: &Node<'t>) -> Result<Source, Failure> {
        let text = |name| self.text(&node.get(name));
        let url = node.get("url");
        // An address may be longer than a label.
        too_many(&url, "characters", LONGEST_URL, url.text()?.chars().count())?;
        Ok(Source {
            title: text("title")?,
            publisher: text("publisher")?,
            date: text("date")?,
            url: url.text()?.into(),
        })
    }
}

/// Characters of an address.
const LONGEST_URL: usize = 2_000;

fn positions(node: &Node<'_>) -> Result<Vec<FactIx>, Failure> {
    node.each(|node| node.integer().map(FactIx))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"{"class": "fact-list", "id": "w", "release": "1", "lang": "en", "label": "W",
        "sentence": "S", "agency": "A", "whole": "V", "places": [{"code": "n1", "name": "North"}],
        "sources": [{"publisher": "P", "url": "https://example.org/"}],
        "figures": [{"topic": "wells", "place": "n1", "number": "12", "unit": "wells", "source": 0}],
        "map": {"figures": [0]}}"#;

    #[track_caller]
    fn check_refused(part: &str, other: &str, expected: &str) {
        assert!(fact_list_from_bytes(FILE.as_bytes(), &Limits::PAGE).is_ok());
        let text = FILE.replace(part, other);
        let error = fact_list_from_bytes(text.as_bytes(), &Limits::PAGE).unwrap_err();
        assert_eq!(error.to_string(), expected);
    }

    #[test]
    fn what_is_no_list_is_refused_by_place() {
        check_refused(
            "\"12\"",
            "\"12 %\"",
            "figures[0].number: expected digits, with a decimal point at most, found \"12 %\"",
        );
        check_refused(
            "\"place\": \"n1\"",
            "\"place\": \"n2\"",
            "figures[0].place: expected the code of a place of the list, found \"n2\"",
        );
        check_refused(
            "\"source\": 0",
            "\"source\": 1",
            "figures[0].source: expected a position in sources, found 1",
        );
        check_refused(
            "https://",
            "javascript:",
            "the file: expected a list of published figures, found \"javascript:example.org/\" is no address: \
             expected one that begins with https:// or http://",
        );
        check_refused(
            "\"place\": \"n1\", ",
            "",
            "the file: expected a list of published figures, found figure 1 stands on the map and is of no \
             place of the list",
        );
        check_refused(
            "\"P\"",
            "\" \"",
            "the file: expected a list of published figures, found figure 1 has no publisher",
        );
    }
}
