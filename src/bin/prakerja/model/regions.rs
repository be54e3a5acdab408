//! `idn-regions.csv`: the 514 regencies and cities, their codes, provinces and people.

use super::ModelError;
use super::records::{self, Record};

pub(crate) const FILE: &str = "idn-regions.csv";
const COLUMNS: [&str; 15] = [
    "code",
    "name",
    "type",
    "province_code_2020",
    "province_name_2020",
    "province_code_2023",
    "province_name_2023",
    "lat",
    "lon",
    "is_3t",
    "code_2023",
    "bps_code_2020",
    "population_2024",
    "geoboundaries_name",
    "name_2020",
];

/// A regency (kabupaten) or a city (kota).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Kabupaten,
    Kota,
}

/// One regency or city.
#[derive(Debug)]
pub(crate) struct Region {
    /// The Kemendagri code of 2020.
    pub(crate) code: Box<str>,
    pub(crate) name: Box<str>,
    pub(crate) kind: Kind,
    province_2020: Box<str>,
    pub(crate) province_name_2020: Box<str>,
    pub(crate) province_2023: Box<str>,
    pub(crate) province_name_2023: Box<str>,
    /// Whether it is on the list of Perpres 63/2020.
    pub(crate) tertinggal: bool,
    /// The Kemendagri code of 2023.
    pub(crate) code_2023: Box<str>,
    /// The BPS code of 2020.
    pub(crate) bps_2020: Box<str>,
    /// People in December 2024.
    pub(crate) population: u32,
}

impl Region {
    pub(crate) fn province_2020(&self) -> &str {
        &self.province_2020
    }
}

/// The regions, which must stand in the order of their codes.
pub(crate) fn from_csv(bytes: &[u8]) -> Result<Vec<Region>, ModelError> {
    let records = records::read(FILE, &COLUMNS, bytes)?;
    let mut regions: Vec<Region> = Vec::with_capacity(records.len());
    for record in &records {
        let region = region(record)?;
        if regions.last().is_some_and(|last| last.code >= region.code) {
            return Err(record.fault(0, "a code greater than the one above"));
        }
        regions.push(region);
    }
    Ok(regions)
}

fn region(record: &Record) -> Result<Region, ModelError> {
    let population: u32 = record.parse(12, "a whole number of people")?;
    if population == 0 {
        return Err(record.fault(12, "at least one person"));
    }
    Ok(Region {
        code: digits(record, 0, 4)?,
        name: record.filled(1)?.into(),
        kind: match record.text(2) {
            "kab" => Kind::Kabupaten,
            "kota" => Kind::Kota,
            _ => return Err(record.fault(2, "kab or kota")),
        },
        province_2020: digits(record, 3, 2)?,
        province_name_2020: record.filled(4)?.into(),
        province_2023: digits(record, 5, 2)?,
        province_name_2023: record.filled(6)?.into(),
        tertinggal: match record.text(9) {
            "0" => false,
            "1" => true,
            _ => return Err(record.fault(9, "0 or 1")),
        },
        code_2023: digits(record, 10, 4)?,
        bps_2020: digits(record, 11, 4)?,
        population,
    })
}

fn digits(record: &Record, column: usize, length: usize) -> Result<Box<str>, ModelError> {
    let text = record.text(column);
    if text.len() != length || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        let expected = if length == 2 {
            "two digits"
        } else {
            "four digits"
        };
        return Err(record.fault(column, expected));
    }
    Ok(text.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROW: &str =
        "1101,Kabupaten A,kab,11,Aceh,11,Aceh,3.4,97.2,0,1101,1103,239629,A,Kabupaten A";

    #[track_caller]
    fn check(rows: &[&str], expected: &str) {
        let csv = format!("{}\n{}\n", COLUMNS.join(","), rows.join("\n"));
        let error = from_csv(csv.as_bytes()).unwrap_err().to_string();
        assert_eq!(error, format!("idn-regions.csv, {expected}"));
    }

    #[test]
    fn faults_name_row_column_expected_and_found() {
        check(
            &[ROW, ROW],
            "row 3, column code: expected a code greater than the one above, found \"1101\"",
        );
        check(
            &[&ROW.replace("kab,", "city,")],
            "row 2, column type: expected kab or kota, found \"city\"",
        );
        check(
            &[&ROW.replace("1103", "103")],
            "row 2, column bps_code_2020: expected four digits, found \"103\"",
        );
        check(
            &[&ROW.replace("239629", "0")],
            "row 2, column population_2024: expected at least one person, found \"0\"",
        );
    }
}
