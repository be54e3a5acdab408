//! The figures of the nation: counts by year, and the shares of each trait by year.

use super::estimate::Estimate;
use super::figures::Key;
use super::persons::{left_of, persons};
use super::{ModelError, Sources, keys};

/// What is known of all recipients together, within the rounding of print. Shares are 0 to 1; shape of
/// the years: 4.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct National {
    pub(crate) years: [u32; 4],
    pub(crate) year_estimates: [Estimate; 4],
    pub(crate) whole: Estimate,
    /// A count of 2020, the one year of which a share was printed.
    pub(crate) women_2020: Estimate,
    pub(crate) never_trained: Estimate,
    pub(crate) disability: Estimate,
    pub(crate) tertinggal: Estimate,
    pub(crate) women_shares: [Estimate; 4],
    pub(crate) never_trained_shares: [Estimate; 4],
    pub(crate) disability_shares: [Estimate; 4],
    pub(crate) age_shares: [[Estimate; 5]; 4],
    pub(crate) education_shares: [[Estimate; 5]; 4],
}

impl National {
    pub(crate) fn new(sources: &Sources) -> Result<Self, ModelError> {
        let count = |key| Ok::<_, ModelError>(sources.figure(&key)?.estimate());
        let share = |key| Ok::<_, ModelError>(sources.figure(&key)?.share());
        let whole = count(keys::WHOLE)?;
        let (y2020, y2022) = (count(keys::Y2020)?, count(keys::Y2022)?);
        let y2021 = count(keys::TO_BATCH_22)? - y2020;
        let counts = [y2020, y2021, y2022, whole - y2020 - y2021 - y2022];
        let years = years(sources)?;
        let never_trained = share(keys::NEVER[2])? * whole;
        let disability = share(keys::DISABILITY[3])? * whole;
        Ok(Self {
            years,
            year_estimates: counts,
            whole,
            women_2020: share(keys::WOMEN[0])? * y2020,
            never_trained,
            disability,
            tertinggal: share(keys::TERTINGGAL)? * whole,
            women_shares: women_shares(counts, share)?,
            never_trained_shares: rest_of_two(
                counts,
                [share(keys::NEVER[0])?, share(keys::NEVER[1])?],
                never_trained,
            ),
            disability_shares: disability_shares(
                counts,
                [
                    share(keys::DISABILITY[0])?,
                    share(keys::DISABILITY[1])?,
                    share(keys::DISABILITY[2])?,
                ],
                disability,
            ),
            age_shares: age_shares(counts, share)?,
            education_shares: education_shares(counts, share)?,
        })
    }
}

/// 2020 and 2022 as printed, 2021 and 2023 as what longer periods leave.
fn years(sources: &Sources) -> Result<[u32; 4], ModelError> {
    let value = |key| Ok::<_, ModelError>(persons(sources.figure(&key)?.value));
    let (y2020, y2022) = (value(keys::Y2020)?, value(keys::Y2022)?);
    let y2021 = left_of("recipients by year", value(keys::TO_BATCH_22)?, y2020)?;
    let before = y2020 + y2021 + y2022;
    let y2023 = left_of("recipients by year", value(keys::WHOLE)?, before)?;
    Ok([y2020, y2021, y2022, y2023])
}

/// The share of one period that is left when the share of a longer one and of its other part are
/// known.
fn left(whole: (Estimate, Estimate), part: (Estimate, Estimate)) -> Estimate {
    ((whole.0 * whole.1 - part.0 * part.1) / (whole.1 - part.1)).share()
}

fn three_of(counts: [Estimate; 4]) -> Estimate {
    counts[0] + counts[1] + counts[2]
}

/// 2020 is published, of 2021 and 2023 a part of the year; 2022 is what the published 2020-2022 leaves.
fn women_shares(
    counts: [Estimate; 4],
    share: impl Fn(Key<'static>) -> Result<Estimate, ModelError>,
) -> Result<[Estimate; 4], ModelError> {
    let (y2020, y2021) = (share(keys::WOMEN[0])?, share(keys::WOMEN[1])?);
    let known = y2020 * counts[0] + y2021 * counts[1];
    let y2022 = (share(keys::WOMEN[2])? * three_of(counts) - known) / counts[2];
    Ok([y2020, y2021, y2022.share(), share(keys::WOMEN[3])?])
}

/// 2020 and 2021 are published; 2022 and 2023 share what is left of the whole.
fn rest_of_two(counts: [Estimate; 4], known: [Estimate; 2], whole: Estimate) -> [Estimate; 4] {
    let rest = (whole - known[0] * counts[0] - known[1] * counts[1]) / (counts[2] + counts[3]);
    [known[0], known[1], rest.share(), rest.share()]
}

/// 2020, 2021 and 2020-2022 are published; 2023 is what is left of the whole.
fn disability_shares(
    counts: [Estimate; 4],
    known: [Estimate; 3],
    whole: Estimate,
) -> [Estimate; 4] {
    let [y2020, y2021, to_2022] = known;
    let three = to_2022 * three_of(counts);
    let y2022 = (three - y2020 * counts[0] - y2021 * counts[1]) / counts[2];
    let y2023 = (whole - three) / counts[3];
    [y2020, y2021, y2022.share(), y2023.share()]
}

/// A whole shared out in a shape.
fn parts<const N: usize>(whole: Estimate, shape: [Estimate; N]) -> [Estimate; N] {
    let sum = (shape.iter().skip(1)).fold(shape[0], |sum, part| sum + *part);
    shape.map(|part| (whole * part / sum).share())
}

/// 18-35 in 2020 is split as 2020-2022 is; 2021 and 2022 have one shape, which 2020-2022 leaves;
/// over 35 follows the Cyrus survey.
fn age_shares(
    counts: [Estimate; 4],
    share: impl Fn(Key<'static>) -> Result<Estimate, ModelError>,
) -> Result<[[Estimate; 5]; 4], ModelError> {
    let older = [
        share(keys::CYRUS_AGE[0])?,
        share(keys::CYRUS_AGE[1])?,
        share(keys::CYRUS_AGE[2])?,
    ];
    let with_older = |young: [Estimate; 2]| {
        let older = parts(Estimate::exactly(1.0) - young[0] - young[1], older);
        [young[0], young[1], older[0], older[1], older[2]]
    };
    let to_2022 = [share(keys::AGE_TO_2022[0])?, share(keys::AGE_TO_2022[1])?];
    let in_2020 = parts(share(keys::YOUNG_2020)?, to_2022);
    let three = three_of(counts);
    let middle = [0, 1].map(|at| left((to_2022[at], three), (in_2020[at], counts[0])));
    let in_2023 = [share(keys::AGE_2023[0])?, share(keys::AGE_2023[1])?];
    Ok([in_2020, middle, middle, in_2023].map(with_older))
}

/// The published share of SD, the rest in the shape of the Cyrus survey; 2021 and 2022 have one
/// shape, which 2020-2022 leaves. 2023 keeps the last published share of SD, and SMA and below as
/// published.
fn education_shares(
    counts: [Estimate; 4],
    share: impl Fn(Key<'static>) -> Result<Estimate, ModelError>,
) -> Result<[[Estimate; 5]; 4], ModelError> {
    let mut cyrus = [Estimate::exactly(0.0); 5];
    for (shape, at) in cyrus.iter_mut().zip(keys::CYRUS_EDUCATION) {
        *shape = share(at)?;
    }
    let one = Estimate::exactly(1.0);
    let with_rest = |sd: Estimate| {
        let rest = parts(one - sd, [cyrus[1], cyrus[2], cyrus[3], cyrus[4]]);
        [sd, rest[0], rest[1], rest[2], rest[3]]
    };
    let (in_2020, to_2022) = (share(keys::SD_2020)?, share(keys::SD_TO_2022)?);
    let middle = with_rest(left((to_2022, three_of(counts)), (in_2020, counts[0])));
    let to_sma = share(keys::SMA_2023)?;
    let below = parts(to_sma - to_2022, [cyrus[1], cyrus[2]]);
    let above = parts(one - to_sma, [cyrus[3], cyrus[4]]);
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
        let estimates = national.year_estimates.map(|year| persons(year.at));
        assert_eq!(estimates, national.years);
        assert_eq!(persons(national.women_2020.at), 2_479_075);
        assert_eq!(persons(national.never_trained.at), 15_050_000);
        assert_eq!(persons(national.disability.at), 525_000);
        assert_eq!(persons(national.tertinggal.at), 350_000);
    }

    /// 17.5 million is 17.45 to 17.55, 86 % is 85.5 to 86.5, 45 % of 5,509,055 is 44.5 to 45.5 of them.
    #[test]
    fn what_was_printed_rounded_leaves_an_interval() {
        let national = National::new(&shipped()).unwrap();
        let check = |estimate: Estimate, low: f64, high: f64| {
            let found = estimate.interval();
            let near = (found.low - low).abs() < 0.5 && (found.high - high).abs() < 0.5;
            assert!(near, "{found:?}");
        };
        check(national.whole, 17_450_000.0, 17_550_000.0);
        check(national.year_estimates[3], 1_023_288.0, 1_123_288.0);
        check(national.year_estimates[1], 5_932_867.0, 5_932_867.0);
        check(national.women_2020, 2_451_529.0, 2_506_620.0);
        check(national.never_trained, 14_919_750.0, 15_180_750.0);
        check(national.disability, 436_250.0, 614_250.0);
        check(national.tertinggal, 261_750.0, 438_750.0);
        let women = national.women_shares.map(Estimate::interval);
        assert!((women[1].low - 0.495).abs() < 1e-9 && (women[1].high - 0.505).abs() < 1e-9);
        // (0.505 x 16,426,712 - 0.455 x 5,509,055 - 0.505 x 5,932,867) / 4,984,790, and the other way.
        assert!((women[2].low - 0.560_3).abs() < 5e-5, "{women:?}");
        assert!((women[2].high - 0.616_2).abs() < 5e-5, "{women:?}");
    }

    #[track_caller]
    fn check(found: &[Estimate], percent: &[f64]) {
        for (found, percent) in found.iter().zip(percent) {
            assert!(
                (found.at * 100.0 - percent).abs() < 0.05,
                "{found:?} {percent}"
            );
        }
    }

    #[test]
    fn shares_by_year_are_published_or_what_the_longer_period_leaves() {
        let national = National::new(&shipped()).unwrap();
        check(&national.women_shares, &[45.0, 50.0, 58.82, 54.0]);
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
