//! The table of places.

use std::cmp::Ordering;

use super::Figures;
use super::basis::{count_of, pattern_of_selection};
use super::headline::picked_text;
use super::place::{parent_axis, place_name};
use super::rate::inhabitants;
use super::text::{begin_line, figure_text, measure_text, measured, noun_text, period_text};
use crate::cube::{Aggregation, Axis, CatIx, Cube, Figure, Rests, order_by};
use crate::view_state::{Column, Place, Quantity, ResolvedView, Sort};
use crate::words::{Messages, fill, small};

/// One place.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The place.
    pub place: Place,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The group it belongs to.
    pub group: String,
    /// Its figure.
    pub figure: Figure,
    /// The figure as text.
    pub value: String,
    /// The selection over everyone of the place, 0 to 1.
    pub share: Option<f64>,
    /// The selection per 1,000 inhabitants.
    pub rate: Option<f64>,
    /// The rate over the whole's, times 100.
    pub index: Option<f64>,
    /// What the count rests on.
    pub rests: Option<Rests>,
    /// What the rate merely repeats: a count that follows population says nothing about a rate.
    pub rate_pattern: Option<Rests>,
    /// What the share merely repeats, where it is no finding.
    pub pattern: Option<Rests>,
    /// Whether it is the place in focus, or holds it.
    pub focus: bool,
}

impl Row {
    /// The number of a quantity.
    #[must_use]
    pub fn quantity(&self, quantity: Quantity) -> Option<f64> {
        match quantity {
            Quantity::Count => self.figure.number(),
            Quantity::Share => self.share,
            Quantity::Rate => self.rate,
            Quantity::Index => self.index,
        }
    }

    /// What a quantity merely repeats, where it is no finding.
    #[must_use]
    pub fn quantity_pattern(&self, quantity: Quantity) -> Option<Rests> {
        match quantity {
            Quantity::Count => None,
            Quantity::Share => self.pattern,
            Quantity::Rate | Quantity::Index => self.rate_pattern,
        }
    }

    /// The number of a quantity as text.
    #[must_use]
    pub fn quantity_text(&self, quantity: Quantity, words: &Messages) -> String {
        let text = |number: Option<f64>, decimals| {
            number.map_or_else(
                || words.missing.to_owned(),
                |number| words.numbers.decimals(number, decimals),
            )
        };
        match quantity {
            Quantity::Count => self.value.clone(),
            Quantity::Share => self
                .share
                .map_or_else(|| words.missing.to_owned(), |it| words.numbers.percent(it)),
            Quantity::Rate => text(self.rate, 1),
            Quantity::Index => text(self.index, 0),
        }
    }
}

/// The places of a level, in order.
#[derive(Debug, Clone, PartialEq)]
pub struct TableScene {
    /// The level.
    pub axis: Axis,
    /// Its name.
    pub level: String,
    /// What the table shows.
    pub caption: String,
    /// Head of the column of figures: what is counted.
    pub noun: String,
    /// Head of the column of groups, where there is one.
    pub group: Option<String>,
    /// The group whose regions are listed, where it is one.
    pub within: Option<String>,
    /// The columns, from left to right.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
}

impl TableScene {
    fn sorted(mut self, compare: &dyn Fn(&Row, &Row) -> Ordering) -> Self {
        let rows = &self.rows;
        let order = order_by(rows.len(), &|a, b| {
            let (a, b) = (&rows[a], &rows[b]);
            compare(a, b).then_with(|| a.code.cmp(&b.code))
        });
        let mut rows: Vec<Option<Row>> = self.rows.into_iter().map(Some).collect();
        self.rows = order.iter().filter_map(|&at| rows[at].take()).collect();
        self
    }
}

/// The table of a view; `None` for a dataset without places.
#[must_use]
pub fn table(
    cube: &Cube,
    view: &ResolvedView,
    figures: &Figures,
    words: &Messages,
) -> Option<TableScene> {
    let scene = listed(cube, view, figures, (view.level?, words));
    Some(scene.sorted(&|a, b| order(a, b, view.sort)))
}

/// The ranked bars of a view: the level of the table where it lists groups, else the groups above
/// the regions; with a region or such a group in focus, the regions of that group. Largest first.
#[must_use]
pub fn ranking(
    cube: &Cube,
    view: &ResolvedView,
    figures: &Figures,
    words: &Messages,
) -> Option<TableScene> {
    let level = view.level?;
    let parent = parent_axis(cube).filter(|_| level.grouping().is_none());
    let above = parent.zip(view.place).and_then(|(parent, place)| {
        let at = match place.axis {
            axis if axis == parent => Some(place.at),
            axis if axis == level => cube.along(parent, place.at),
            _ => None,
        };
        at.map(|at| Place { axis: parent, at })
    });
    let axis = if above.is_some() {
        level
    } else {
        parent.unwrap_or(level)
    };
    let mut scene = listed(cube, view, figures, (axis, words));
    if let Some(above) = above {
        scene
            .rows
            .retain(|row| cube.along(above.axis, row.place.at) == Some(above.at));
        scene.within = Some(place_name(cube, Some(above), words));
    }
    let key = |row: &Row| row.quantity(view.quantity).unwrap_or(f64::NEG_INFINITY);
    Some(scene.sorted(&|a, b| key(b).total_cmp(&key(a))))
}

fn listed(
    cube: &Cube,
    view: &ResolvedView,
    figures: &Figures,
    (axis, words): (Axis, &Messages),
) -> TableScene {
    // A group in focus is looked into; any other place in focus is marked among its like.
    let into = view
        .place
        .is_some_and(|place| place.axis.grouping().is_some() && place.axis != axis);
    let (now, base, selection) = if into {
        (&figures.view, &figures.base, &view.selection)
    } else {
        (&figures.places, &figures.places_base, &view.filters)
    };
    let (now, base) = (now.marginal(axis), base.marginal(axis));
    let people = inhabitants(cube, selection, axis);
    let whole = whole_rate(cube, view, figures, axis);
    let parent = parent_axis(cube).filter(|parent| axis.grouping().is_none() && *parent != axis);
    let adds_up = cube.metadata().aggregation == Aggregation::Sum;
    let row = |(at, category): (CatIx, &crate::cube::Category)| {
        let figure = now.figure(at);
        let people = people.as_ref().map(|people| Figure::Number(people[at.0]));
        let rate = people
            .and_then(|people| figure.over(people))
            .map(|share| share * 1000.0);
        let group =
            parent.and_then(|parent| Some(cube.members(parent).get(cube.along(parent, at)?)));
        let place = Place { axis, at };
        Row {
            place,
            code: category.code().to_string(),
            name: category.label().in_lang(words.code).to_owned(),
            group: group.map_or_else(String::new, |group| {
                group.label().in_lang(words.code).to_owned()
            }),
            figure,
            value: figure_text(figure, words),
            share: figure.over(base.figure(at)).filter(|_| adds_up),
            rate,
            index: rate.zip(whole).map(|(rate, whole)| rate / whole * 100.0),
            rests: count_of(cube, axis, at),
            rate_pattern: count_of(cube, axis, at).filter(|rests| *rests != Rests::Own),
            pattern: pattern_of_selection(cube, &view.filters, place),
            focus: view.place.is_some_and(|focus| holds(cube, place, focus)),
        }
    };
    let total = cube
        .dimension(axis.dimension())
        .total()
        .filter(|_| axis.grouping().is_none());
    let shown = cube
        .members(axis)
        .iter()
        .filter(|(at, _)| now.is_shown(*at) && Some(*at) != total);
    let level = cube.axis_label(axis).in_lang(words.code).to_owned();
    let noun = noun_text(cube, Figure::Number(0.0), words.code);
    let measure = measured(cube, &view.filters).map(|it| measure_text(it, words.code));
    let noun = begin_line(match &measure {
        Some(measure) => measure,
        None if noun.is_empty() => words.as_count,
        None => &noun,
    });
    let period = period_text(cube, &view.selection, words.code);
    let chosen = picked_text(cube, selection, None, words);
    let counted = chosen.map_or_else(|| noun.clone(), |chosen| format!("{noun} {chosen}"));
    let caption = fill(
        words.table,
        &[("noun", &counted), ("level", &level), ("period", &period)],
    );
    let columns = Column::ALL.into_iter().filter(|column| {
        let groups = *column != Column::Group || parent.is_some();
        groups && column.is_offered(cube)
    });
    TableScene {
        axis,
        caption: caption.trim_end_matches([',', ' ']).to_owned(),
        level,
        noun,
        group: parent.map(|parent| cube.axis_label(parent).in_lang(words.code).to_owned()),
        within: None,
        columns: columns.collect(),
        rows: shown.map(row).collect(),
    }
}

/// The rate of all places under the filters, for the index.
fn whole_rate(cube: &Cube, view: &ResolvedView, figures: &Figures, axis: Axis) -> Option<f64> {
    let geo = view.geo?;
    let everywhere = view
        .filters
        .clauses()
        .filter(|(axis, _)| axis.dimension() != geo);
    let everywhere = everywhere.fold(crate::cube::Selection::all(), |all, (axis, picked)| {
        all.with(axis, picked.to_vec())
    });
    let people = *inhabitants(cube, &everywhere, axis)?.last()?;
    let total = if everywhere == view.selection {
        figures.view.total()
    } else {
        crate::cube::linked(cube, &everywhere).total()
    };
    total
        .over(Figure::Number(people))
        .map(|share| share * 1000.0)
        .filter(|rate| *rate > 0.0)
}

/// Whether a listed place is the one in focus, or the group that holds it.
fn holds(cube: &Cube, listed: Place, focus: Place) -> bool {
    let above =
        focus.axis.grouping().is_none() && cube.along(listed.axis, focus.at) == Some(listed.at);
    listed == focus || (above && listed.axis.dimension() == focus.axis.dimension())
}

/// The order of two rows; what is not known stands last either way.
fn order(a: &Row, b: &Row, sort: Sort) -> Ordering {
    let turned = |order: Ordering| {
        if sort.descending {
            order.reverse()
        } else {
            order
        }
    };
    let texts = |a: &str, b: &str| turned(a.chars().map(small).cmp(b.chars().map(small)));
    let numbers = |a: Option<f64>, b: Option<f64>| match (a, b) {
        (Some(a), Some(b)) => turned(a.total_cmp(&b)),
        (a, b) => b.is_some().cmp(&a.is_some()),
    };
    match sort.column {
        Column::Code => texts(&a.code, &b.code),
        Column::Name => texts(&a.name, &b.name),
        Column::Group => texts(&a.group, &b.group),
        Column::Value => numbers(a.figure.number(), b.figure.number()),
        Column::Share => numbers(a.share, b.share),
        Column::Rate => numbers(a.rate, b.rate),
    }
}
