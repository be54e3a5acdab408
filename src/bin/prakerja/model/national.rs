//! The figures of the nation: counts by year, and the shares of each trait by year.

use super::figures::Key;
use super::persons::{left_of, persons};
use super::{ModelError, Sources, keys};

/// What is known of all recipients together. Shares are 0 to 1; shape of the years: 4.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct National {
    pub(crate) years: [u32; 4],
    pub(crate) women: [u32; 4],
    pub(crate) never_trained: u32,
    pub(crate) disability: u32,
    pub(crate) tertinggal: u32,
    pub(crate) never_trained_shares: [f64; 4],
    pub(crate) disability_shares: [f64; 4],
    pub(crate) age_shares: [[f64; 5]; 4],
    pub(crate) education_shares: [[f64; 5]; 4],
}

impl National {
    pub(crate) fn new(sources: &Sources) -> Result<Self, ModelError> {
        let value = |key| Ok::<_, ModelError>(sources.figure(&key)?.value);
        let share = |key| Ok::<_, ModelError>(value(key)? / 100.0);
        let y2020 = persons(value(keys::Y2020)?);
        let to_batch_22 = persons(value(keys::TO_BATCH_22)?);
        let y2021 = left_of("recipients by year", to_batch_22, y2020)?;
        let y2022 = persons(value(keys::Y2022)?);
        let whole = persons(value(keys::WHOLE)?);
        let years = [
            y2020,
            y2021,
            y2022,
            left_of("recipients by year", whole, y2020 + y2021 + y2022)?,
        ];
        let of = |share: f64, count: u32| persons(share * f64::from(count));
        let never_trained = of(share(keys::NEVER[2])?, whole);
        let disability = of(share(keys::DISABILITY[3])?, whole);
        Ok(Self {
            years,
            women: women(years, keys::WOMEN.map(share))?,
            never_trained,
            disability,
            tertinggal: of(share(keys::TERTINGGAL)?, whole),
            never_trained_shares: rest_of_two(
                years,
                [share(keys::NEVER[0])?, share(keys::NEVER[1])?],
                never_trained,
            ),
            disability_shares: disability_shares(
                years,
                [
                    share(keys::DISABILITY[0])?,
                    share(keys::DISABILITY[1])?,
                    share(keys::DISABILITY[2])?,
                ],
                disability,
            ),
            age_shares: age_shares(years, share)?,
            education_shares: education_shares(years, share)?,
        })
    }
}

/// The share of one period that is left when the share of a longer one and of its other part are
/// known.
fn left(whole: (f64, f64), part: (f64, f64)) -> f64 {
    (whole.0 * whole.1 - part.0 * part.1) / (whole.1 - part.1)
}

/// 2020, 2021 and 2023 are published; 2022 is what the published 2020-2022 leaves, to the whole
/// percent, as the others are printed.
fn women(years: [u32; 4], shares: [Result<f64, ModelError>; 5]) -> Result<[u32; 4], ModelError> {
    let [y2020, y2021, to_2022, y2023, _] = shares;
    let (y2020, y2021, to_2022, y2023) = (y2020?, y2021?, to_2022?, y2023?);
    let counts = years.map(f64::from);
    let known = y2020 * counts[0] + y2021 * counts[1];
    let three = counts[0] + counts[1] + counts[2];
    let y2022 = f64::from(persons((to_2022 * three - known) / counts[2] * 100.0)) / 100.0;
    Ok([
        persons(y2020 * counts[0]),
        persons(y2021 * counts[1]),
        persons(y2022 * counts[2]),
        persons(y2023 * counts[3]),
    ])
}

/// 2020 and 2021 are published; 2022 and 2023 share what is left of the whole.
fn rest_of_two(years: [u32; 4], known: [f64; 2], whole: u32) -> [f64; 4] {
    let counts = years.map(f64::from);
    let rest =
        (f64::from(whole) - known[0] * counts[0] - known[1] * counts[1]) / (counts[2] + counts[3]);
    [known[0], known[1], rest, rest]
}

/// 2020, 2021 and 2020-2022 are published; 2023 is what is left of the whole.
fn disability_shares(years: [u32; 4], known: [f64; 3], whole: u32) -> [f64; 4] {
    let counts = years.map(f64::from);
    let [y2020, y2021, to_2022] = known;
    let three = to_2022 * (counts[0] + counts[1] + counts[2]);
    let y2022 = (three - y2020 * counts[0] - y2021 * counts[1]) / counts[2];
    [y2020, y2021, y2022, (f64::from(whole) - three) / counts[3]]
}

fn parts<const N: usize>(whole: f64, shape: [f64; N]) -> [f64; N] {
    let sum: f64 = shape.iter().sum();
    shape.map(|part| whole * part / sum)
}

/// 18-35 in 2020 is split as 2020-2022 is; 2021 and 2022 have one shape, which 2020-2022 leaves;
/// over 35 follows the Cyrus survey.
fn age_shares(
    years: [u32; 4],
    share: impl Fn(Key<'static>) -> Result<f64, ModelError>,
) -> Result<[[f64; 5]; 4], ModelError> {
    let older = [
        share(keys::CYRUS_AGE[0])?,
        share(keys::CYRUS_AGE[1])?,
        share(keys::CYRUS_AGE[2])?,
    ];
    let with_older = |young: [f64; 2]| {
        let older = parts(1.0 - young[0] - young[1], older);
        [young[0], young[1], older[0], older[1], older[2]]
    };
    let to_2022 = [share(keys::AGE_TO_2022[0])?, share(keys::AGE_TO_2022[1])?];
    let in_2020 = parts(share(keys::YOUNG_2020)?, to_2022);
    let counts = years.map(f64::from);
    let three = counts[0] + counts[1] + counts[2];
    let middle = [0, 1].map(|at| left((to_2022[at], three), (in_2020[at], counts[0])));
    let in_2023 = [share(keys::AGE_2023[0])?, share(keys::AGE_2023[1])?];
    Ok([in_2020, middle, middle, in_2023].map(with_older))
}

/// The published share of SD, the rest in the shape of the Cyrus survey; 2021 and 2022 have one
/// shape, which 2020-2022 leaves. 2023 keeps the last published share of SD, and SMA and below as
/// published.
fn education_shares(
    years: [u32; 4],
    share: impl Fn(Key<'static>) -> Result<f64, ModelError>,
) -> Result<[[f64; 5]; 4], ModelError> {
    let mut cyrus = [0.0; 5];
    for (shape, at) in cyrus.iter_mut().zip(keys::CYRUS_EDUCATION) {
        *shape = share(at)?;
    }
    let with_rest = |sd: f64| {
        let rest = parts(1.0 - sd, [cyrus[1], cyrus[2], cyrus[3], cyrus[4]]);
        [sd, rest[0], rest[1], rest[2], rest[3]]
    };
    let (in_2020, to_2022) = (share(keys::SD_2020)?, share(keys::SD_TO_2022)?);
    let counts = years.map(f64::from);
    let three = counts[0] + counts[1] + counts[2];
    let middle = with_rest(left((to_2022, three), (in_2020, counts[0])));
    let to_sma = share(keys::SMA_2023)?;
    let below = parts(to_sma - to_2022, [cyrus[1], cyrus[2]]);
    let above = parts(1.0 - to_sma, [cyrus[3], cyrus[4]]);
    let in_2023 = [to_2022, below[0], below[1], above[0], above[1]];
    Ok([with_rest(in_2020), middle, middle, in_2023])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sources::tests::shipped;

    #[test]
    fn counts_are_those_the_published_figures_give() {
        let national = National::new(&shipped()).unwrap();
        assert_eq!(national.years, [5_509_055, 5_932_867, 4_984_790, 1_073_288]);
        assert_eq!(national.years.iter().sum::<u32>(), 17_500_000);
        assert_eq!(national.women, [2_479_075, 2_966_434, 2_941_026, 579_576]);
        assert_eq!(national.never_trained, 15_050_000);
        assert_eq!(national.disability, 525_000);
        assert_eq!(national.tertinggal, 350_000);
    }

    #[track_caller]
    fn check(found: &[f64], percent: &[f64]) {
        for (found, percent) in found.iter().zip(percent) {
            assert!((found * 100.0 - percent).abs() < 0.05, "{found} {percent}");
        }
    }

    #[test]
    fn shares_by_year_are_published_or_what_the_longer_period_leaves() {
        let national = National::new(&shipped()).unwrap();
        check(&national.never_trained_shares, &[81.0, 90.0, 86.6, 86.6]);
        check(&national.disability_shares, &[5.0, 1.0, 3.17, 3.0]);
        check(&national.age_shares[0], &[31.4, 39.6, 16.7, 8.7, 3.6]);
        check(&national.age_shares[1], &[24.8, 31.2, 25.3, 13.3, 5.5]);
        check(&national.age_shares[3], &[36.0, 33.0, 17.8, 9.3, 3.8]);
        check(&national.education_shares[0], &[9.0, 9.6, 55.1, 7.5, 18.8]);
        check(&national.education_shares[1], &[24.0, 8.0, 46.0, 6.3, 15.7]);
        check(&national.education_shares[3], &[19.0, 9.9, 57.1, 4.0, 10.0]);
    }
}
