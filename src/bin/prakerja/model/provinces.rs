//! Whole totals of the 34 provinces of 2020, for 2020 and for the four years.

use super::figures::{Key, PublishedFigure};
use super::rounding::largest_remainder;
use super::{ModelError, Sources};

/// Six provinces are missing from the table of 2023. For Jambi this is taken, from a later count
/// (more than 360,000 by September 2024); the other five share what is left.
const JAMBI: (&str, f64) = ("15", 330_000.0);
const TABLE: &str = "cumulative batches 1-62, to 2023-10-17";
const EFFECTIVE: &str = "effective recipients (penerima efektif)";

/// The nation's count in the table of 2023, memberships later revoked included.
pub(crate) const NATION_GROSS: Key<'static> = Key::of(
    "Indonesia",
    TABLE,
    "recipients",
    "total, gross of revocations (inferred)",
);
/// Counts without revoked memberships, of the four years or of parts that add up to them.
pub(crate) const NET: [(&str, &[Key<'static>]); 2] = [
    (
        "52",
        &[Key::of(
            "Nusa Tenggara Barat",
            "2020-2023 (to 2023-09)",
            "recipients",
            EFFECTIVE,
        )],
    ),
    ("63", &[KALSEL_TO_2022, KALSEL_2023]),
];
pub(crate) const KALSEL_TO_2022: Key<'static> =
    Key::of("Kalimantan Selatan", "2020-2022", "recipients", EFFECTIVE);
pub(crate) const KALSEL_2023: Key<'static> = Key::of(
    "Kalimantan Selatan",
    "2023 (to 2023-09-02)",
    "recipients",
    "total",
);

/// What is known of one province.
#[derive(Debug)]
pub(crate) struct Province<'a> {
    /// The code of 2020.
    pub(crate) code: &'a str,
    pub(crate) in_2020: u32,
    pub(crate) whole: u32,
    pub(crate) figure_2020: &'a PublishedFigure,
    /// `None` for the six that no table names for the four years.
    pub(crate) figure_whole: Option<&'a PublishedFigure>,
    /// Whether the count of the four years was published net.
    pub(crate) net: bool,
}

/// The provinces, in the order of their codes.
///
/// 2020: the published counts, scaled to the nation's. The four years: two are published net; every
/// other gross count, and the one that the missing six share, is scaled by one factor to the rest
/// of the nation's count.
pub(crate) fn provinces(
    sources: &Sources,
    in_2020: u32,
    whole: u32,
) -> Result<Vec<Province<'_>>, ModelError> {
    let codes = sources.provinces();
    let published_2020 = by_province(sources, &codes, Key::of("", "2020", "recipients", "total"))?;
    let gross = by_province(sources, &codes, Key::of("", TABLE, "recipients", "total"))?;
    let weights: Vec<f64> = published_2020.iter().map(|(sum, _)| *sum).collect();
    let in_2020 = largest_remainder(&weights, in_2020)?;
    let net = net(sources, &codes)?;
    let weights = whole_weights(
        (&codes, &weights, &gross),
        &net,
        sources.figure(&NATION_GROSS)?.value,
        f64::from(whole),
    );
    let whole = largest_remainder(&weights, whole)?;
    let all = codes.iter().enumerate().map(|(at, code)| {
        let figure_2020 = published_2020[at].1.ok_or_else(|| ModelError::NoFigure {
            key: format!("province {code}, 2020, recipients, total"),
        })?;
        Ok(Province {
            code,
            in_2020: in_2020[at],
            whole: whole[at],
            figure_2020,
            figure_whole: net[at].map(|(_, figure)| figure).or(gross[at].1),
            net: net[at].is_some(),
        })
    });
    all.collect()
}

/// A sum of published figures, and the largest of them.
type Sum<'a> = (f64, Option<&'a PublishedFigure>);

fn by_province<'a>(
    sources: &'a Sources,
    codes: &[&str],
    key: Key<'_>,
) -> Result<Vec<Sum<'a>>, ModelError> {
    let mut sums: Vec<Sum<'a>> = vec![(0.0, None); codes.len()];
    for figure in sources.all(key) {
        let code = sources.province_2020(&figure.region)?;
        if let Some(at) = codes.iter().position(|known| *known == code) {
            let (sum, largest) = &mut sums[at];
            *sum += figure.value;
            if largest.is_none_or(|largest| largest.value < figure.value) {
                *largest = Some(figure);
            }
        }
    }
    Ok(sums)
}

fn net<'a>(
    sources: &'a Sources,
    codes: &[&str],
) -> Result<Vec<Option<(f64, &'a PublishedFigure)>>, ModelError> {
    let mut net = vec![None; codes.len()];
    for (code, keys) in NET {
        for key in keys {
            let figure = sources.figure(key)?;
            if let Some(at) = codes.iter().position(|known| *known == code) {
                let (sum, first) = net[at].unwrap_or((0.0, figure));
                net[at] = Some((sum + figure.value, first));
            }
        }
    }
    Ok(net)
}

fn whole_weights(
    (codes, in_2020, gross): (&[&str], &[f64], &[Sum<'_>]),
    net: &[Option<(f64, &PublishedFigure)>],
    nation_gross: f64,
    whole: f64,
) -> Vec<f64> {
    let sum = |of: &dyn Fn(usize) -> f64| (0..codes.len()).map(of).sum::<f64>();
    let net_sum = sum(&|at| net[at].map_or(0.0, |(value, _)| value));
    let net_gross = sum(&|at| net[at].map_or(0.0, |_| gross[at].0));
    let factor = (whole - net_sum) / (nation_gross - net_gross);
    let missing = |at: usize| gross[at].1.is_none();
    let lump = (nation_gross - sum(&|at| gross[at].0)) * factor - JAMBI.1;
    let others = sum(&|at| {
        if missing(at) && codes[at] != JAMBI.0 {
            in_2020[at]
        } else {
            0.0
        }
    });
    (0..codes.len())
        .map(|at| match net[at] {
            Some((value, _)) => value,
            None if codes[at] == JAMBI.0 => JAMBI.1,
            None if missing(at) => lump * in_2020[at] / others,
            None => gross[at].0 * factor,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::national::National;
    use crate::model::sources::tests::shipped;

    #[test]
    fn provinces_add_up_and_those_published_net_stay_as_printed() {
        let sources = shipped();
        let national = National::new(&sources).unwrap();
        let provinces = provinces(&sources, national.years[0], 17_500_000).unwrap();
        assert_eq!(provinces.len(), 34);
        let sum = |of: fn(&Province<'_>) -> u32| provinces.iter().map(of).sum::<u32>();
        assert_eq!(sum(|it| it.in_2020), 5_509_055);
        assert_eq!(sum(|it| it.whole), 17_500_000);
        let whole = |code| provinces.iter().find(|it| it.code == code).unwrap().whole;
        assert_eq!(whole("52"), 389_181);
        assert_eq!(whole("63"), 418_280);
        assert_eq!(whole("15"), 330_000);
        assert!(provinces.iter().all(|it| it.in_2020 < it.whole));
        let missing: Vec<&str> = provinces
            .iter()
            .filter(|it| it.figure_whole.is_none())
            .map(|it| it.code)
            .collect();
        assert_eq!(missing, ["14", "15", "19", "62", "65", "76"]);
    }

    /// 18,360,000 less the 28 printed ones: 1,628,558 (figures.csv, row 638).
    #[test]
    fn new_papuan_provinces_count_under_their_parent() {
        let sources = shipped();
        let codes = sources.provinces();
        let key = Key::of("", TABLE, "recipients", "total");
        let gross = by_province(&sources, &codes, key).unwrap();
        let of = |code| gross[codes.iter().position(|it| *it == code).unwrap()].0;
        assert!((of("91") - 113_637.0).abs() < 0.5);
        assert!((of("92") - 86_904.0).abs() < 0.5);
        let printed: f64 = gross.iter().map(|(sum, _)| sum).sum();
        let nation = sources.figure(&NATION_GROSS).unwrap().value;
        assert!((nation - printed - 1_628_558.0).abs() < 0.5);
    }
}
