//! What only the publisher knows: where a table can be read in two ways, the question and both answers.

use super::across::of_two_kinds;
use super::answered::{Said, common_year, is_buddhist_year};
use super::answers::Answers;
use super::bands::dates_among_bands;
use super::columns::Column;
use super::dates::{DateOrder, Told, days_across, iso, told};
use super::entry::Entry;
use super::finding::{Finding, Gravity, Spot};
use super::grid::Grid;
use super::label::name;
use super::layout::{Layout, Look};
use super::odd_rows::odd_rows;
use super::plan::{Plan, Use};

/// A table as it is understood so far.
pub(super) struct Understood<'a> {
    pub(super) file: &'a str,
    pub(super) grid: &'a Grid,
    pub(super) layout: &'a Layout,
    pub(super) looks: &'a [Look],
    pub(super) columns: &'a [Column],
    pub(super) plan: &'a Plan,
    pub(super) answers: &'a Answers,
    /// Shape: one entry a column.
    pub(super) said: &'a [Option<Said>],
}

/// The questions, each with its place.
pub(super) fn doubts(table: &Understood<'_>, entries: &[Entry]) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, column) in table.columns.iter().enumerate() {
        match &table.plan.columns[at] {
            Use::Code(_) | Use::Name(_) => {
                found.extend(table.dates_for_bands(at, column));
                found.extend(table.another_era(at, column));
                let texts = column.texts.iter().map(|cell| table.text(*cell));
                found.extend(table.date_order(texts, || table.column(at)));
            }
            Use::Figures { .. } => {
                found.extend(table.mixed_percent(at, column, entries));
                found.extend(table.mixed_units(at, column, entries));
                found.extend(table.brackets(at, column, entries));
                found.extend(table.people_to_divide_by(at, column));
            }
            Use::Group(_) | Use::Unit(_) | Use::People | Use::Flags | Use::SetAside => {}
        }
    }
    found.extend(table.dates_in_heading());
    found.extend(table.date_order_across());
    found.extend(table.another_era_across());
    found.extend(table.headings_of_two_kinds());
    found.extend(table.odd_last_row());
    found.extend(odd_rows(table));
    found
}

/// Words for amounts of money, of which brackets mean that they are owed.
const MONEY: [&str; 18] = [
    "balance", "net", "profit", "loss", "revenue", "budget", "pesos", "peso", "rupiah", "dirham",
    "baht", "riel", "euro", "euros", "dollar", "dollars", "million", "usd",
];
/// Units that are written right behind a figure.
const UNITS: [&str; 15] = [
    "mm", "cm", "m", "km", "m2", "ha", "km2", "g", "kg", "t", "ml", "cl", "l", "hl", "m3",
];
/// Words for those whom figures are divided by.
const PEOPLE: [&str; 8] = [
    "population",
    "inhabitants",
    "penduduk",
    "población",
    "população",
    "bevölkerung",
    "habitants",
    "residents",
];

impl Understood<'_> {
    fn question(&self, kind: &'static str, spot: Spot, texts: [String; 3]) -> Finding {
        Finding::new(Gravity::Question, kind, (self.file, spot), texts)
    }

    fn text(&self, cell: super::texts::TextIx) -> &str {
        self.grid.texts().get(cell)
    }

    fn column(&self, at: usize) -> Spot {
        Spot::Column {
            column: at + 1,
            heading: self.columns[at].heading().to_owned(),
        }
    }

    /// Where a text first stands in a column.
    fn first(&self, at: usize, is: impl Fn(super::texts::TextIx) -> bool) -> Option<(Spot, usize)> {
        let mut rows = self
            .layout
            .body
            .iter()
            .filter(|row| is(self.grid.cell(**row, at)));
        let spot = self.grid.spot(*rows.next()?, at);
        Some((spot, 1 + rows.count()))
    }

    /// Bands of age that a spreadsheet has turned into dates: `9-May`, `2025-10-14 00:00:00`.
    fn dates_for_bands(&self, at: usize, column: &Column) -> Option<Finding> {
        let texts: Vec<_> = column
            .texts
            .iter()
            .map(|cell| name(self.text(*cell)))
            .collect();
        let dates = dates_among_bands(texts.iter().map(|text| &**text));
        let is_date = |text: &str| dates.iter().any(|(date, _)| *date == text);
        let cells: Vec<_> = column
            .texts
            .iter()
            .zip(&texts)
            .filter(|(_, text)| is_date(text))
            .map(|(cell, _)| *cell)
            .collect();
        let (spot, times) = self.first(at, |cell| cells.contains(&cell))?;
        self.about_dates(&dates, spot, times)
    }

    /// The same in a heading, where bands stand across.
    fn dates_in_heading(&self) -> Vec<Finding> {
        let in_row = |row: usize| {
            let columns = 0..self.layout.width;
            let texts: Vec<_> = columns
                .map(|at| name(self.grid.text(row, at)).into_owned())
                .collect();
            let dates = dates_among_bands(texts.iter().map(String::as_str));
            let (date, _) = dates.first()?;
            let first = texts.iter().position(|text| text == date)?;
            self.about_dates(&dates, self.grid.spot(row, first), dates.len())
        };
        self.layout.heading.clone().filter_map(in_row).collect()
    }

    fn about_dates(&self, dates: &[(&str, String)], spot: Spot, times: usize) -> Option<Finding> {
        let (date, band) = dates.first()?;
        let all: Vec<String> = dates
            .iter()
            .map(|(date, band)| format!("\"{date}\" for {band}"))
            .collect();
        let remedy = format!(
            "mend the cells, formatted as text, or accept = [\"bands-as-dates\"] to read {date} as {band}"
        );
        let texts = [
            all.join(", "),
            "bands, as in the other rows".to_owned(),
            remedy,
        ];
        let mut question = self.question("bands-as-dates", spot, texts);
        question.times = times;
        Some(question)
    }

    /// Days of which the first number may be the day or the month.
    fn date_order<'t>(
        &self,
        texts: impl Iterator<Item = &'t str> + Clone,
        spot: impl FnOnce() -> Spot,
    ) -> Option<Finding> {
        let first = texts.clone().find(|text| !text.trim().is_empty())?;
        let (gravity, remedy) = match told(texts)? {
            Told::Order(_) => return None,
            Told::Nothing => {
                let of = |order| iso(first, order).unwrap_or_default();
                let remedy = format!(
                    "dates = \"day-first\" under [table] reads it as {}, dates = \"month-first\" as {}",
                    of(DateOrder::DayFirst),
                    of(DateOrder::MonthFirst)
                );
                (Gravity::Question, remedy)
            }
            Told::Both => (
                Gravity::Error,
                "write every day from the year on: 2023-01-31".to_owned(),
            ),
        };
        let texts = [
            format!("\"{first}\""),
            "days of one order".to_owned(),
            remedy,
        ];
        let place = (self.file, spot());
        Some(Finding::new(gravity, "date-order", place, texts))
    }

    /// The same in a heading, where days stand across.
    fn date_order_across(&self) -> Option<Finding> {
        let mut rows = self.layout.heading.clone();
        rows.find_map(|row| {
            let columns = days_across(self.grid, self.layout, row);
            let texts = columns.iter().map(|at| self.grid.text(row, *at));
            self.date_order(texts, || self.grid.spot(row, columns[0]))
        })
    }

    /// Years of another era, as the Buddhist one of Thailand, 543 years ahead.
    fn another_era(&self, at: usize, column: &Column) -> Option<Finding> {
        let texts: Vec<&str> = column.texts.iter().map(|cell| self.text(*cell)).collect();
        self.about_years(&texts, self.column(at))
    }

    /// The same in a heading, where years stand across.
    fn another_era_across(&self) -> Option<Finding> {
        let mut rows = self.layout.heading.clone();
        rows.find_map(|row| {
            let columns = (0..self.layout.width).filter(|at| self.layout.has_figures[*at]);
            let texts: Vec<&str> = columns
                .map(|at| self.grid.text(row, at))
                .filter(|text| is_buddhist_year(text))
                .collect();
            self.about_years(&texts, Spot::Line(self.grid.line(row)))
        })
    }

    fn about_years(&self, texts: &[&str], spot: Spot) -> Option<Finding> {
        if self.answers.era.is_some() || texts.is_empty() {
            return None;
        }
        let is_all = texts.iter().all(|text| is_buddhist_year(text));
        let years: Vec<u32> = texts
            .iter()
            .filter_map(|it| it.trim().parse().ok())
            .collect();
        let (first, last) = (*years.iter().min()?, *years.iter().max()?);
        is_all.then(|| {
            let (common_first, common_last) = (common_year(first), common_year(last));
            let texts = [
                format!("{first} to {last}"),
                "years of the common era".to_owned(),
                format!(
                    "era = \"buddhist\" under [table] reads {common_first} to {common_last}, era = \"common\" \
                     the years as they stand"
                ),
            ];
            self.question("another-era", spot, texts)
        })
    }

    /// Years, bands or sexes in the heading, beside what is none of these: each is a measure of its own then.
    fn headings_of_two_kinds(&self) -> Option<Finding> {
        let labels: Vec<String> = (self.plan.measures.iter())
            .map(|it| it.label.clone())
            .collect();
        let [one, other] = of_two_kinds(&labels)?;
        let at = labels.iter().position(|label| label == other)?;
        let is_other = |it: &Use| matches!(it, Use::Figures { measure, .. } if measure.0 == at);
        let column = self.plan.columns.iter().position(is_other)?;
        let texts = [
            format!("\"{other}\" beside \"{one}\", so that each column is a measure of its own"),
            format!("columns of one kind, as \"{one}\""),
            format!(
                "[columns] \"{heading}\" = \"set aside\" reads the others as one dimension",
                heading = self.layout.name_of(self.grid, column)
            ),
        ];
        let place = (self.file, self.column(column));
        let kind = "headings-of-two-kinds";
        Some(Finding::new(Gravity::Warning, kind, place, texts))
    }

    /// Figures of which some have a percent sign and others none.
    fn mixed_percent(&self, at: usize, column: &Column, entries: &[Entry]) -> Option<Finding> {
        let figures = column
            .texts
            .iter()
            .filter_map(|cell| match &entries[cell.index()] {
                Entry::Figure(figure) => Some((*cell, figure)),
                Entry::Blank | Entry::Symbol { .. } | Entry::Text => None,
            });
        let (percent, plain): (Vec<_>, Vec<_>) = figures.partition(|(_, figure)| figure.is_percent);
        let has_measures = self.said.contains(&Some(Said::Measure));
        if percent.is_empty() || plain.is_empty() || has_measures {
            return None;
        }
        let (spot, times) = self.first(at, |cell| percent.iter().any(|(it, _)| *it == cell))?;
        let mut question = self.question(
            "mixed-units",
            spot,
            [
                "percentages among other figures".to_owned(),
                "one unit a column, or a column that names the unit".to_owned(),
                "part them into two columns, or say which column names what is measured: [columns] \"…\" = \"measure\""
                    .to_owned(),
            ],
        );
        question.times = times;
        Some(question)
    }

    /// Figures of several currencies, or of several units of length, weight or volume.
    fn mixed_units(&self, at: usize, column: &Column, entries: &[Entry]) -> Option<Finding> {
        let unit = |cell: super::texts::TextIx| match &entries[cell.index()] {
            Entry::Figure(figure) if !figure.currency.is_empty() => Some(&*figure.currency),
            Entry::Figure(figure) if UNITS.contains(&&*figure.flags) => Some(&*figure.flags),
            Entry::Blank | Entry::Symbol { .. } | Entry::Text | Entry::Figure(_) => None,
        };
        let first = column.texts.iter().find_map(|cell| unit(*cell))?;
        let is_other = |cell: super::texts::TextIx| unit(cell).is_some_and(|unit| unit != first);
        let (spot, times) = self.first(at, is_other)?;
        let texts = [
            format!("\"{first}\" and other units in one column"),
            "one unit a column, or a column that names the unit".to_owned(),
            "convert the figures to one unit, or part them into columns".to_owned(),
        ];
        let mut question = self.question("mixed-units", spot, texts);
        question.times = times;
        Some(question)
    }

    /// Figures in brackets: money that is owed, or a mark of figures that are unreliable.
    fn brackets(&self, at: usize, column: &Column, entries: &[Entry]) -> Option<Finding> {
        let is_bracketed = |cell: super::texts::TextIx| matches!(&entries[cell.index()], Entry::Figure(it) if it.in_brackets);
        let heading = column.headings.join(" ").to_lowercase();
        let mut words = heading.split(|letter: char| !letter.is_alphanumeric());
        let is_money = words.any(|word| MONEY.contains(&word))
            || heading.contains(['$', '€', '£', '¥', '₱', '฿']);
        let is_answered = self.answers.brackets.is_some();
        if is_answered || is_money || !column.texts.iter().any(|cell| is_bracketed(*cell)) {
            return None;
        }
        let (spot, times) = self.first(at, is_bracketed)?;
        let mut question = self.question(
            "brackets",
            spot,
            [
                "figures in brackets".to_owned(),
                "figures without".to_owned(),
                "brackets = \"negative\" under [table] where they mean less than nothing, \"unreliable\" where they \
                 mark a figure"
                    .to_owned(),
            ],
        );
        question.times = times;
        Some(question)
    }

    /// A column of people beside another of figures: a measure, or whom to divide by.
    fn people_to_divide_by(&self, at: usize, column: &Column) -> Option<Finding> {
        let heading = column.heading().to_lowercase();
        let figures = self
            .plan
            .columns
            .iter()
            .filter(|it| matches!(it, Use::Figures { .. }))
            .count();
        let is_people = figures > 1
            && self.said[at].is_none()
            && PEOPLE.iter().any(|word| heading.starts_with(word));
        is_people.then(|| {
            self.question(
                "people-to-divide-by",
                self.column(at),
                [
                    "people beside other figures".to_owned(),
                    "to know what they are for".to_owned(),
                    format!(
                        "[columns] \"{heading}\" = \"people\" where the others are divided by them, \"figures\" \
                         where they are a measure of their own",
                        heading = self.layout.name_of(self.grid, at)
                    ),
                ],
            )
        })
    }

    /// A last row that has words where all others have figures or periods: a note in as many fields.
    fn odd_last_row(&self) -> Option<Finding> {
        let in_body = || self.layout.odd_last_row(self.grid, self.looks);
        let (row, column) = self.layout.odd_last.or_else(in_body)?;
        let texts = [
            format!(
                "\"{}\" where all other rows have a figure or a category",
                self.grid.text(row, column)
            ),
            "a row of the table".to_owned(),
            "correct the row, or accept = [\"odd-last-row\"] to set it aside as a note".to_owned(),
        ];
        let spot = Spot::Line(self.grid.line(row));
        Some(self.question("odd-last-row", spot, texts))
    }
}
