//! `figures.csv`: one published figure a row, with the page it stands on.

use jangkau::cube::{Label, Printed, PrintedUnit, Source};

use super::ModelError;
use super::estimate::Estimate;

pub(crate) const FILE: &str = "figures.csv";
pub(crate) const PROGRAMME: &str = "Kartu Prakerja";
pub(crate) const NATION: &str = "Indonesia";
const COLUMNS: [&str; 12] = [
    "programme",
    "region_level",
    "region_name",
    "period",
    "dimension",
    "category",
    "value",
    "unit",
    "source_title",
    "source_publisher",
    "source_date",
    "source_url",
];

/// One published figure, as it is printed.
#[derive(Debug)]
pub(crate) struct PublishedFigure {
    /// The row of the file, the header being row 1.
    pub(crate) row: usize,
    pub(crate) programme: Box<str>,
    pub(crate) level: Box<str>,
    pub(crate) region: Box<str>,
    pub(crate) period: Box<str>,
    pub(crate) dimension: Box<str>,
    pub(crate) category: Box<str>,
    /// In the unit it is printed in: persons, or percent.
    pub(crate) value: f64,
    pub(crate) unit: Box<str>,
    /// The place of the last printed digit: 1 of 4.5, -5 of 17.5 million.
    pub(crate) decimals: i8,
    pub(crate) source: Source,
}

impl PublishedFigure {
    /// What is printed, with its period in the words of the file.
    pub(crate) fn printed(&self) -> Printed {
        Printed {
            of: None,
            value: self.value,
            unit: if self.unit.starts_with("percent") {
                PrintedUnit::Percent
            } else {
                PrintedUnit::Count
            },
            decimals: self.decimals,
            period: Label::new(&self.period),
        }
    }

    /// The number, within the rounding of print, in the unit of print.
    pub(crate) fn estimate(&self) -> Estimate {
        Estimate::new(self.value, self.printed().interval())
    }

    /// A printed percentage as a share, 0 to 1, within the rounding of print.
    pub(crate) fn share(&self) -> Estimate {
        (self.estimate() / Estimate::exactly(100.0)).share()
    }
}

/// The place of the last digit of a number as it is printed. Rounded counts are printed in thousands or
/// millions, with decimals ("17,5 juta") or without.
fn decimals(number: &str, unit: &str) -> i8 {
    let count = |count: usize| i8::try_from(count).unwrap_or(i8::MAX);
    if let Some((_, fraction)) = number.split_once('.') {
        return count(fraction.len());
    }
    let zeros = |text: &str| text.len() - text.trim_end_matches('0').len();
    if let Some((_, step)) = unit.split_once("rounded to ") {
        return -count(zeros(&step.trim_end_matches(')').replace(',', "")));
    }
    let is_round = ["rounded", "printed as", "error"]
        .iter()
        .any(|it| unit.contains(it));
    let word = match number.len() {
        ..4 => 0,
        4..7 => 3,
        7.. => 6,
    };
    if is_round {
        -count(zeros(number).min(word))
    } else {
        0
    }
}

/// What names a figure: region, period, dimension and category, and a publisher where several
/// print different values.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Key<'a> {
    region: &'a str,
    period: &'a str,
    dimension: &'a str,
    category: &'a str,
    publisher: Option<&'a str>,
}

impl<'a> Key<'a> {
    pub(crate) const fn of(
        region: &'a str,
        period: &'a str,
        dimension: &'a str,
        category: &'a str,
    ) -> Self {
        Self {
            region,
            period,
            dimension,
            category,
            publisher: None,
        }
    }

    pub(crate) const fn nation(period: &'a str, dimension: &'a str, category: &'a str) -> Self {
        Self::of(NATION, period, dimension, category)
    }

    /// The figure as this publisher prints it.
    pub(crate) fn by(mut self, publisher: &'a str) -> Self {
        self.publisher = Some(publisher);
        self
    }

    pub(crate) fn names(&self, figure: &PublishedFigure) -> bool {
        *figure.region == *self.region && self.names_but_region(figure)
    }

    pub(crate) fn names_but_region(&self, figure: &PublishedFigure) -> bool {
        &*figure.programme == PROGRAMME
            && *figure.period == *self.period
            && *figure.dimension == *self.dimension
            && *figure.category == *self.category
            && self
                .publisher
                .is_none_or(|by| *figure.source.publisher == *by)
    }
}

impl std::fmt::Display for Key<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            region,
            period,
            dimension,
            category,
            ..
        } = self;
        write!(f, "{region}, {period}, {dimension}, {category}")
    }
}

/// The figures of all programmes in the file, in its order.
pub(crate) fn from_csv(bytes: &[u8]) -> Result<Vec<PublishedFigure>, ModelError> {
    let records = super::records::read(FILE, &COLUMNS, bytes)?;
    let figures = records.iter().map(|record| {
        let value: f64 = record.parse(6, "a number")?;
        if !value.is_finite() || value < 0.0 {
            return Err(record.fault(6, "a number from 0"));
        }
        Ok(PublishedFigure {
            row: record.row(),
            programme: record.filled(0)?.into(),
            level: record.filled(1)?.into(),
            region: record.filled(2)?.into(),
            period: record.filled(3)?.into(),
            dimension: record.filled(4)?.into(),
            category: record.filled(5)?.into(),
            value,
            unit: record.filled(7)?.into(),
            decimals: decimals(record.text(6), record.text(7)),
            source: Source {
                title: record.text(8).into(),
                publisher: record.text(9).into(),
                date: record.text(10).into(),
                url: record.text(11).into(),
            },
        })
    });
    figures.collect()
}

/// The years that a period covers as a whole; `None` where it ends or begins within one.
pub(crate) fn whole_years(period: &str) -> Option<&'static [&'static str]> {
    Some(match period {
        "2020" | "2020 (batches 1-11)" | "2020 (batches 1-11, to 2020-11-23)" => &["2020"],
        "2021" | "2021 (batches 12-22)" => &["2021"],
        "2022" | "2022 (batches 23-47)" | "2022 (to 2022-12-31)" => &["2022"],
        "2023" => &["2023"],
        "2020-2021"
        | "cumulative batches 1-22, to 2021-11-26"
        | "cumulative batches 1-22, to 2022-01-13" => &["2020", "2021"],
        "2021-2022" => &["2021", "2022"],
        "2020-2022" | "2020-2022 (survey to 2022-12-10)" => &["2020", "2021", "2022"],
        "2020-2023" | "cumulative batches 1-62, to 2023-10-17" => &["2020", "2021", "2022", "2023"],
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_is_no_number_is_named_by_row_and_column() {
        let csv = format!(
            "{}\nP,country,Indonesia,2020,sex,women,many,percent,t,p,d,u\n",
            COLUMNS.join(",")
        );
        let error = from_csv(csv.as_bytes()).unwrap_err().to_string();
        assert_eq!(
            error,
            "figures.csv, row 2, column value: expected a number, found \"many\""
        );
    }

    #[test]
    fn a_number_has_the_precision_that_it_was_printed_with() {
        for (number, unit, expected) in [
            ("86", "percent", 0),
            ("15.43", "percent", 2),
            ("5509055", "persons", 0),
            ("17500000", "persons (rounded)", -5),
            ("17000000", "persons (printed as more than)", -6),
            ("440000", "persons (rounded)", -3),
            ("18360000", "persons (rounded to 10,000)", -4),
            ("793400", "persons (rounded to 100)", -2),
            ("166700", "persons", 0),
        ] {
            assert_eq!(decimals(number, unit), expected, "{number} {unit}");
        }
    }

    #[test]
    fn another_header_is_refused() {
        let error = from_csv(b"a,b\n1,2\n").unwrap_err().to_string();
        assert!(error.starts_with("figures.csv, row 1: expected the columns programme, "));
        assert!(error.ends_with("found a, b"), "{error}");
    }
}
