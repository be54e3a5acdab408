//! The plain tables beside the cube: totals of every region, and the outcome of every control.

use std::fmt::Write as _;

use jangkau::cube::{DerivedBy, Interval, PrintedUnit};

use super::control::{Bound, Control, Measure, Place};
use super::fit::{Fitted, Outcome};
use super::layout::{PROFILES, RegionIx, YEARS, cell};
use super::{ModelError, Sources};

/// The totals of every region by period (RFC 4180), every figure an estimate (status `E`).
pub(crate) fn regions_csv(sources: &Sources, fitted: &Fitted) -> String {
    let mut text = row(&["code", "name", "province"].map(String::from))
        .trim_end()
        .to_owned();
    text += ",2020,2021,2022,2023,2020-2023,status\r\n";
    let regions = sources.regions();
    for (at, region) in regions.iter().enumerate() {
        let count = |year: usize| {
            let first = cell(regions.len(), year, RegionIx(at), 0);
            fitted.values[first..][..PROFILES].iter().sum::<u32>()
        };
        let counts: Vec<u32> = (0..YEARS.len()).map(count).collect();
        let mut cells = vec![
            region.code.to_string(),
            region.name.to_string(),
            region.province_name_2020.to_string(),
        ];
        cells.extend(counts.iter().map(u32::to_string));
        cells.push(counts.iter().sum::<u32>().to_string());
        cells.push("E".to_owned());
        text += &row(&cells);
    }
    text
}

const REPORT_COLUMNS: [&str; 24] = [
    "kind",
    "period",
    "place_code",
    "place",
    "dimension",
    "categories",
    "measure",
    "bound",
    "asked",
    "reached",
    "distance",
    "tolerance",
    "source_title",
    "source_publisher",
    "source_date",
    "source_url",
    "note",
    "printed",
    "printed_unit",
    "printed_decimals",
    "printed_period",
    "derived",
    "low",
    "high",
];

/// Every control with what was asked, what was reached and where it stands (RFC 4180). A distance
/// is reached less asked, 0 where a lower bound is kept. `printed` is what the source prints; `derived` is how
/// what is asked was made of it, empty where it is asked as printed; `low` and `high` are what the rounding in
/// print leaves open.
pub(crate) fn report_csv(sources: &Sources, fitted: &Fitted) -> Result<String, ModelError> {
    let mut text = row(&REPORT_COLUMNS.map(String::from));
    for outcome in &fitted.outcomes {
        text += &row(&report_row(sources, outcome)?);
    }
    Ok(text)
}

fn report_row(sources: &Sources, outcome: &Outcome) -> Result<[String; 24], ModelError> {
    let control = &outcome.control;
    let scope = control.measure.scope();
    let (place_code, place) = place_named(sources, &scope.place)?;
    let (dimension, categories) = people(&control.measure);
    let number = |value: f64| number(value, &control.measure);
    let source = &control.source;
    let [printed, unit, decimals, period] = printed(control);
    let how = control.derived.as_ref().map(|derived| derived.how);
    let [low, high] = match control.interval() {
        Some(Interval { low, high }) => [
            number(low),
            if high.is_finite() {
                number(high)
            } else {
                String::new()
            },
        ],
        None => Default::default(),
    };
    Ok([
        control.kind.key().to_owned(),
        scope.years.text(),
        place_code,
        place,
        dimension,
        categories,
        measure(sources, &control.measure),
        match control.bound {
            Bound::Exactly => "",
            Bound::AtLeast => "at least",
        }
        .to_owned(),
        number(control.asked),
        number(outcome.reached),
        number(outcome.distance()),
        number(control.tolerance),
        source.title.to_string(),
        source.publisher.to_string(),
        source.date.to_string(),
        source.url.to_string(),
        notes(control),
        printed,
        unit,
        decimals,
        period,
        how.map_or("", DerivedBy::key).to_owned(),
        low,
        high,
    ])
}

/// What was printed, its unit, the place of its last digit and its period.
fn printed(control: &Control) -> [String; 4] {
    let Some(printed) = &control.printed else {
        return Default::default();
    };
    let unit = match printed.unit {
        PrintedUnit::Count => "count",
        PrintedUnit::Percent => "percent",
    };
    [
        printed.value.to_string(),
        unit.to_owned(),
        printed.decimals.to_string(),
        printed.period.own().to_owned(),
    ]
}

/// How it was derived, and what else is to be known of it.
fn notes(control: &Control) -> String {
    let text = control.derived.iter().map(|derived| &derived.text);
    let texts: Vec<&str> = text
        .chain(&control.note)
        .map(|text| text.in_lang("en"))
        .collect();
    texts.join("; ")
}

/// The code of a place, where it has one, and its name.
pub(super) fn place_named(
    sources: &Sources,
    place: &Place,
) -> Result<(String, String), ModelError> {
    Ok(match place {
        Place::Nation => (String::new(), "Indonesia".to_owned()),
        Place::Tertinggal => (String::new(), "Kabupaten tertinggal".to_owned()),
        Place::Jawa => (String::new(), "Jawa".to_owned()),
        Place::Region(at) => {
            let region = &sources.regions()[at.0];
            (region.code.to_string(), region.name.to_string())
        }
        Place::Province(code) => {
            let within = sources.regions().iter();
            let name = within
                .filter(|region| region.province_2020() == &**code)
                .map(|region| region.province_name_2020.to_string())
                .next();
            let name = name.ok_or_else(|| ModelError::NoRegion {
                name: code.to_string(),
            })?;
            (code.to_string(), name)
        }
    })
}

fn people(measured: &Measure) -> (String, String) {
    if let Measure::PartShare(_, of, parts) = measured {
        let parts = of.codes().iter().zip(*parts);
        let listed = parts.filter(|(_, part)| **part > 0.0);
        let listed: Vec<String> = listed
            .map(|(code, part)| format!("{part:.2} x {code}"))
            .collect();
        return (of.id().to_owned(), listed.join(" "));
    }
    let Some(clause) = &measured.scope().clause else {
        return (String::new(), String::new());
    };
    let codes = clause.categories.iter().map(|at| clause.of.codes()[*at]);
    let codes: Vec<&str> = codes.collect();
    (clause.of.id().to_owned(), codes.join(" "))
}

fn measure(sources: &Sources, of: &Measure) -> String {
    match of {
        Measure::Count(_) => "persons".to_owned(),
        Measure::Share(_) | Measure::PartShare(..) => "share".to_owned(),
        Measure::Rank(region, _) => format!("rank of {}", sources.regions()[region.0].name),
        Measure::Reached(_) => "regions above zero".to_owned(),
    }
}

/// Shares with six digits, persons with one, so that no machine prints another last digit.
fn number(value: f64, of: &Measure) -> String {
    let digits = match of {
        Measure::Share(_) | Measure::PartShare(..) => 6,
        Measure::Count(_) => 1,
        Measure::Rank(..) | Measure::Reached(_) => 0,
    };
    let text = format!("{value:.digits$}");
    let is_zero = text
        .trim_start_matches('-')
        .bytes()
        .all(|byte| b"0.".contains(&byte));
    if is_zero {
        text.trim_start_matches('-').to_owned()
    } else {
        text
    }
}

/// One row, fields quoted where they must be, ended by CR LF.
fn row(cells: &[String]) -> String {
    let mut text = String::new();
    for (at, cell) in cells.iter().enumerate() {
        let comma = if at == 0 { "" } else { "," };
        let quoted = cell.contains([',', '"', '\r', '\n']);
        let _ = if quoted {
            write!(text, "{comma}\"{}\"", cell.replace('"', "\"\""))
        } else {
            write!(text, "{comma}{cell}")
        };
    }
    text + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fit::tests::shipped_fit;
    use crate::model::sources::tests::shipped;

    fn records(text: &str) -> Vec<csv::StringRecord> {
        let reader = csv::Reader::from_reader(text.as_bytes());
        reader.into_records().map(Result::unwrap).collect()
    }

    #[test]
    fn the_totals_of_all_regions_add_up() {
        let text = regions_csv(&shipped(), shipped_fit());
        assert!(text.starts_with("code,name,province,2020,2021,2022,2023,2020-2023,status\r\n"));
        let records = records(&text);
        assert_eq!(records.len(), 514);
        let sum = |column: usize| -> u32 {
            records
                .iter()
                .map(|it| it[column].parse::<u32>().unwrap())
                .sum()
        };
        assert_eq!(
            [3, 4, 5, 6].map(sum),
            [5_509_055, 5_932_867, 4_984_790, 1_073_288]
        );
        assert_eq!(sum(7), 17_500_000);
        let jember = records.iter().find(|it| &it[0] == "3509").unwrap();
        assert_eq!((&jember[1], &jember[7]), ("Kabupaten Jember", "166704"));
    }

    #[test]
    fn the_report_lists_every_control_with_its_source() {
        let records = records(&report_csv(&shipped(), shipped_fit()).unwrap());
        assert_eq!(records.len(), shipped_fit().outcomes.len());
        for record in &records {
            assert!(
                !record[12].is_empty() && !record[13].is_empty(),
                "{record:?}"
            );
            assert!(&record[0] != "hard" || &record[10] == "0.0", "{record:?}");
        }
    }
}
