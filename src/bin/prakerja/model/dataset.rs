//! The model as a cube with everything that is to be said of it.

use jangkau::cube::{
    Aggregation, Axis, Basis, CatIx, Control as CubeControl, Cube, CubeError, Denominator,
    Derived as CubeDerived, DerivedBy, DimIx, HeadlineFact, Interval, Metadata, Printed,
    Provenance, Selection, Source, Status, Statuses, Sureness, Values,
};

use super::backtest::{Figure, errors};
use super::basis::rests;
use super::control::{Control, Measure, Place, Scope};
use super::dimensions::{self, label};
use super::fact_words::FactWords;
use super::fit::Fitted;
use super::layout::{Trait, YEARS};
use super::{Sources, places, texts};

const YEAR: DimIx = DimIx(0);
const REGION: DimIx = DimIx(1);

fn trait_dimension(of: Trait) -> DimIx {
    DimIx(2 + Trait::ALL.iter().take_while(|it| **it != of).count())
}

/// The cube of a fit.
///
/// # Errors
/// [`CubeError`] when sources and fit are not of the same regions.
pub(crate) fn dataset(sources: &Sources, fitted: &Fitted) -> Result<Cube, CubeError> {
    let regions = sources.regions();
    let mut all = vec![dimensions::year()?, places::region(regions)?];
    for of in Trait::ALL {
        all.push(dimensions::of_trait(of)?);
    }
    let statuses = Statuses::All(Status::new("E"));
    let cells = Values::Whole(fitted.values.clone());
    let bare = Cube::new(all, cells, (Vec::new(), statuses), Metadata::default())?;
    let metadata = metadata(sources, fitted, &bare);
    bare.with_metadata(metadata)
}

fn metadata(sources: &Sources, fitted: &Fitted, cube: &Cube) -> Metadata {
    let controls = fitted.outcomes.iter().map(|outcome| &outcome.control);
    let words = FactWords::new();
    let regions = fitted.cases.iter();
    let of_regions = errors(regions.filter(|case| case.figure == Figure::Region));
    Metadata {
        id: Some(texts::ID.into()),
        release: Some(texts::RELEASE.into()),
        lang: Some("id".into()),
        label: texts::title(),
        source: Some(texts::source()),
        updated: Some(texts::UPDATED.into()),
        notes: texts::notes(),
        href: None,
        contact: Vec::new(),
        caveats: Vec::new(),
        next_update: None,
        licence: Some(texts::licence()),
        method: texts::method(),
        modelled: true,
        aggregation: Some(Aggregation::Sum),
        noun: Some(texts::noun()),
        headline: headline(cube),
        basis: Some(basis(sources, fitted, cube)),
        controls: controls
            .filter_map(|it| control(it, cube, &words))
            .collect(),
        denominators: vec![population(sources)],
        conflicts: texts::conflicts(),
        // Said by the basis of the whole.
        sureness: Vec::new(),
        errors: of_regions
            .map(|it| (Sureness::SharedOut, it.error))
            .into_iter()
            .collect(),
    }
}

fn headline(cube: &Cube) -> Vec<HeadlineFact> {
    let of_trait = |of| Axis::of_dimension(trait_dimension(of));
    let facts = [
        (
            Some(of_trait(Trait::Training)),
            "never",
            dimensions::NEVER_TRAINED,
        ),
        (
            Some(of_trait(Trait::Disability)),
            "yes",
            dimensions::WITH_DISABILITY,
        ),
        (cube.axis("tertinggal"), "yes", dimensions::TERTINGGAL),
    ];
    let facts = facts.into_iter().filter_map(|(axis, code, phrase)| {
        let axis = axis?;
        Some(HeadlineFact {
            axis,
            category: cube.members(axis).position(code)?,
            phrase: label(phrase),
        })
    });
    facts.collect()
}

fn basis(sources: &Sources, fitted: &Fitted, cube: &Cube) -> Basis {
    let controls: Vec<&Control> = fitted.outcomes.iter().map(|it| &it.control).collect();
    let of = |of| rests(&controls, of, sources.regions());
    let by_trait = |it: Trait| -> (DimIx, Vec<Provenance>) { (trait_dimension(it), of(Some(it))) };
    let mut dimensions: Vec<(DimIx, Vec<Provenance>)> =
        Trait::ALL.into_iter().map(by_trait).collect();
    // The order of the file's object, so that it is read back as the same.
    dimensions.sort_by_key(|(at, _)| cube.dimension(*at).id().as_str().to_owned());
    Basis {
        regions: REGION,
        group: cube.axis("province-2020"),
        count: of(None),
        dimensions,
        crosses: Vec::new(),
    }
}

/// A control as the file says it; `None` for what a selection cannot say: ranks, how many regions
/// were reached, bands that cut ours.
fn control(control: &Control, cube: &Cube, words: &FactWords) -> Option<CubeControl> {
    let scope = match &control.measure {
        Measure::Count(scope) | Measure::Share(scope) => scope,
        Measure::PartShare(..) | Measure::Rank(..) | Measure::Reached(_) => return None,
    };
    let is_share = matches!(control.measure, Measure::Share(_));
    let share_of = if is_share {
        Some(selection(&scope.everyone(), cube)?)
    } else {
        None
    };
    let value = rounded(control.asked, is_share);
    Some(CubeControl {
        kind: control.kind,
        selection: selection(scope, cube)?,
        value,
        tolerance: rounded(control.tolerance, is_share),
        share_of,
        printed: control.printed.as_ref().map(|printed| Printed {
            period: words.period(printed.period.own()),
            ..printed.clone()
        }),
        derived: match &control.derived {
            Some(derived) => Some(CubeDerived {
                how: derived.how,
                text: derived.text.clone(),
                percent_of: match &derived.percent_of {
                    Some(whole) => Some(selection(whole, cube)?),
                    None => None,
                },
                interval: derived.interval.map(|it| {
                    if derived.how == DerivedBy::Scaled && !is_share {
                        on_either_side(it, value)
                    } else {
                        outwards(it, is_share)
                    }
                }),
            }),
            None => None,
        },
        source: control.source.clone(),
        note: control.note.clone(),
    })
}

/// Whole persons, or a share to four digits.
fn rounded(value: f64, is_share: bool) -> f64 {
    let digits = if is_share { 1e4 } else { 1.0 };
    (value * digits).round() / digits
}

/// The interval about a count that holds another, as far on either side: to two digits, for a count that was
/// scaled is no more precise.
fn on_either_side(within: Interval, count: f64) -> Interval {
    let distance = f64::max(count - within.low, within.high - count);
    let mut step = 1.0;
    while distance >= step * 100.0 {
        step *= 10.0;
    }
    let distance = (distance / step - 1e-6).ceil().max(0.0) * step;
    Interval {
        low: (count - distance).max(0.0),
        high: count + distance,
    }
}

/// The interval of whole persons, or of shares to three digits, that holds another. What is a whole number
/// but for its arithmetic is that number.
fn outwards(within: Interval, is_share: bool) -> Interval {
    let digits = if is_share { 1e3 } else { 1.0 };
    Interval {
        low: (within.low * digits + 1e-6).floor() / digits,
        high: (within.high * digits - 1e-6).ceil() / digits,
    }
}

fn selection(scope: &Scope, cube: &Cube) -> Option<Selection> {
    let mut selection = Selection::all();
    if scope.years.positions().count() < YEARS.len() {
        let years = scope.years.positions().map(CatIx).collect();
        selection = selection.with(Axis::of_dimension(YEAR), years);
    }
    let grouped = |axis: &str, code: &str| {
        let axis = cube.axis(axis)?;
        Some((axis, vec![cube.members(axis).position(code)?]))
    };
    let place = match &scope.place {
        Place::Nation => None,
        Place::Province(code) => Some(grouped("province-2020", code)?),
        Place::Tertinggal => Some(grouped("tertinggal", "yes")?),
        Place::Jawa => Some(grouped("island", "jawa")?),
        Place::Region(at) => Some((Axis::of_dimension(REGION), vec![CatIx(at.0)])),
    };
    if let Some((axis, picked)) = place {
        selection = selection.with(axis, picked);
    }
    if let Some(clause) = &scope.clause {
        let axis = Axis::of_dimension(trait_dimension(clause.of));
        let picked = clause.categories.iter().copied().map(CatIx).collect();
        selection = selection.with(axis, picked);
    }
    Some(selection)
}

fn population(sources: &Sources) -> Denominator {
    let regions = sources.regions().iter();
    Denominator {
        noun: None,
        per: 1000,
        id: "population".into(),
        label: label(("Penduduk, Desember 2024", "Population, December 2024")),
        period: "2024-12".into(),
        dimensions: vec![REGION],
        values: regions.map(|it| f64::from(it.population)).collect(),
        source: Source {
            title: "idn-regions.csv".into(),
            ..Source::default()
        },
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::model::fit::tests::{brotli_size, shipped_fit};
    use crate::model::sources::tests::shipped;
    use jangkau::cube::linked;
    use jangkau::formats::Limits;
    use jangkau::formats::json_stat::{bytes_from_cube, cube_from_bytes};

    #[test]
    fn the_file_reads_back_as_the_same_cube_and_weighs_at_most_230_kb() {
        let cube = dataset(&shipped(), shipped_fit()).unwrap();
        let bytes = bytes_from_cube(&cube);
        let read = cube_from_bytes(&bytes, &Limits::PAGE).unwrap();
        assert_eq!(cube.dimensions(), read.dimensions());
        assert_eq!(cube.metadata(), read.metadata());
        assert!(cube == read);
        let size = brotli_size(&bytes);
        assert!(size <= 230_000, "{size}");
    }

    #[test]
    fn what_is_derived_says_how_precise_it_is() {
        let cube = dataset(&shipped(), shipped_fit()).unwrap();
        let year = |at| Selection::all().with(Axis::of_dimension(YEAR), vec![CatIx(at)]);
        let within = |selection: &Selection| cube.count_within(selection).unwrap();
        assert_eq!(
            Some(within(&year(3))),
            Interval::new(1_023_288.0, 1_123_288.0)
        );
        let all = Selection::all();
        assert_eq!(
            Some(within(&all)),
            Interval::new(17_450_000.0, 17_550_000.0)
        );
        assert!(within(&year(0)).is_exact() && within(&year(1)).is_exact());
        let never = Axis::of_dimension(trait_dimension(Trait::Training));
        let never = all.clone().with(never, vec![CatIx(0)]);
        let share = cube.share_within(&never, &all);
        assert_eq!(share, Interval::new(0.855, 0.865));
        // Of half a year, printed 50 %.
        let women = Axis::of_dimension(trait_dimension(Trait::Sex));
        let women = year(1).with(women, vec![CatIx(0)]);
        assert_eq!(
            cube.share_within(&women, &year(1)),
            Interval::new(0.495, 0.505)
        );
        assert!(!within(&women).is_exact());
        let error = cube.metadata().error_of(Sureness::SharedOut).unwrap();
        assert_eq!(error.cases, 31);
        assert_eq!(cube.metadata().error_of(Sureness::Pattern), None);
    }

    #[test]
    fn an_interval_is_rounded_outwards() {
        let within = Interval {
            low: 445_949.2,
            high: 448_654.4,
        };
        let either = on_either_side(within, 447_302.0);
        assert_eq!(Some(either), Interval::new(445_902.0, 448_702.0));
        assert_eq!(
            Some(outwards(within, false)),
            Interval::new(445_949.0, 448_655.0)
        );
        let share = Interval {
            low: 0.077_94,
            high: 0.096_8,
        };
        assert_eq!(Some(outwards(share, true)), Interval::new(0.077, 0.097));
    }

    #[test]
    fn the_cube_answers_as_the_report_says() {
        let cube = dataset(&shipped(), shipped_fit()).unwrap();
        let figure = |selection: &Selection| linked(&cube, selection).total().number().unwrap();
        let outcomes = &shipped_fit().outcomes;
        let sayable = outcomes
            .iter()
            .filter(|it| control(&it.control, &cube, &FactWords::new()).is_some());
        for (said, outcome) in cube.metadata().controls.iter().zip(sayable) {
            let part = figure(&said.selection);
            let found = said.share_of.as_ref().map_or(part, |of| part / figure(of));
            assert!((found - outcome.reached).abs() < 1e-9, "{said:?}");
        }
    }
}
