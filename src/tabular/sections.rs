//! Rows in sections, each below a line that holds only its label: `Male`, then rows, `Female`, then the same rows.

use std::collections::BTreeSet;

use super::across::dimension_across;
use super::added_column::with_column;
use super::finding::{Finding, Gravity, Spot, first_names};
use super::grid::Grid;
use super::label::name;
use super::layout::Layout;
use super::odd_rows::is_page_line;
use super::texts::{BLANK, TextIx};

/// A sheet of sections with a column of their labels behind all others.
pub(super) struct Sectioned {
    pub(super) grid: Grid,
    /// The labels, in order.
    pub(super) labels: Vec<String>,
    /// What is asked where not the same rows stand below each.
    pub(super) question: Option<Finding>,
}

/// A line that names what follows.
struct Line {
    row: usize,
    label: String,
}

/// Rows of the body below a line, of one label.
struct Section {
    label: String,
    row: usize,
    rows: Vec<usize>,
}

/// The sheet with its sections as a column; `None` where it has none, as where lines name groups that each have
/// rows of their own.
pub(super) fn sectioned(file: &str, grid: &Grid, layout: &Layout) -> Option<Sectioned> {
    let (lines, is_in_heading) = match lines_of_headings(grid, layout) {
        lines if lines.is_empty() => (lines_alone(grid, layout), false),
        lines => (lines, true),
    };
    let sections = sections_of(layout, &lines)?;
    let keys: Vec<BTreeSet<Vec<TextIx>>> = (sections.iter())
        .map(|section| {
            section
                .rows
                .iter()
                .map(|row| key(grid, layout, *row))
                .collect()
        })
        .collect();
    let (first, others) = keys.split_first()?;
    let has_names = first
        .iter()
        .any(|key| key.iter().any(|cell| *cell != BLANK));
    let overlap = others.iter().any(|other| !other.is_disjoint(first));
    if others.is_empty() || !has_names || !overlap {
        return None;
    }
    let labels: Vec<String> = sections.iter().map(|it| it.label.clone()).collect();
    // Sexes, ages and periods part one thing; anything else may be what is measured.
    let part_one_thing = dimension_across(&labels, 0).id != "category";
    if !is_in_heading && !layout.repeated_headings.is_empty() && !part_one_thing {
        return None;
    }
    let place = (file, Spot::Line(grid.line(sections[0].row)));
    let question = if others.iter().any(|other| other != first) {
        Some(rows_differ(place, grid, (&labels, &keys)))
    } else {
        (is_in_heading && !part_one_thing).then(|| headings_differ(place, &labels))
    };
    let without = is_in_heading.then(|| sections[0].row);
    Some(Sectioned {
        grid: with_labels((grid, layout), (&lines, &sections), (&labels, without)),
        labels,
        question,
    })
}

/// The lines within a table, or right above its heading where that stands again, that hold one text.
fn lines_alone(grid: &Grid, layout: &Layout) -> Vec<Line> {
    if layout.interruptions.is_empty() {
        return Vec::new();
    }
    let above = layout
        .titles
        .last()
        .filter(|_| !layout.repeated_headings.is_empty());
    let rows = above.into_iter().chain(&layout.interruptions).copied();
    let line = |row: usize| {
        let mut cells = grid.row(row).iter().filter(|cell| **cell != BLANK);
        let label = name(grid.texts().get(*cells.next()?)).into_owned();
        (cells.next().is_none() && !is_page_line(&label)).then_some(Line { row, label })
    };
    rows.filter_map(line).collect()
}

/// The heading and the rows that repeat it but for its first cell: `Male,2021,2022` and `Female,2021,2022`.
fn lines_of_headings(grid: &Grid, layout: &Layout) -> Vec<Line> {
    let Some(heading) = layout.heading.clone().last() else {
        return Vec::new();
    };
    let figures: Vec<usize> = (0..layout.width)
        .filter(|at| layout.has_figures[*at] && grid.cell(heading, *at) != BLANK)
        .collect();
    let own = grid.cell(heading, 0);
    let is_heading = |row: &usize| {
        let is_same = |at: &usize| grid.cell(*row, *at) == grid.cell(heading, *at);
        figures.iter().all(is_same) && grid.cell(*row, 0) != BLANK && grid.cell(*row, 0) != own
    };
    if figures.len() < 2 || figures[0] == 0 {
        return Vec::new();
    }
    let again: Vec<usize> = layout.body.iter().copied().filter(is_heading).collect();
    let first = Some(heading).filter(|_| !again.is_empty());
    let line = |row: usize| Line {
        row,
        label: name(grid.text(row, 0)).into_owned(),
    };
    first.into_iter().chain(again).map(line).collect()
}

/// The rows below each line, those of the same label together; `None` where rows stand above the first line or
/// nothing below one.
fn sections_of(layout: &Layout, lines: &[Line]) -> Option<Vec<Section>> {
    let mut sections: Vec<Section> = Vec::new();
    let first = lines.first()?.row;
    if layout.body.first()? < &first {
        return None;
    }
    for (nth, line) in lines.iter().enumerate() {
        let end = lines.get(nth + 1).map_or(usize::MAX, |next| next.row);
        let from = layout.body.partition_point(|row| *row <= line.row);
        let to = layout.body.partition_point(|row| *row < end);
        let rows = &layout.body[from..to];
        if rows.is_empty() {
            return None;
        }
        match sections.iter_mut().find(|it| it.label == line.label) {
            Some(known) => known.rows.extend(rows),
            None => sections.push(Section {
                label: line.label.clone(),
                row: line.row,
                rows: rows.to_vec(),
            }),
        }
    }
    Some(sections)
}

/// What a row is about: its cells in columns of no figures, and of years.
fn key(grid: &Grid, layout: &Layout, row: usize) -> Vec<TextIx> {
    let is_key = |at: &usize| !layout.has_figures[*at] || layout.has_years[*at];
    let columns = (0..layout.width).filter(is_key);
    columns.map(|at| grid.cell(row, at)).collect()
}

/// What is asked where headings differ in their first cell, which may be what is measured.
fn headings_differ(place: (&str, Spot), labels: &[String]) -> Finding {
    let texts = [
        format!(
            "a heading that stands again but for its first cell: {}",
            first_names(labels.iter().map(String::as_str))
        ),
        "one table".to_owned(),
        "accept = [\"sections\"] where these are categories of one measure; else put each table into a file of its \
         own"
            .to_owned(),
    ];
    Finding::new(Gravity::Question, "sections", place, texts)
}

/// What is asked where some rows stand below one label and not below another.
fn rows_differ(
    place: (&str, Spot),
    grid: &Grid,
    (labels, keys): (&[String], &[BTreeSet<Vec<TextIx>>]),
) -> Finding {
    let text = |key: &Vec<TextIx>| {
        let cells = key.iter().filter(|cell| **cell != BLANK);
        let texts: Vec<_> = cells.map(|cell| name(grid.texts().get(*cell))).collect();
        texts.join(" ")
    };
    let everywhere = |key: &&Vec<TextIx>| keys.iter().all(|other| other.contains(*key));
    let odd = labels.iter().zip(keys).flat_map(|(label, own)| {
        let odd = own.iter().filter(|key| !everywhere(key));
        odd.map(move |key| format!("\"{}\" below \"{label}\"", text(key)))
    });
    let odd: Vec<String> = odd.collect();
    let labels = first_names(labels.iter().map(String::as_str));
    let texts = [
        format!(
            "lines that hold only a label ({labels}), and rows that do not stand below each: {}",
            first_names(odd.iter().map(String::as_str))
        ),
        "the same rows below each label".to_owned(),
        "write the label into a column of its own in every row; or accept = [\"sections\"] where every row belongs \
         to the label above it"
            .to_owned(),
    ];
    let mut question = Finding::new(Gravity::Question, "sections", place, texts);
    question.times = odd.len();
    question
}

/// The rows without the lines of labels, and a column of labels behind them. `without`: the heading from which a
/// label is taken that stands in it.
fn with_labels(
    (grid, layout): (&Grid, &Layout),
    (lines, sections): (&[Line], &[Section]),
    (labels, without): (&[String], Option<usize>),
) -> Grid {
    let heading = dimension_across(labels, 0).label;
    let mut added: Vec<Option<&str>> = vec![None; grid.len()];
    for section in sections {
        section
            .rows
            .iter()
            .for_each(|row| added[*row] = Some(&section.label));
    }
    let last = layout.heading.clone().last();
    for row in last
        .into_iter()
        .chain(layout.repeated_headings.iter().copied())
    {
        added[row] = Some(&heading);
    }
    let left_out = lines
        .iter()
        .map(|line| line.row)
        .filter(|row| without != Some(*row));
    let left_out: Vec<usize> = left_out.collect();
    let mut made = with_column(grid, layout.width, &added, &left_out);
    if let Some(heading) = without {
        made.set(heading, 0, "");
    }
    made
}
