//! The card of a model: a JSON file beside its dataset that says what the model is, for what it may and
//! may not be used, how many controls it keeps, and how far it is off where a figure is known.

use serde_json::{Value, json};

use super::context::{Context, UNDETERMINED};
use super::control::control_kind;
use super::paragraph::{by_lang, paragraphs};
use super::sureness::known_sureness;
use super::text::label_text;
use super::writer;
use crate::cube::{ControlKind, Label, RelativeError, Sureness};
use crate::formats::error::{Failure, FormatError};
use crate::formats::json::{Keep, Node, parse};
use crate::formats::limits::Limits;
use crate::formats::number_value;

/// How many controls of a kind a model has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ControlCount {
    /// How strictly they are kept.
    pub kind: ControlKind,
    /// All of them.
    pub all: usize,
    /// Those within their tolerance.
    pub kept: usize,
    /// Those that ask for a figure as it was printed; the others were derived from one.
    pub printed: usize,
}

/// How far the figures of one kind were off in back-tests.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureError {
    /// What they count, in words.
    pub figure: Label,
    /// How sure such a figure is where it is not known.
    pub sureness: Sureness,
    /// How far they were off.
    pub error: RelativeError,
    /// The largest error, in percent of the known figure.
    pub worst_percent: f64,
    /// The place of the largest error.
    pub worst_place: Box<str>,
}

/// What is to be known of a model before it is used.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelCard {
    /// Name of its dataset in links.
    pub id: Box<str>,
    /// The release of the dataset.
    pub release: Box<str>,
    /// Date of the release.
    pub updated: Box<str>,
    /// The language of its first texts.
    pub lang: Box<str>,
    /// Title of the dataset.
    pub label: Label,
    /// What the model is, one paragraph each.
    pub method: Vec<Label>,
    /// For what it may be used.
    pub uses: Vec<Label>,
    /// For what it may not be used.
    pub limits: Vec<Label>,
    /// Its controls, by kind.
    pub controls: Vec<ControlCount>,
    /// How its back-tests were made, one paragraph each.
    pub test: Vec<Label>,
    /// How far it is off, by kind of figure.
    pub errors: Vec<FigureError>,
    /// Sources that disagree, and what was done.
    pub conflicts: Vec<Label>,
}

/// Writes a card that [`model_card_from_bytes`] reads back as the same. The same card gives the same bytes.
#[must_use]
pub fn bytes_from_model_card(card: &ModelCard) -> Vec<u8> {
    let text = |label: &Label| writer::by_lang(label, &card.lang);
    let texts = |labels: &[Label]| labels.iter().map(text).collect::<Value>();
    let control = |count: &ControlCount| {
        json!({
            "kind": count.kind.key(),
            "all": count.all,
            "kept": count.kept,
            "printed": count.printed,
        })
    };
    let error = |it: &FigureError| {
        json!({
            "figure": text(&it.figure),
            "sureness": it.sureness.key(),
            "cases": it.error.cases,
            "median": number_value(it.error.median_percent),
            "p90": number_value(it.error.p90_percent),
            "worst": number_value(it.worst_percent),
            "worst_place": it.worst_place,
        })
    };
    let value = json!({
        "id": card.id,
        "release": card.release,
        "updated": card.updated,
        "lang": card.lang,
        "label": text(&card.label),
        "method": texts(&card.method),
        "uses": texts(&card.uses),
        "limits": texts(&card.limits),
        "controls": card.controls.iter().map(control).collect::<Value>(),
        "test": texts(&card.test),
        "errors": card.errors.iter().map(error).collect::<Value>(),
        "conflicts": texts(&card.conflicts),
    });
    format!("{value:#}\n").into_bytes()
}

/// Reads the card of a model.
///
/// # Errors
/// [`FormatError`], naming the place in the file, what was expected and what was found.
///
/// # Examples
/// ```
/// use jangkau::formats::{Limits, json_stat::{bytes_from_model_card, model_card_from_bytes}};
/// let card = model_card_from_bytes(br#"{
///     "id": "water", "release": "2", "lang": "en", "label": "Water",
///     "method": ["Wells are shared out by inhabitants."],
///     "uses": ["Orders of size."], "limits": ["No ranking of villages."],
///     "controls": [{"kind": "hard", "all": 9, "kept": 9, "printed": 4}],
///     "errors": [{"figure": "Wells of a village", "sureness": "shared", "cases": 31,
///         "median": 26.9, "p90": 53.9, "worst": 271.2, "worst_place": "North"}]
/// }"#, &Limits::PAGE)?;
/// assert_eq!(card.errors[0].error.median_percent, 26.9);
/// assert_eq!(model_card_from_bytes(&bytes_from_model_card(&card), &Limits::PAGE)?, card);
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
pub fn model_card_from_bytes(bytes: &[u8], limits: &Limits) -> Result<ModelCard, FormatError> {
    let tree = parse(bytes, limits, &Keep::All).map_err(FormatError::from)?;
    card(&Node::root(&tree), limits).map_err(FormatError::from)
}

fn card(root: &Node<'_>, limits: &Limits) -> Result<ModelCard, Failure> {
    let lang = root.get("lang").optional_text()?.unwrap_or(UNDETERMINED);
    let context = Context { limits, lang };
    let short = |node: &Node<'_>| {
        Ok::<Box<str>, Failure>(label_text(node, &context)?.unwrap_or_default().into())
    };
    let texts = |name| paragraphs(&root.get(name), &context);
    let error = |node: &Node<'_>| {
        let percent = |name| node.get(name).number();
        Ok(FigureError {
            figure: by_lang(&node.get("figure"), &context)?,
            sureness: known_sureness(&node.get("sureness"))?,
            error: RelativeError {
                median_percent: percent("median")?,
                p90_percent: percent("p90")?,
                cases: node.get("cases").integer()?,
            },
            worst_percent: percent("worst")?,
            worst_place: short(&node.get("worst_place"))?,
        })
    };
    Ok(ModelCard {
        id: root.get("id").text()?.into(),
        release: root.get("release").text()?.into(),
        updated: short(&root.get("updated"))?,
        lang: lang.into(),
        label: by_lang(&root.get("label"), &context)?,
        method: texts("method")?,
        uses: texts("uses")?,
        limits: texts("limits")?,
        controls: root.get("controls").each(control)?,
        test: texts("test")?,
        errors: root.get("errors").each(error)?,
        conflicts: texts("conflicts")?,
    })
}

fn control(node: &Node<'_>) -> Result<ControlCount, Failure> {
    let number = |name| node.get(name).integer();
    Ok(ControlCount {
        kind: control_kind(&node.get("kind"))?,
        all: number("all")?,
        kept: number("kept")?,
        printed: number("printed")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_refused(part: &str, other: &str, expected: &str) {
        let text = r#"{"id": "w", "release": "1", "label": "W", "controls": [{"kind": "soft",
            "all": 1, "kept": 1, "printed": 0}], "errors": [{"figure": "F", "sureness": "shared",
            "cases": 3, "median": 1, "p90": 2, "worst": 3}]}"#;
        assert!(model_card_from_bytes(text.as_bytes(), &Limits::PAGE).is_ok());
        let text = text.replace(part, other);
        let error = model_card_from_bytes(text.as_bytes(), &Limits::PAGE).unwrap_err();
        assert_eq!(error.to_string(), expected);
    }

    #[test]
    fn what_is_no_card_is_refused_by_place() {
        check_refused(
            "\"soft\"",
            "\"loose\"",
            "controls[0].kind: expected \"hard\", \"soft\" or \"check\", found \"loose\"",
        );
        check_refused(
            "\"cases\": 3",
            "\"cases\": 3.5",
            "errors[0].cases: expected a whole number, found 3.5",
        );
        check_refused(
            "\"shared\"",
            "\"guessed\"",
            "errors[0].sureness: expected \"published\", \"shared\" or \"pattern\", found \"guessed\"",
        );
        check_refused(
            "\"release\": \"1\",",
            "",
            "release: expected text, found null",
        );
    }
}
