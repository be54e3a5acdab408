//! How a figure of a link came about, by the same engine as the page.

use super::open::{Opened, ReadLink};
use crate::scene::{Derivation, derivation};
use crate::view_state::{AskedFigure, pinned_link_from_state};
use crate::words::{Messages, interpolate};

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// A line for each step under its heading.
    #[default]
    Text,
    /// One paragraph.
    Paragraph,
    /// One object: [`WrittenDerivation`](crate::scene::WrittenDerivation).
    Json,
}

/// What keeps a figure from being explained.
#[derive(Debug, thiserror::Error)]
pub enum WhyError {
    /// The link asks of what the dataset does not have.
    #[error(
        "the link asks of the figure \"{found}\", which the dataset \"{dataset}\" does not have: `why=` is \".\" for the figure of the view, or DIMENSION:CODE, of a cell two with ~ between them"
    )]
    UnknownFigure {
        /// The value of `why`.
        found: String,
        /// The id of the dataset.
        dataset: String,
    },
}

/// The answer, and what the link said that could not be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// As it is to be printed.
    pub text: String,
    /// One sentence a notice.
    pub notices: Vec<String>,
}

/// Tells how the figure came about that a link asks of; without `why=` in it, that of its view. `arguments`: those
/// that lead the command to the dataset, beside the link.
///
/// # Errors
/// [`WhyError`].
pub fn answer(
    opened: &Opened,
    link: &str,
    (form, arguments): (Form, &str),
) -> Result<Answer, WhyError> {
    let cube = &opened.cube;
    let read = ReadLink::new(opened, link);
    let asked = AskedFigure::from_raw(cube, &read.view.why);
    let asked = asked.ok_or_else(|| WhyError::UnknownFigure {
        found: read.view.why.clone(),
        dataset: opened.id.clone(),
    })?;
    let words = read.words;
    let found = derivation(cube, (&read.view, &asked), &opened.facts, words);
    // The next release may answer otherwise.
    let link = pinned_link_from_state(&read.state, cube);
    let text = match form {
        Form::Text => text(&found, (&link, arguments), words),
        Form::Paragraph => found.paragraph(words) + "\n",
        Form::Json => {
            let paragraph = found.paragraph(words);
            let written = found.written(link, paragraph);
            format!("{:#}\n", serde_json::json!(written))
        }
    };
    Ok(Answer {
        text,
        notices: read.notices,
    })
}

/// Each heading once, its steps below it.
fn text(found: &Derivation, (link, arguments): (&str, &str), words: &Messages) -> String {
    let mut text = String::new();
    let mut last = None;
    for step in &found.steps {
        if last.replace(step.kind) != Some(step.kind) {
            text += &format!("{}\n", step.kind.heading(words));
        }
        let mark = step.mark.as_ref().map(|mark| mark.line(words));
        let parts = [
            &*step.text,
            &step.figure,
            mark.as_deref().unwrap_or_default(),
            &step.source,
            step.url.as_deref().unwrap_or_default(),
        ];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        for (nth, part) in parts.enumerate() {
            text += &format!("{}{part}\n", if nth == 0 { "  - " } else { "    " });
        }
    }
    let command = format!("jangkau why '{link}'{arguments}");
    let values = [("label", words.derivation_command), ("text", &*command)];
    text + &format!("{}\n", interpolate("{label} {text}", &values))
}
