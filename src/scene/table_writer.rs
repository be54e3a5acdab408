//! What the cells of the table are written by.

use super::Figures;
use super::blank::Blank;
use super::cell::{Cell, Number};
use super::figure_writer::FigureWriter;
use super::mark::{Mark, Marks, mark};
use super::measures::{Measures, PlaceMeasures, lists_within};
use super::table_lines::Line;
use crate::cube::{Axis, CatIx, Cube, Ground, How};
use crate::view_state::{Column, Place, Quantity, ResolvedView};
use crate::words::Messages;

/// What the cells of a table are written by.
pub(super) struct TableWriter<'a> {
    cube: &'a Cube,
    /// The place that the rows lie in.
    within: Option<Place>,
    /// Whether the rows are places.
    lists_places: bool,
    figures: FigureWriter<'a>,
    across: &'a [CatIx],
    quantity: Quantity,
    marks: Marks<'a>,
    words: &'a Messages,
    /// Whether one figure can stand for all rows.
    has_total: bool,
}

impl<'a> TableWriter<'a> {
    /// For the rows of a view; `across`: the members that are laid across the columns.
    pub(super) fn of(
        cube: &'a Cube,
        (view, figures): (&ResolvedView, &Figures),
        across: &'a [CatIx],
        words: &'a Messages,
    ) -> Self {
        let axis = view.rows;
        let input = axis.map(|axis| PlaceMeasures::of_list(view, figures, axis));
        Self {
            cube,
            within: view
                .place
                .filter(|place| axis.is_some_and(|axis| lists_within(*place, axis))),
            lists_places: axis.is_some_and(|axis| view.geo == Some(axis.dimension())),
            figures: FigureWriter::of(cube, figures.places.reading(), words),
            across,
            quantity: view.quantity,
            marks: Marks::of(cube, words),
            words,
            has_total: axis
                .zip(input)
                .is_some_and(|(axis, input)| has_total(input, cube, axis)),
        }
    }

    /// A cell of a line.
    pub(super) fn cell(&self, line: &Line, column: Column) -> Cell {
        if line.is_total && column.is_number() && !self.has_total {
            return self.none(Blank::NotAdditive);
        }
        let measures = &line.listed.measures;
        let number = |measures: &Measures, quantity: Quantity| {
            let number = Number::of_quantity(measures, quantity, &self.figures);
            self.marked(line, number, measures.ground(quantity))
        };
        match column {
            Column::Code => Cell::Code(line.listed.code.clone()),
            Column::Name => Cell::Name(line.listed.name.clone()),
            Column::Group => {
                let (code, name) = line.listed.group.clone().unwrap_or_default();
                Cell::Group { code, name }
            }
            Column::Value => number(measures, Quantity::Count),
            Column::Share => number(measures, Quantity::Share),
            Column::Rate => number(measures, Quantity::Rate),
            Column::Change => match line.change {
                Some(change) => {
                    let number = Number::of_change(self.quantity, change, self.words);
                    self.marked(line, number, measures.ground(self.quantity))
                }
                None => self.none(match measures.interval(self.quantity) {
                    Some(_) => Blank::NoBase,
                    None => Blank::of_quotient(&measures.sum),
                }),
            },
            Column::Of(at) => {
                let nth = self.across.iter().position(|known| *known == at);
                let measures = nth.and_then(|nth| line.across.get(nth));
                measures.map_or_else(
                    || self.none(Blank::Missing),
                    |measures| number(measures, self.quantity),
                )
            }
        }
    }

    fn none(&self, blank: Blank) -> Cell {
        Cell::Number(Number::none(blank, self.words))
    }

    fn marked(&self, line: &Line, number: Number, ground: Option<Ground>) -> Cell {
        let mark = ground
            .filter(|_| number.blank.is_none())
            .map(|ground| self.mark(line, ground));
        Cell::Number(Number { mark, ..number })
    }

    /// What is no place has the mark of the place that it lies in.
    fn mark(&self, line: &Line, ground: Ground) -> Mark {
        if self.lists_places && !line.is_total {
            return self.marks.mark(self.cube, ground, line.listed.place);
        }
        mark(self.cube, (ground, self.within), self.words)
    }
}

/// Whether one figure can stand for all rows: not where it is that of one of them alone, as of the latest
/// period.
fn has_total(input: PlaceMeasures<'_>, cube: &Cube, axis: Axis) -> bool {
    let (answer, dimension) = (input.answer(), axis.dimension());
    let own = answer.reading().of(dimension);
    let Some(passes) = input.selection.passes(cube, dimension, None) else {
        return !matches!(own.how(), How::Latest(_) | How::One(_));
    };
    let several = passes.iter().filter(|passes| **passes).count() > 1;
    match answer.only_category(dimension).filter(|_| several) {
        Some(only) => cube.dimension(dimension).total() == Some(only) || own.is_apart(only),
        None => true,
    }
}
