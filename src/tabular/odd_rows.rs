//! Rows that seem to be no rows of the table: those of another one, another heading, a year that is mistyped.

use std::collections::HashMap;

use super::doubts::Understood;
use super::finding::{Finding, Gravity, Spot};
use super::label::name;
use super::plan::Use;
use super::texts::{BLANK, TextIx};
use crate::cube::Period;

/// Words of lines between the pages of one table.
const PAGE_WORDS: [&str; 12] = [
    "page",
    "pages",
    "halaman",
    "página",
    "pagina",
    "seite",
    "hal",
    "continued",
    "cont",
    "suite",
    "lanjutan",
    "trang",
];

/// Whether a line stands between the pages of one table: `Page 2`.
pub(super) fn is_page_line(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| PAGE_WORDS.contains(&word))
}

/// What is found, each with its place.
pub(super) fn odd_rows(table: &Understood<'_>) -> Vec<Finding> {
    let mut found: Vec<Finding> = second_table(table).into_iter().collect();
    found.extend(other_heading(table));
    found.extend(two_names(table));
    for at in 0..table.columns.len() {
        found.extend(odd_years(table, at));
    }
    found.extend(odd_years_across(table));
    found
}

/// Another table below: a line of its own right above the heading that stands again.
fn second_table(table: &Understood<'_>) -> Option<Finding> {
    let (grid, layout) = (table.grid, table.layout);
    let text_of = |row: usize| {
        let cells = grid.row(row).iter().filter(|cell| **cell != BLANK);
        let texts = cells.map(|cell| name(grid.texts().get(*cell)).into_owned());
        texts.collect::<Vec<_>>().join(" ")
    };
    let titles: Vec<String> = layout.titles.iter().map(|row| text_of(*row)).collect();
    let is_title = |row: usize| {
        let text = text_of(row);
        let has_letters = text.chars().any(char::is_alphabetic);
        has_letters && !titles.contains(&text) && !is_page_line(&text)
    };
    let above = |heading: usize| {
        (0..heading)
            .rev()
            .find(|row| grid.filled(*row) > 0)
            .filter(|row| layout.interruptions.contains(row) && is_title(*row))
    };
    let title = layout
        .repeated_headings
        .iter()
        .find_map(|row| above(*row))?;
    let texts = [
        format!("\"{}\" above a heading that stands again", text_of(title)),
        "one table".to_owned(),
        "put each table into a file or a sheet of its own; accept = [\"second-table\"] where they are parts of one"
            .to_owned(),
    ];
    let spot = Spot::Line(grid.line(title));
    Some(Finding::new(
        Gravity::Question,
        "second-table",
        (table.file, spot),
        texts,
    ))
}

/// A row that names the columns anew: the heading of a column stands in it.
fn other_heading(table: &Understood<'_>) -> Option<Finding> {
    let (grid, layout) = (table.grid, table.layout);
    let heading = layout.heading.end.checked_sub(1)?;
    let is_key = |at: &usize| matches!(table.plan.columns[*at], Use::Code(_) | Use::Name(_));
    let keys: Vec<usize> = (0..table.columns.len()).filter(is_key).collect();
    let names_again = |row: &&usize| {
        let mut keys = keys.iter();
        keys.any(|at| {
            let cell = grid.cell(heading, *at);
            cell != BLANK && grid.cell(**row, *at) == cell
        })
    };
    let row = *layout.body.iter().find(names_again)?;
    let texts = [
        "another heading in the middle of the table".to_owned(),
        "the same columns in all rows".to_owned(),
        "put what stands below it into a file of its own, or give all rows the same columns"
            .to_owned(),
    ];
    let spot = Spot::Line(grid.line(row));
    Some(Finding::new(
        Gravity::Error,
        "another-heading",
        (table.file, spot),
        texts,
    ))
}

/// A code that stands beside two names, where the others stand beside one each.
fn two_names(table: &Understood<'_>) -> Option<Finding> {
    let (grid, layout) = (table.grid, table.layout);
    let is_key = |at: usize| matches!(table.plan.columns.get(at), Some(Use::Code(_)));
    let is_codes = |at: &usize| {
        let column = &table.columns[*at];
        is_key(*at)
            && is_key(at + 1)
            && column.has_figures
            && column.is_whole
            && !column.has_periods
    };
    let at = (0..table.columns.len()).find(is_codes)?;
    let mut named: HashMap<TextIx, TextIx> = HashMap::new();
    let mut again: HashMap<TextIx, usize> = HashMap::new();
    for row in &layout.body {
        let (code, own) = (grid.cell(*row, at), grid.cell(*row, at + 1));
        if *named.entry(code).or_insert(own) != own {
            again.entry(code).or_insert(*row);
        }
    }
    if again.is_empty() || again.len() * 3 > named.len() {
        return None;
    }
    let row = *again.values().min()?;
    let text = |cell: TextIx| name(grid.texts().get(cell)).into_owned();
    let code = grid.cell(row, at);
    let texts = [
        format!(
            "code \"{}\" beside \"{}\" and \"{}\"",
            text(code),
            text(named[&code]),
            text(grid.cell(row, at + 1))
        ),
        "one name of each code".to_owned(),
        "correct the code or the name".to_owned(),
    ];
    let spot = grid.spot(row, at + 1);
    Some(Finding::new(
        Gravity::Error,
        "two-names",
        (table.file, spot),
        texts,
    ))
}

/// Whether a text is a year, or is meant to be one: `20233`, `2O23`.
fn year_or_slip(text: &str) -> Option<bool> {
    if text.len() == 4 && Period::parse(text).is_some() {
        return Some(true);
    }
    let like_year = (4..=5).contains(&text.len())
        && text
            .chars()
            .all(|it| it.is_ascii_digit() || "OolI".contains(it))
        && text.chars().filter(char::is_ascii_digit).count() >= 3;
    like_year.then_some(false)
}

/// What is no year among years, of texts with their places.
fn no_year(table: &Understood<'_>, texts: Vec<(String, Spot)>) -> Option<Finding> {
    let (mut years, mut odd) = (0, Vec::new());
    for (text, spot) in texts {
        if year_or_slip(&text)? {
            years += 1;
        } else {
            odd.push((text, spot));
        }
    }
    let times = odd.len();
    let (text, spot) = odd.into_iter().next()?;
    if years < 2 * times {
        return None;
    }
    let texts = [
        format!("\"{text}\" among years"),
        "a year".to_owned(),
        "correct the cell".to_owned(),
    ];
    let mut finding = Finding::new(Gravity::Error, "no-year", (table.file, spot), texts);
    finding.times = times;
    Some(finding)
}

/// What is no year in a column of years.
fn odd_years(table: &Understood<'_>, at: usize) -> Option<Finding> {
    let (grid, layout) = (table.grid, table.layout);
    if !matches!(table.plan.columns[at], Use::Code(_) | Use::Name(_)) {
        return None;
    }
    // A table of millions of rows has few texts in a column of years.
    let different = table.columns[at].texts.iter();
    let slips = different.map(|cell| year_or_slip(&name(grid.texts().get(*cell))));
    let slips: Vec<bool> = slips.collect::<Option<_>>()?;
    if slips.iter().all(|is_year| *is_year) || !slips.contains(&true) {
        return None;
    }
    let rows = layout.body.iter();
    let texts = rows.map(|row| (name(grid.text(*row, at)).into_owned(), grid.spot(*row, at)));
    no_year(table, texts.collect())
}

/// What is no year among the years of a heading.
fn odd_years_across(table: &Understood<'_>) -> Option<Finding> {
    let (grid, layout) = (table.grid, table.layout);
    let row = layout.heading.end.checked_sub(1)?;
    let figures = (0..table.columns.len())
        .filter(|at| matches!(table.plan.columns[*at], Use::Figures { .. }));
    let texts = figures.map(|at| (name(grid.text(row, at)).into_owned(), grid.spot(row, at)));
    no_year(table, texts.collect())
}
