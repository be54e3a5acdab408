//! The figures of a link, by the same engine as the page.

use serde_json::{Value, json};

use super::open::{Opened, ReadLink};
use crate::cube::{Axis, CatIx, Cube, Ground, Sum};
use crate::formats::csv::{csv_of, csv_of_cells};
use crate::formats::{number_text, number_value};
use crate::scene::{FigureWriter, Figures, headline, told};
use crate::view_state::{ResolvedView, link_from_state};
use crate::words::Messages;

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// The total, the sentence, and a line for each member.
    #[default]
    Text,
    /// RFC 4180: a row for each member.
    Csv,
    /// RFC 4180: a row for each cell.
    Cells,
    /// One object.
    Json,
}

/// What keeps a link from being answered.
#[derive(Debug, thiserror::Error)]
pub enum QueryError {
    /// `--by` names nothing that the dataset has.
    #[error("--by: the dataset has no dimension or grouping \"{found}\", it has {known}")]
    UnknownAxis {
        /// The id given.
        found: String,
        /// The ids there are.
        known: String,
    },
    /// There is no cell to list.
    #[error("nothing is left of the dataset under this selection")]
    Nobody,
}

/// The answer, and what the link said that could not be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// As it is to be printed.
    pub text: String,
    /// One sentence a notice.
    pub notices: Vec<String>,
}

/// Answers a link. `by`: a dimension or grouping to list; CSV lists the level of the link if none
/// is named.
///
/// # Errors
/// [`QueryError`].
pub fn answer(
    opened: &Opened,
    link: &str,
    by: Option<&str>,
    form: Form,
) -> Result<Answer, QueryError> {
    let cube = &opened.cube;
    let read = ReadLink::new(opened, link);
    let (view, words) = (read.view, read.words);
    let by = by.map(|id| axis_of(cube, id)).transpose()?;
    let by = by.or(view.level.filter(|_| form == Form::Csv));
    let asked = QueriedView {
        cube,
        view: &view,
        figures: &Figures::of(cube, &view),
        words,
    };
    let text = match form {
        Form::Text => asked.text(by),
        Form::Csv => asked.csv(by),
        Form::Cells => asked.cells()?,
        Form::Json => asked.json(by, &link_from_state(&read.state, cube)),
    };
    Ok(Answer {
        text,
        notices: read.notices,
    })
}

/// Adds the members of an object to another's.
fn add(object: &mut Value, members: Value) {
    if let (Value::Object(object), Value::Object(mut members)) = (object, members) {
        object.append(&mut members);
    }
}

fn axis_of(cube: &Cube, id: &str) -> Result<Axis, QueryError> {
    cube.axis(id).ok_or_else(|| {
        let known = cube
            .axes()
            .map(|axis| format!("\"{}\"", cube.axis_id(axis)))
            .collect::<Vec<_>>()
            .join(", ");
        QueryError::UnknownAxis {
            found: id.to_owned(),
            known,
        }
    })
}

/// A member of what is listed.
struct Row<'a> {
    code: &'a str,
    label: &'a str,
    sum: &'a Sum,
    /// What its figure rests on, where the publisher says so.
    ground: Option<Ground>,
}

struct QueriedView<'a> {
    cube: &'a Cube,
    view: &'a ResolvedView,
    figures: &'a Figures,
    words: &'a Messages,
}

impl QueriedView<'_> {
    /// Every member that the view leaves.
    fn rows(&self, by: Axis) -> impl Iterator<Item = Row<'_>> {
        let footing = self.cube.footing(&self.view.selection);
        let grounds = footing.map(|footing| footing.members(by));
        let marginal = self.figures.view.marginal(by);
        let shown = self
            .cube
            .members(by)
            .iter()
            .filter(move |(at, _)| marginal.is_shown(*at));
        shown.map(move |(at, category): (CatIx, _)| Row {
            code: category.code().as_str(),
            label: category.label().in_lang(self.words.code),
            sum: marginal.sum(at),
            ground: grounds.as_ref().map(|grounds| grounds[at.0].count),
        })
    }

    fn text(&self, by: Option<Axis>) -> String {
        let total = self.figures.view.total();
        let writer = FigureWriter::of(self.cube, self.figures.view.reading(), self.words);
        let plain = total
            .exact()
            .map_or_else(|| writer.figure(total), number_text);
        let headline = headline(self.cube, self.view, self.figures, self.words);
        let mut text = format!("{plain}\n{}\n", headline.marked_sentence(self.words));
        for line in told(self.cube, self.view, self.figures, self.words) {
            text += &format!("{}\n", line.text);
        }
        for Row {
            code,
            label,
            sum,
            ground,
        } in by.into_iter().flat_map(|by| self.rows(by))
        {
            let mark = ground.map(|ground| format!("\t{}", ground.sureness.symbol()));
            let mark = mark.unwrap_or_default();
            text += &format!("{code}\t{label}\t{}{mark}\n", writer.sum(sum));
        }
        text
    }

    fn csv(&self, by: Option<Axis>) -> String {
        let answer = (&self.view.selection, &*self.figures.view);
        csv_of(self.cube, answer, by, self.words.code)
    }

    fn cells(&self) -> Result<String, QueryError> {
        let cells = csv_of_cells(self.cube, &self.view.selection, self.words.code);
        cells.map_err(|_| QueryError::Nobody)
    }

    fn json(&self, by: Option<Axis>, link: &str) -> String {
        let number = |number: Option<f64>| number.map_or(json!(null), number_value);
        // Value, status and, where the value is not known, what is known of it.
        let figure = |sum: &Sum, ground: Option<Ground>| {
            let figure = sum.figure();
            let mut told = json!({
                "value": number(figure.exact()),
                "status": self.cube.statuses().of_sum(sum),
            });
            let (lower, upper) = figure.bounds();
            for (name, bound) in [("lower", lower), ("upper", upper)] {
                if bound.is_some() {
                    told[name] = number(bound);
                }
            }
            if let Some(ground) = ground {
                told["basis"] = ground.kind().key().into();
            }
            told
        };
        let mut answer = json!({
            "link": link,
            "label": headline(self.cube, self.view, self.figures, self.words).sentence(self.words),
        });
        let footing = self.cube.footing(&self.view.selection);
        let ground = footing.map(|footing| footing.total().count);
        add(&mut answer, figure(self.figures.view.total_sum(), ground));
        if let Some(by) = by {
            let row = |row: Row<'_>| {
                let mut object = json!({ "code": row.code, "label": row.label });
                add(&mut object, figure(row.sum, row.ground));
                object
            };
            answer["by"] = self.cube.axis_id(by).as_str().into();
            answer["rows"] = self.rows(by).map(row).collect();
        }
        format!("{answer:#}\n")
    }
}
