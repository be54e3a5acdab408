//! Where in a sheet the table is: title lines, heading, body, notes.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;

use super::entry::{Entry, entry};
use super::grid::Grid;
use super::label::name;
use super::separators::DecimalSign;
use super::texts::{BLANK, TextIx};
use crate::cube::Period;

/// Rows of a heading at most.
const MOST_HEADING_ROWS: usize = 4;

/// Words that begin a remark below a table.
const REMARKS: [&str; 20] = [
    "source",
    "sources",
    "note",
    "notes",
    "nb",
    "n.b.",
    "remark",
    "fuente",
    "fuentes",
    "nota",
    "notas",
    "fonte",
    "fontes",
    "sumber",
    "catatan",
    "quelle",
    "nguồn",
    "ghi chú",
    "ที่มา",
    "المصدر",
];

/// What a text looks like before anything is known of its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Blank,
    Figure,
    /// A figure that can be a year.
    Year,
    /// A sign of a missing or hidden figure.
    Sign,
    Text,
}

/// The parts of a sheet, by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    /// Columns of the table.
    pub(super) width: usize,
    /// Title lines above it.
    pub(super) titles: Vec<usize>,
    pub(super) heading: Range<usize>,
    pub(super) body: Vec<usize>,
    /// Where the heading stands again within the body.
    pub(super) repeated_headings: Vec<usize>,
    /// Lines of text within the body, as page numbers.
    pub(super) interruptions: Vec<usize>,
    /// Lines of text below it.
    pub(super) notes: Vec<usize>,
    /// Rows in which nothing stands.
    pub(super) blank: usize,
    /// Of each column, whether it holds figures.
    pub(super) has_figures: Vec<bool>,
    /// Of each column, whether its figures are years.
    pub(super) has_years: Vec<bool>,
    /// A last row without figures that was taken out of the body and is to be asked for, and the column of its
    /// first odd text.
    pub(super) odd_last: Option<(usize, usize)>,
}

/// What each text of a sheet looks like. Shape: one entry a text.
pub(super) fn looks(grid: &Grid) -> Vec<Look> {
    grid.texts().iter().map(look).collect()
}

/// What a text looks like.
pub(super) fn look(text: &str) -> Look {
    // Whichever sign is the decimal one: a figure is read with one of them.
    let read = entry(text, DecimalSign::Point);
    let read = if read == Entry::Text {
        entry(text, DecimalSign::Comma)
    } else {
        read
    };
    match read {
        Entry::Blank => Look::Blank,
        Entry::Text => Look::Text,
        Entry::Symbol { .. } => Look::Sign,
        Entry::Figure(figure) => {
            // With a mark, the name of a month or the nothing of a decimal it is still one.
            let text = name(text);
            let digits = text.bytes().take_while(u8::is_ascii_digit).count();
            let is_plain = digits == 4 && (text.len() == 4 || Period::parse(&text).is_some());
            let is_year =
                |year: f64| (1800.0..=2100.0).contains(&year) || (2400.0..=2650.0).contains(&year);
            if is_plain && is_year(figure.value) {
                Look::Year
            } else {
                Look::Figure
            }
        }
    }
}

impl Layout {
    /// The layout of a sheet; `None` where nothing stands in it.
    pub(super) fn of(grid: &Grid, looks: &[Look]) -> Option<Self> {
        let width = width(grid)?;
        let columns = Columns::of(grid, looks, width);
        let first = (0..grid.len()).find(|row| columns.is_body(grid, looks, *row));
        let first = first.unwrap_or(grid.len());
        let heading = heading(grid, first, width);
        let mut layout = Self {
            width,
            titles: (0..heading.start)
                .filter(|row| grid.filled(*row) > 0)
                .collect(),
            body: Vec::new(),
            repeated_headings: Vec::new(),
            interruptions: Vec::new(),
            notes: Vec::new(),
            blank: (0..heading.start)
                .filter(|row| grid.filled(*row) == 0)
                .count(),
            has_figures: columns.figures.clone(),
            has_years: columns.years.clone(),
            odd_last: None,
            heading,
        };
        let below = if layout.heading.is_empty() {
            first
        } else {
            layout.heading.end
        };
        layout.take_tags(grid);
        layout.part_rows(grid, looks, below);
        layout.take_footnotes(grid);
        layout.take_rows_back(grid);
        layout.take_marked_notes(grid, looks);
        Some(layout)
    }

    fn part_rows(&mut self, grid: &Grid, looks: &[Look], first: usize) {
        let mut lines = Vec::new();
        for row in first..grid.len() {
            let cells = grid.row(row);
            let is_heading = self
                .heading
                .clone()
                .any(|it| same_texts(grid.row(it), cells));
            let says_figures = (cells.iter().enumerate())
                .any(|(at, cell)| at > 0 && looks[cell.index()] != Look::Text && *cell != BLANK);
            match grid.filled(row) {
                0 => self.blank += 1,
                _ if is_heading => self.repeated_headings.push(row),
                // A line of text alone: below the table a note, within it an interruption.
                1 if !says_figures && self.width > 1 => lines.push(row),
                _ => {
                    self.interruptions.append(&mut lines);
                    self.body.push(row);
                }
            }
        }
        self.notes = lines;
    }

    /// Takes from a heading its last row, where that has tags for machines, as `#adm1+name`.
    fn take_tags(&mut self, grid: &Grid) {
        let Some(last) = self
            .heading
            .clone()
            .last()
            .filter(|_| self.heading.len() > 1)
        else {
            return;
        };
        let mut texts = grid.row(last).iter().filter(|cell| **cell != BLANK);
        if texts.all(|cell| grid.texts().get(*cell).starts_with('#')) {
            self.heading.end = last;
            self.repeated_headings.push(last);
        }
    }

    /// Takes from the end of a wide table the rows of two fields, several together, as a list of footnotes
    /// has: a sign and its text. A row that was cut off begins as others do.
    fn take_footnotes(&mut self, grid: &Grid) {
        let is_short = |row: &usize| grid.row(*row).len() == 2;
        let from = self.body.iter().rposition(|row| !is_short(row));
        let from = from.map_or(0, |last| last + 1);
        let (rows, notes) = self.body.split_at(from);
        if self.width < 4 || notes.len() < 2 || rows.is_empty() {
            return;
        }
        let begins: HashSet<TextIx> = rows.iter().map(|row| grid.cell(*row, 0)).collect();
        if notes.iter().any(|row| begins.contains(&grid.cell(*row, 0))) {
            return;
        }
        let notes = self.body.split_off(from);
        self.notes.splice(0..0, notes);
    }

    /// Takes from the end the rows of notes that have as many fields as others, begin with a mark and hold no
    /// figure.
    fn take_marked_notes(&mut self, grid: &Grid, looks: &[Look]) {
        let is_note = |row: usize| {
            let first = grid.row(row).iter().find(|cell| **cell != BLANK);
            let text = first.map_or("", |cell| grid.texts().get(*cell).trim_start());
            text.starts_with(['*', '†', '‡']) && self.has_words_for_figures(grid, looks, row)
        };
        let rows = self.body.iter().rposition(|row| !is_note(*row));
        let notes = self.body.split_off(rows.map_or(0, |last| last + 1));
        self.notes.extend(notes);
        self.notes.sort_unstable();
    }

    /// Whether a row has words in columns of figures, and in none a figure or what is one with a slip, as `12l`.
    pub(super) fn has_words_for_figures(&self, grid: &Grid, looks: &[Look], row: usize) -> bool {
        let columns = (0..self.width).filter(|at| self.has_figures[*at]);
        let mut texts = columns
            .map(|at| grid.cell(row, at))
            .filter(|cell| *cell != BLANK)
            .peekable();
        let begins_with_digit = |cell: TextIx| {
            let text = grid.texts().get(cell).trim_start();
            text.starts_with(|letter: char| letter.is_ascii_digit())
        };
        texts.peek().is_some()
            && texts.all(|cell| looks[cell.index()] == Look::Text && !begins_with_digit(cell))
    }

    /// Makes rows again of lines of text that are no remark: what stands there alone is met in that column as a
    /// category, so that all else of its row is blank.
    fn take_rows_back(&mut self, grid: &Grid) {
        let alone = |row: &usize| {
            let mut cells = grid.row(*row).iter().copied().enumerate();
            cells.find(|(_, cell)| *cell != BLANK)
        };
        let lines = self.interruptions.iter().chain(&self.notes);
        let asked: HashSet<(usize, TextIx)> = lines.filter_map(alone).collect();
        let columns: BTreeSet<usize> = asked.iter().map(|(column, _)| *column).collect();
        let met: HashSet<(usize, TextIx)> = (self.body.iter())
            .flat_map(|row| columns.iter().map(|at| (*at, grid.cell(*row, *at))))
            .filter(|cell| asked.contains(cell))
            .collect();
        let is_row = |row: &usize| alone(row).is_some_and(|cell| met.contains(&cell));
        for lines in [&mut self.interruptions, &mut self.notes] {
            let rows = lines.iter().copied().filter(|row| is_row(row));
            self.body.extend(rows);
            lines.retain(|row| !is_row(row));
        }
        self.body.sort_unstable();
    }

    /// The headings of a column, from the top; of a cell that spans several columns, that of each. Shape:
    /// one entry a row of the heading, empty where nothing stands there.
    pub(super) fn heading_of(&self, grid: &Grid, column: usize) -> Vec<TextIx> {
        let has_figures = self.has_figures.get(column).copied().unwrap_or_default();
        headings_over(grid, &self.heading, column, has_figures)
    }

    /// The headings of a column as one text, from the top.
    pub(super) fn name_of(&self, grid: &Grid, column: usize) -> String {
        let cells = self.heading_of(grid, column);
        let texts = cells.iter().map(|cell| name(grid.texts().get(*cell)));
        let texts: Vec<_> = texts.filter(|text| !text.is_empty()).collect();
        texts.join(", ")
    }

    /// The column in which a row of the table begins as a remark does: `Source: …`.
    fn remark_in(&self, grid: &Grid, row: usize) -> Option<usize> {
        let column = (0..self.width).find(|at| grid.cell(row, *at) != BLANK)?;
        let text = grid.text(row, column).trim().to_lowercase();
        let (word, _) = text.split_once(':')?;
        REMARKS.contains(&word.trim()).then_some(column)
    }

    /// A last row that has words where all others have figures or periods, as a note in as many fields has,
    /// and the column of the first.
    pub(super) fn odd_last_row(&self, grid: &Grid, looks: &[Look]) -> Option<(usize, usize)> {
        let (last, others) = self.body.split_last()?;
        if let Some(column) = self.remark_in(grid, *last) {
            return Some((*last, column));
        }
        let is_text = |row: usize, at: usize| looks[grid.cell(row, at).index()] == Look::Text;
        let is_odd = |at: &usize| {
            self.has_figures[*at]
                && is_text(*last, *at)
                && !others.is_empty()
                && !others.iter().any(|row| is_text(*row, *at))
        };
        let column = (0..self.width).find(is_odd)?;
        Some((*last, column))
    }
}

/// The commonest number of fields among the rows that have several; of two the larger.
fn width(grid: &Grid) -> Option<usize> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for row in 0..grid.len() {
        let least = usize::from(grid.row(row).len() > 1);
        if grid.filled(row) > least {
            *counts.entry(grid.row(row).len()).or_default() += 1;
        }
    }
    let commonest = counts.iter().max_by_key(|(width, rows)| (**rows, **width));
    commonest.map(|(width, _)| *width)
}

/// What the columns of a table hold.
struct Columns {
    figures: Vec<bool>,
    years: Vec<bool>,
}

impl Columns {
    fn of(grid: &Grid, looks: &[Look], width: usize) -> Self {
        let mut counts = vec![[0_usize; 3]; width];
        for row in 0..grid.len() {
            for (cell, counts) in grid.row(row).iter().zip(&mut counts) {
                match looks[cell.index()] {
                    Look::Figure => counts[0] += 1,
                    Look::Year => counts[1] += 1,
                    Look::Text => counts[2] += 1,
                    Look::Sign | Look::Blank => {}
                }
            }
        }
        let has_figures =
            |[figures, years, texts]: &[usize; 3]| figures + years > 0 && figures + years >= *texts;
        let has_years = |[figures, years, _]: &[usize; 3]| *years > 4 * figures;
        Self {
            figures: counts.iter().map(has_figures).collect(),
            years: counts.iter().map(has_years).collect(),
        }
    }

    /// Whether a row holds figures where its columns do. Years over columns of other figures head them, where
    /// no other figure stands beside them and the rows above do not name every column already.
    fn is_body(&self, grid: &Grid, looks: &[Look], row: usize) -> bool {
        let (mut body, mut others, mut texts) = (0, 0, 0);
        let mut years = Vec::new();
        for (column, cell) in grid.row(row).iter().enumerate() {
            if !self.figures.get(column).copied().unwrap_or_default() {
                continue;
            }
            match looks[cell.index()] {
                Look::Text => texts += 1,
                Look::Year if !self.years[column] => years.push(year_in(grid.texts().get(*cell))),
                Look::Figure => others += 1,
                Look::Year | Look::Sign => body += 1,
                Look::Blank => {}
            }
        }
        let are_figures = others > 0 || !is_series(&years) && self.are_named(grid, row);
        let (body, heading) = if are_figures {
            (body + others + years.len(), texts)
        } else {
            (body, texts + years.len())
        };
        body > heading && !self.counts_up(grid, row)
    }

    /// Whether the rows above a row name each column in which it holds something, no two alike, and it names
    /// something itself that is none of these names.
    fn are_named(&self, grid: &Grid, row: usize) -> bool {
        let width = self.figures.len();
        let above = heading(grid, row, width);
        let names = |column: usize| headings_over(grid, &above, column, self.figures[column]);
        let filled: Vec<usize> = (0..width)
            .filter(|at| grid.cell(row, *at) != BLANK)
            .collect();
        let different: HashSet<Vec<TextIx>> = filled.iter().map(|at| names(*at)).collect();
        let are_texts = |at: &usize| !self.figures[*at];
        let names_something = !(0..width).any(|at| are_texts(&at)) || filled.iter().any(are_texts);
        let is_name = |at: &usize| are_texts(at) && names(*at).contains(&grid.cell(row, *at));
        different.len() == filled.len()
            && different
                .iter()
                .all(|names| names.iter().any(|it| *it != BLANK))
            && names_something
            && !filled.iter().any(is_name)
    }

    /// Whether a row holds 0, 1, 2, … over and over: single years of age, and no figures.
    fn counts_up(&self, grid: &Grid, row: usize) -> bool {
        let cells = grid.row(row).iter().enumerate();
        let figures = cells.filter(|(column, _)| self.figures.get(*column) == Some(&true));
        let numbers = figures.map(|(_, cell)| grid.texts().get(*cell).parse::<usize>().ok());
        let numbers: Vec<usize> = numbers.flatten().collect();
        let steps = numbers
            .windows(2)
            .filter(|pair| pair[1] == pair[0] + 1)
            .count();
        numbers.len() >= 5 && steps * 10 >= (numbers.len() - 1) * 9
    }
}

/// The rows of the heading above the first row of the body: the nearest that is not blank, and those above
/// it that name more than one thing, or one that is not at their start.
fn heading(grid: &Grid, first: usize, width: usize) -> Range<usize> {
    let is_part = |row: usize| {
        let filled = grid.filled(row);
        let names_later = grid.row(row).iter().skip(1).any(|cell| *cell != BLANK);
        grid.row(row).len() == width && filled > 0 && names_later
    };
    let over_blank = |mut end: usize| {
        while end > 0 && grid.filled(end - 1) == 0 {
            end -= 1;
        }
        end
    };
    let mut end = over_blank(first);
    // What stands alone at the start of a row, right below a heading, is the name of what follows.
    let is_name = |row: usize| {
        grid.filled(row) == 1 && grid.row(row).len() <= width && grid.cell(row, 0) != BLANK
    };
    if width > 1 && end > 0 && is_name(end - 1) {
        let above = over_blank(end - 1);
        if above > 0 && is_part(above - 1) {
            end = above;
        }
    }
    let mut start = end;
    while start > 0 && end - start < MOST_HEADING_ROWS && is_part(start - 1) {
        start -= 1;
    }
    if start == end && width == 1 && end > 0 {
        start -= 1;
    }
    start..end
}

/// The texts of a heading over a column, from the top; of a cell that spans several columns, that of each.
fn headings_over(
    grid: &Grid,
    heading: &Range<usize>,
    column: usize,
    has_figures: bool,
) -> Vec<TextIx> {
    let last = heading.end.saturating_sub(1);
    let over = |row: usize| {
        let own = grid.cell(row, column);
        // Over a column of names nothing spans: only the last row names it.
        if own != BLANK || row == last || !has_figures {
            return own;
        }
        let mut before = (0..column).rev().map(|at| grid.cell(row, at));
        before.find(|cell| *cell != BLANK).unwrap_or(BLANK)
    };
    heading.clone().map(over).collect()
}

/// The year that a text begins with.
fn year_in(text: &str) -> u32 {
    let digits = text.trim().get(..4).unwrap_or_default();
    digits.parse().unwrap_or_default()
}

/// Whether years follow each other in equal steps, as those of a series do and figures hardly.
fn is_series(years: &[u32]) -> bool {
    let steps: BTreeSet<i64> = (years.windows(2))
        .map(|pair| i64::from(pair[1]) - i64::from(pair[0]))
        .collect();
    years.len() > 2 && steps.len() == 1 && steps.iter().all(|step| (1..=10).contains(&step.abs()))
}

fn same_texts(a: &[TextIx], b: &[TextIx]) -> bool {
    let end = |row: &[TextIx]| {
        row.iter()
            .rposition(|cell| *cell != BLANK)
            .map_or(0, |at| at + 1)
    };
    a[..end(a)] == b[..end(b)]
}

#[cfg(test)]
mod tests {
    use super::super::records::records_of;
    use super::*;

    fn layout(text: &str) -> (Grid, Layout) {
        let grid = records_of(text).grid;
        let layout = Layout::of(&grid, &looks(&grid)).unwrap();
        (grid, layout)
    }

    #[track_caller]
    fn check(text: &str, heading: Range<usize>, body: &[usize], notes: &[usize]) -> (Grid, Layout) {
        let (grid, layout) = layout(text);
        assert_eq!(
            (&layout.heading, &*layout.body, &*layout.notes),
            (&heading, body, notes)
        );
        (grid, layout)
    }

    #[test]
    fn titles_stand_above_and_notes_below() {
        let text = "\"Table 4, by year\",,\n,,\nUnit: persons,,\nArea,Year,Persons\nn,2021,628\nm,2022,313\n,,\nSource: office,,\n";
        let (_, layout) = check(text, 3..4, &[4, 5], &[7]);
        assert_eq!((&*layout.titles, layout.blank), (&[0, 2][..], 2));
        assert_eq!(layout.has_figures, [false, true, true]);
        assert_eq!(layout.has_years, [false, true, false]);
    }

    #[test]
    fn years_across_are_a_heading_and_no_row() {
        check(
            "Code,Area,2022,2023\n01,n,105,206\n02,m,84,307\n",
            0..1,
            &[1, 2],
            &[],
        );
    }

    #[test]
    fn a_heading_cell_that_spans_columns_heads_each_of_them() {
        let text =
            ",,Female,,Male,\nCode,Area,2022,2023,2022,2023\n1,n,105,206,4,5\n2,m,84,307,6,7\n";
        let (grid, layout) = check(text, 0..2, &[2, 3], &[]);
        let heading = |column| {
            let cells = layout.heading_of(&grid, column);
            cells
                .iter()
                .map(|it| grid.texts().get(*it).to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(heading(1), ["", "Area"]);
        assert_eq!(heading(3), ["Female", "2023"]);
        assert_eq!(heading(4), ["Male", "2022"]);
    }

    #[test]
    fn a_heading_that_stands_again_is_no_row() {
        let text = "Area,Persons\nn,105\nPage 2,\n\nArea,Persons\nm,84\n";
        let (_, layout) = check(text, 0..1, &[1, 4], &[]);
        assert_eq!(
            (layout.repeated_headings, layout.interruptions),
            (vec![3], vec![2])
        );
    }

    #[test]
    fn figures_that_can_be_years_are_a_row_below_names_of_every_column() {
        for text in [
            "District,Year,Patients\nAru,2021,1990\nBol,2021,700\nCid,2021,840\n",
            "District,Patients\nKono,1950\nBol,700\nCid,840\n",
            "District,Patients,Beds\nAru,1900,410\nBol,700,50\nCid,840,60\n",
            "District,Patients,Beds\nAru,1900,2410\nBol,700,50\nCid,840,60\n",
            "Code,District,Patients\n11,Aru,1990\n12,Bol,700\n13,Cid,840\n",
            "Code,Patients\n11,1990\n12,700\n13,840\n",
            "District,2019,2020\nAru,1990,2001\nBol,700,710\nCid,840,850\n",
        ] {
            check(text, 0..1, &[1, 2, 3], &[]);
        }
        let two = ",Female,,Male,\nArea,2021,2022,2021,2022\nn,1990,2001,1930,1820\nm,84,307,6,7\n";
        check(two, 0..2, &[2, 3], &[]);
        let turned = "Area,Female,Male,Female,Male\n,2021,2021,2022,2022\nn,1990,2001,1930,1820\nm,84,307,6,7\n";
        check(turned, 0..2, &[2, 3], &[]);
    }

    #[test]
    fn years_below_names_that_span_or_repeat_are_a_heading() {
        for text in [
            "Area,Persons,Persons\nArea,2021,2022\nn,105,206\nm,84,307\n",
            "Area,Persons,\nArea,2021,2022\nn,105,206\nm,84,307\n",
            ",Persons\nArea,2021\nn,105\nm,84\n",
            "Area,Persons,Beds\n,2021,2022\nn,105,206\nm,84,307\n",
            "Wilayah,v1,v2,v3\nArea,2020,2021,2022\nn,105,206,5\nm,84,307,6\n",
        ] {
            check(text, 0..2, &[2, 3], &[]);
        }
    }

    #[test]
    fn a_table_that_begins_with_figures_has_no_heading() {
        check("n,105\nm,84\n", 0..0, &[0, 1], &[]);
    }
}
