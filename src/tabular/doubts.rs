//! What only the publisher knows: where a table can be read in two ways, the question and both answers.

use super::columns::Column;
use super::entry::Entry;
use super::finding::{Finding, Gravity, Spot};
use super::grid::Grid;
use super::label::name;
use super::layout::{Layout, Look};
use super::plan::{Plan, Use};

/// A table as it is understood so far.
pub(super) struct Understood<'a> {
    pub(super) file: &'a str,
    pub(super) grid: &'a Grid,
    pub(super) layout: &'a Layout,
    pub(super) looks: &'a [Look],
    pub(super) columns: &'a [Column],
    pub(super) plan: &'a Plan,
}

/// The questions, each with its place.
pub(super) fn doubts(table: &Understood<'_>, entries: &[Entry]) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, column) in table.columns.iter().enumerate() {
        match &table.plan.columns[at] {
            Use::Code(_) | Use::Name(_) => {
                found.extend(table.dates_for_bands(at, column));
                found.extend(table.another_era(at, column));
            }
            Use::Figures { .. } => {
                found.extend(table.mixed_percent(at, column, entries));
                found.extend(table.brackets(at, column, entries));
                found.extend(table.people_to_divide_by(at, column));
            }
            Use::Group(_) | Use::Flags | Use::Constant => {}
        }
    }
    found.extend(table.odd_last_row());
    found
}

/// Months as spreadsheets shorten them.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];
/// Words for amounts of money, of which brackets mean that they are owed.
const MONEY: [&str; 18] = [
    "balance", "net", "profit", "loss", "revenue", "budget", "pesos", "peso", "rupiah", "dirham",
    "baht", "riel", "euro", "euros", "dollar", "dollars", "million", "usd",
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
        let band = |text: &str| {
            let (from, to) = text.split_once(['-', '–'])?;
            let number = |text: &str| text.trim().parse::<u32>().ok();
            Some((number(from)?, number(to)?))
        };
        let texts = || column.texts.iter().map(|cell| name(self.text(*cell)));
        if !texts().any(|text| band(&text).is_some()) {
            return None;
        }
        let dates: Vec<String> = texts()
            .filter_map(|text| {
                let (from, to) = band_of_date(&text)?;
                Some(format!("\"{text}\" for {from}-{to}"))
            })
            .collect();
        if dates.is_empty() {
            return None;
        }
        let is_date = |cell| band_of_date(&name(self.text(cell))).is_some();
        let (spot, times) = self.first(at, is_date)?;
        let mut question = self.question(
            "bands-as-dates",
            spot,
            [
                dates.join(", "),
                "bands, as in the other rows".to_owned(),
                "mend the cells, formatted as text, or say that these bands are meant".to_owned(),
            ],
        );
        question.times = times;
        Some(question)
    }

    /// Years of another era, as the Buddhist one of Thailand, 543 years ahead.
    fn another_era(&self, at: usize, column: &Column) -> Option<Finding> {
        let years: Option<Vec<u32>> = (column.texts.iter())
            .map(|cell| self.text(*cell).trim().parse().ok())
            .collect();
        let years = years.filter(|years| {
            !years.is_empty() && years.iter().all(|it| (2400..=2650).contains(it))
        })?;
        let (first, last) = (years.iter().min()?, years.iter().max()?);
        Some(self.question(
            "another-era",
            self.column(at),
            [
                format!("{first} to {last}"),
                "years of the common era".to_owned(),
                format!(
                    "say whether years of the Buddhist era are meant ({} to {})",
                    first - 543,
                    last - 543
                ),
            ],
        ))
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
        if percent.is_empty() || plain.is_empty() {
            return None;
        }
        let (spot, times) = self.first(at, |cell| percent.iter().any(|(it, _)| *it == cell))?;
        let mut question = self.question(
            "mixed-units",
            spot,
            [
                "percentages among other figures".to_owned(),
                "one unit a column, or a column that names the unit".to_owned(),
                "part them into two columns, or say which column tells what is measured".to_owned(),
            ],
        );
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
        if is_money || !column.texts.iter().any(|cell| is_bracketed(*cell)) {
            return None;
        }
        let (spot, times) = self.first(at, is_bracketed)?;
        let mut question = self.question(
            "brackets",
            spot,
            [
                "figures in brackets".to_owned(),
                "figures without".to_owned(),
                "say whether brackets mean less than nothing, or that a figure is unreliable"
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
        let is_people = figures > 1 && PEOPLE.iter().any(|word| heading.starts_with(word));
        is_people.then(|| {
            self.question(
                "people-to-divide-by",
                self.column(at),
                [
                    "people beside other figures".to_owned(),
                    "to know what they are for".to_owned(),
                    "say whether this is a measure of its own, or whom the others are divided by"
                        .to_owned(),
                ],
            )
        })
    }

    /// A last row that has words where all others have figures or periods: a note in as many fields.
    fn odd_last_row(&self) -> Option<Finding> {
        let (last, others) = self.layout.body.split_last()?;
        let is_text =
            |row: usize, at: usize| self.looks[self.grid.cell(row, at).index()] == Look::Text;
        let is_odd = |at: usize| {
            let (figures, has_words) = (self.layout.has_figures[at], is_text(*last, at));
            figures
                && has_words
                && !others.is_empty()
                && !others.iter().any(|row| is_text(*row, at))
        };
        let odd = (0..self.layout.width).find(|at| is_odd(*at))?;
        Some(self.question(
            "odd-last-row",
            Spot::Line(self.grid.line(*last)),
            [
                format!(
                    "\"{}\" where all other rows have figures",
                    self.grid.text(*last, odd)
                ),
                "a row of the table".to_owned(),
                "remove the row if it is a note, or correct it".to_owned(),
            ],
        ))
    }
}

/// The band that a date was: `9-May` and `05-Sep` were 5-9, `14-Oct` was 10-14.
fn band_of_date(text: &str) -> Option<(u32, u32)> {
    let month_of = |text: &str| {
        let lower = text.to_lowercase();
        MONTHS.iter().position(|month| *month == lower)
    };
    let day = |text: &str| text.parse::<u32>().ok().filter(|day| *day <= 31);
    let pair = if let Some((date, _)) = text.split_once(' ') {
        let mut parts = date.split('-');
        parts.next().filter(|year| year.len() == 4)?;
        (day(parts.next()?)?, day(parts.next()?)?)
    } else {
        let (a, b) = text.split_once('-')?;
        let month = |text: &str| u32::try_from(month_of(text)? + 1).ok();
        match (day(a), month(b), month(a), day(b)) {
            (Some(day), Some(month), ..) | (.., Some(month), Some(day)) => (month, day),
            _ => return None,
        }
    };
    Some((pair.0.min(pair.1), pair.0.max(pair.1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_was_the_band_of_its_month_and_day() {
        assert_eq!(band_of_date("9-May"), Some((5, 9)));
        assert_eq!(band_of_date("05-Sep"), Some((5, 9)));
        assert_eq!(band_of_date("14-Oct"), Some((10, 14)));
        assert_eq!(band_of_date("Oct-14"), Some((10, 14)));
        assert_eq!(band_of_date("2025-10-14 00:00:00"), Some((10, 14)));
        for text in ["0-4", "65+", "May", "Female"] {
            assert_eq!(band_of_date(text), None, "{text}");
        }
    }
}
