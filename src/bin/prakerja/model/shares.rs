//! Soft controls of the nation: the shares of each trait by year.

use jangkau::cube::{ControlKind, DerivedBy};

use super::control::{Clause, Control, Measure, Place, Scope};
use super::estimate::Estimate;
use super::figures::Key;
use super::layout::{Trait, YEARS, Years};
use super::national::National;
use super::{ModelError, Sources, keys};

/// Shares by year as the fit keeps them, then the published shares they were derived from.
pub(crate) fn controls(sources: &Sources, national: &National) -> Result<Vec<Control>, ModelError> {
    let mut controls = Vec::new();
    for year in 0..YEARS.len() {
        let women = [national.women_shares[year]];
        let training = [national.never_trained_shares[year]];
        let disability = [national.disability_shares[year]];
        let by_year: [(Trait, &[Estimate]); 5] = [
            // The women of 2020 are a hard control.
            (Trait::Sex, if year == 0 { &[] } else { &women }),
            (Trait::Training, &training),
            (Trait::Disability, &disability),
            (Trait::Age, &national.age_shares[year]),
            (Trait::Education, &national.education_shares[year]),
        ];
        for (of, shares) in by_year {
            for (at, share) in shares.iter().enumerate() {
                let figure = sources.figure(&basis(of, (year, at)))?;
                let clause = Clause::new(of, at, at);
                let scope = Scope::new(Years::only(year), Place::Nation).with(clause);
                let measure = Measure::Share(scope);
                let control = Control::new(ControlKind::Soft, measure, share.at, figure);
                let control = match derivation(of, (year, at)) {
                    Some((how, words)) => control.derived(how, Some(share.interval()), words),
                    None => control,
                };
                controls.push(match (of, year, at) {
                    (Trait::Age, 0, 0 | 1) => {
                        control.printed_of("Indonesia, usia 18–35", "Indonesia, aged 18 to 35")
                    }
                    _ => control,
                });
            }
        }
    }
    controls.extend(published(sources)?);
    Ok(controls)
}

/// The published figure that a share of a year rests on first.
fn basis(of: Trait, (year, at): (usize, usize)) -> Key<'static> {
    match (of, year, at) {
        (Trait::Sex, ..) => keys::WOMEN[year],
        (Trait::Training, 0 | 1, _) => keys::NEVER[year],
        (Trait::Training, ..) => keys::NEVER[2],
        (Trait::Disability, ..) => keys::DISABILITY[year],
        (Trait::Age, 0, 0 | 1) => keys::YOUNG_2020,
        (Trait::Age, 3, 0 | 1) => keys::AGE_2023[at],
        (Trait::Age, _, 0 | 1) => keys::AGE_TO_2022[at],
        (Trait::Age, ..) => keys::CYRUS_AGE[at - 2],
        (Trait::Education, 0, 0) => keys::SD_2020,
        (Trait::Education, _, 0) => keys::SD_TO_2022,
        (Trait::Education, ..) => keys::CYRUS_EDUCATION[at],
    }
}

/// How a share was derived and the words for it, where it is not printed as it stands; `None`, too, where
/// the figure of a part of the year is taken for the year.
fn derivation(
    of: Trait,
    (year, at): (usize, usize),
) -> Option<(DerivedBy, (&'static str, &'static str))> {
    match (of, year, at) {
        (Trait::Sex, 2, _) | (Trait::Training | Trait::Disability, 2 | 3, _) => Some((
            DerivedBy::Difference,
            (
                "sisa dari angka periode yang lebih panjang",
                "what the figure of the longer period leaves",
            ),
        )),
        (Trait::Age, 0, 0 | 1) => Some((
            DerivedBy::Split,
            (
                "18–35 dibagi seperti 2020–2022",
                "18–35 split as in 2020–2022",
            ),
        )),
        (Trait::Age, 1 | 2, 0 | 1) | (Trait::Education, 1 | 2, 0) => Some((
            DerivedBy::Difference,
            (
                "sisa dari 2020–2022; 2021 dan 2022 sama",
                "what 2020–2022 leaves; 2021 and 2022 alike",
            ),
        )),
        (Trait::Age, _, 2..) | (Trait::Education, _, 1..) => Some((
            DerivedBy::Split,
            (
                "sisanya menurut survei Cyrus (2021)",
                "the rest in the shape of the Cyrus survey (2021)",
            ),
        )),
        (Trait::Education, 3, 0) => Some((
            DerivedBy::OtherPeriod,
            (
                "pangsa terakhir yang terbit (2020–2022)",
                "the last published share (2020–2022)",
            ),
        )),
        (Trait::Sex | Trait::Training | Trait::Disability | Trait::Age | Trait::Education, ..) => {
            None
        }
    }
}

/// The published shares of several categories or years that the shares above add up to.
fn published(sources: &Sources) -> Result<Vec<Control>, ModelError> {
    let women = Clause::new(Trait::Sex, 0, 0);
    let disability = Clause::new(Trait::Disability, 0, 0);
    let age = |first, last| Clause::new(Trait::Age, first, last);
    let education = |first, last| Clause::new(Trait::Education, first, last);
    let rows = [
        (keys::WOMEN[2], Years::TO_2022, women),
        (keys::DISABILITY[2], Years::TO_2022, disability),
        (keys::YOUNG_2020, Years::Y2020, age(0, 1)),
        (keys::AGE_TO_2022[0], Years::TO_2022, age(0, 0)),
        (keys::AGE_TO_2022[1], Years::TO_2022, age(1, 1)),
        (keys::SD_TO_2022, Years::TO_2022, education(0, 0)),
        (keys::SMA_2023, Years::Y2023, education(0, 2)),
    ];
    let controls = rows.into_iter().map(|(key, years, clause)| {
        let figure = sources.figure(&key)?;
        let measure = Measure::Share(Scope::new(years, Place::Nation).with(clause));
        Ok(Control::new(
            ControlKind::Soft,
            measure,
            figure.value / 100.0,
            figure,
        ))
    });
    controls.collect()
}
