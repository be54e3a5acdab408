//! Whole totals of the 34 provinces of 2020, for 2020 and for the four years.

use super::estimate::Estimate;
use super::figures::{Key, PublishedFigure};
use super::persons::persons;
use super::rounding::largest_remainder;
use super::{ModelError, Sources};

/// Six provinces are missing from the table of 2023. For Jambi this is taken, from a later count
/// (more than 360,000 by September 2024); the other five share what is left.
const JAMBI: (&str, f64) = ("15", 330_000.0);
/// The later count of Jambi.
const JAMBI_LATER: Key<'static> =
    Key::of("Jambi", "cumulative to 2024-09-19", "recipients", "alumni");
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

/// What the count of a province over the four years rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whole {
    /// A net count, as printed.
    Net,
    /// Net counts of parts of the period.
    NetParts,
    /// A gross count.
    Gross,
    /// A gross count, and those of the provinces that were made of it.
    GrossParts,
    /// Nothing of its own in the table: a later count, and no more than that.
    Jambi,
    /// Nothing of its own: what the others leave.
    Rest,
}

/// What is known of one province.
#[derive(Debug)]
pub(crate) struct Province<'a> {
    /// The code of 2020.
    pub(crate) code: &'a str,
    pub(crate) in_2020: u32,
    pub(crate) whole: u32,
    pub(crate) estimate_2020: Estimate,
    /// `None` for the six that no table names for the four years.
    pub(crate) estimate_whole: Option<Estimate>,
    pub(crate) figure_2020: &'a PublishedFigure,
    /// The figure it rests on first; the nation's for what only shares the nation's rest.
    pub(crate) figure_whole: &'a PublishedFigure,
    pub(crate) from: Whole,
}

/// The provinces, in the order of their codes.
///
/// 2020: the published counts, scaled to the nation's. The four years: two are published net; every
/// other gross count, and the one that the missing six share, is scaled by one factor to the rest
/// of the nation's count.
pub(crate) fn provinces(
    sources: &Sources,
    in_2020: u32,
    whole: Estimate,
) -> Result<Vec<Province<'_>>, ModelError> {
    let codes = sources.provinces();
    let published_2020 = by_province(sources, &codes, Key::of("", "2020", "recipients", "total"))?;
    let gross = by_province(sources, &codes, Key::of("", TABLE, "recipients", "total"))?;
    let weights: Vec<Estimate> = published_2020.iter().map(|it| it.added).collect();
    let whole_2020 = largest_remainder(&values(&weights), in_2020)?;
    let nation_2020 = weights.iter().fold(0.0, |sum, weight| sum + weight.at);
    let factor_2020 = Estimate::exactly(f64::from(in_2020) / nation_2020);
    let net = net(sources, &codes)?;
    let nation_gross = sources.figure(&NATION_GROSS)?;
    let counts = whole_counts(
        (&codes, &values(&weights), &gross),
        &net,
        nation_gross.estimate(),
        whole,
    );
    let whole = largest_remainder(&values(&counts), persons(whole.at))?;
    let jambi = sources.figure(&JAMBI_LATER)?;
    let all = codes.iter().enumerate().map(|(at, code)| {
        let figure_2020 = published_2020[at]
            .figure
            .ok_or_else(|| ModelError::NoFigure {
                key: format!("province {code}, 2020, recipients, total"),
            })?;
        let (figure_whole, from) = match (net[at].figure, gross[at].figure) {
            (Some(figure), _) if net[at].count > 1 => (figure, Whole::NetParts),
            (Some(figure), _) => (figure, Whole::Net),
            (None, Some(figure)) if gross[at].count > 1 => (figure, Whole::GrossParts),
            (None, Some(figure)) => (figure, Whole::Gross),
            (None, None) if *code == JAMBI.0 => (jambi, Whole::Jambi),
            (None, None) => (nation_gross, Whole::Rest),
        };
        let is_known = !matches!(from, Whole::Jambi | Whole::Rest);
        Ok(Province {
            code,
            in_2020: whole_2020[at],
            whole: whole[at],
            estimate_2020: weights[at] * factor_2020,
            estimate_whole: is_known.then_some(counts[at]),
            figure_2020,
            figure_whole,
            from,
        })
    });
    all.collect()
}

fn values(estimates: &[Estimate]) -> Vec<f64> {
    estimates.iter().map(|estimate| estimate.at).collect()
}

/// Published figures of one province, added up.
#[derive(Debug, Clone, Copy)]
struct Sum<'a> {
    added: Estimate,
    /// The largest of them; `None` where there is none.
    figure: Option<&'a PublishedFigure>,
    count: usize,
}

impl<'a> Sum<'a> {
    const NONE: Self = Self {
        added: Estimate::ZERO,
        figure: None,
        count: 0,
    };

    fn add(&mut self, figure: &'a PublishedFigure) {
        self.added = self.added + figure.estimate();
        self.count += 1;
        if self
            .figure
            .is_none_or(|largest| largest.value < figure.value)
        {
            self.figure = Some(figure);
        }
    }
}

fn by_province<'a>(
    sources: &'a Sources,
    codes: &[&str],
    key: Key<'_>,
) -> Result<Vec<Sum<'a>>, ModelError> {
    let mut sums = vec![Sum::NONE; codes.len()];
    for figure in sources.all(key) {
        let code = sources.province_2020(&figure.region)?;
        if let Some(at) = codes.iter().position(|known| *known == code) {
            sums[at].add(figure);
        }
    }
    Ok(sums)
}

fn net<'a>(sources: &'a Sources, codes: &[&str]) -> Result<Vec<Sum<'a>>, ModelError> {
    let mut net = vec![Sum::NONE; codes.len()];
    for (code, keys) in NET {
        for key in keys {
            let figure = sources.figure(key)?;
            if let Some(at) = codes.iter().position(|known| *known == code) {
                net[at].add(figure);
            }
        }
    }
    Ok(net)
}

fn whole_counts(
    (codes, in_2020, gross): (&[&str], &[f64], &[Sum<'_>]),
    net: &[Sum<'_>],
    nation_gross: Estimate,
    whole: Estimate,
) -> Vec<Estimate> {
    let total = |of: &dyn Fn(usize) -> Estimate| {
        (0..codes.len()).fold(Estimate::ZERO, |sum, at| sum + of(at))
    };
    let is_net = |at: usize| net[at].figure.is_some();
    let net_gross = total(&|at| {
        if is_net(at) {
            gross[at].added
        } else {
            Estimate::ZERO
        }
    });
    let factor = (whole - total(&|at| net[at].added)) / (nation_gross - net_gross);
    let jambi = Estimate::exactly(JAMBI.1);
    let missing = |at: usize| gross[at].figure.is_none();
    let lump = (nation_gross - total(&|at| gross[at].added)) * factor - jambi;
    let is_other = |at: usize| missing(at) && codes[at] != JAMBI.0;
    let others: f64 = (0..codes.len())
        .filter(|at| is_other(*at))
        .map(|at| in_2020[at])
        .sum();
    (0..codes.len())
        .map(|at| {
            if is_net(at) {
                net[at].added
            } else if codes[at] == JAMBI.0 {
                jambi
            } else if missing(at) {
                lump * Estimate::exactly(in_2020[at]) / Estimate::exactly(others)
            } else {
                gross[at].added * factor
            }
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
        let provinces = provinces(&sources, national.years[0], national.whole).unwrap();
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
            .filter(|it| it.estimate_whole.is_none())
            .map(|it| it.code)
            .collect();
        assert_eq!(missing, ["14", "15", "19", "62", "65", "76"]);
    }

    /// 17.45 to 17.55 million less two net counts, over 18.355 to 18.365 million less their gross ones.
    #[test]
    fn gross_counts_carry_the_rounding_of_both_totals() {
        let sources = shipped();
        let national = National::new(&sources).unwrap();
        let provinces = provinces(&sources, national.years[0], national.whole).unwrap();
        let province = |code| provinces.iter().find(|it| it.code == code).unwrap();
        let aceh = province("11");
        assert_eq!(aceh.from, Whole::Gross);
        let within = aceh.estimate_whole.unwrap().interval();
        let whole = f64::from(aceh.whole);
        let relative = |end: f64| (end / whole - 1.0) * 1000.0;
        assert!((relative(within.low) + 3.3).abs() < 0.1, "{within:?}");
        assert!((relative(within.high) - 3.3).abs() < 0.1, "{within:?}");
        assert_eq!(province("52").from, Whole::Net);
        assert_eq!(province("63").from, Whole::NetParts);
        assert_eq!(province("91").from, Whole::GrossParts);
        assert_eq!(province("15").from, Whole::Jambi);
    }

    /// 18,360,000 less the 28 printed ones: 1,628,558 (figures.csv, row 638).
    #[test]
    fn new_papuan_provinces_count_under_their_parent() {
        let sources = shipped();
        let codes = sources.provinces();
        let key = Key::of("", TABLE, "recipients", "total");
        let gross = by_province(&sources, &codes, key).unwrap();
        let of = |code| {
            gross[codes.iter().position(|it| *it == code).unwrap()]
                .added
                .at
        };
        assert!((of("91") - 113_637.0).abs() < 0.5);
        assert!((of("92") - 86_904.0).abs() < 0.5);
        let printed: f64 = gross.iter().map(|it| it.added.at).sum();
        let nation = sources.figure(&NATION_GROSS).unwrap().value;
        assert!((nation - printed - 1_628_558.0).abs() < 0.5);
    }
}
