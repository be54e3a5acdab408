//! `figures.csv`: one published figure a row, with the page it stands on.

use jangkau::cube::Source;

use super::ModelError;

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
    pub(crate) source: Source,
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
    fn another_header_is_refused() {
        let error = from_csv(b"a,b\n1,2\n").unwrap_err().to_string();
        assert!(error.starts_with("figures.csv, row 1: expected the columns programme, "));
        assert!(error.ends_with("found a, b"), "{error}");
    }
}
