//! What a publisher might say of a cube.

use jangkau::cube::{
    Aggregation, Basis, CatIx, Conflict, Control, ControlKind, Cube, Denominator, Derived,
    DerivedBy, DimIx, HeadlineFact, Interval, Label, Metadata, Noun, NounForms, Printed,
    PrintedUnit, Provenance, RelativeError, Selection, Source, Sureness,
};

/// A label in the file's language and, by what `text` is like, in two others.
pub(crate) fn label(own: &str, text: &str) -> Label {
    let label = Label::new(&format!("{own}{text}"));
    match text.len() % 4 {
        0 => label,
        1 => label.with("ar", text),
        2 => label.with("en", text),
        _ => label.with("en", text).with("ar", own),
    }
}

/// What the publisher says of `cube`: each optional part where `parts` has its bit.
pub(crate) fn metadata(
    cube: &Cube,
    words: &str,
    parts: u16,
    aggregation: Option<Aggregation>,
) -> Metadata {
    let has = |bit: u16| parts & (1 << bit) != 0;
    let text = |own: &str| label(own, words);
    let short = |bit: u16, text: &str| has(bit).then(|| Box::from(text));
    let axis = cube.axes().last().unwrap();
    let member = CatIx(cube.members(axis).len() - 1);
    let source = Source {
        title: words.into(),
        publisher: "PMO".into(),
        date: "2023-12".into(),
        url: "https://example.org/".into(),
    };
    let control = |kind, source: &Source, share| Control {
        kind,
        selection: Selection::all().with(axis, vec![member]),
        share_of: share,
        value: 0.25,
        tolerance: if has(0) { 0.0 } else { 1.5 },
        printed: has(3).then(|| printed(has(4), text("2023"))),
        derived: has(5).then(|| derived(usize::from(parts), text("derived"))),
        source: source.clone(),
        note: has(1).then(|| text("note")),
    };
    let kinds = [ControlKind::Hard, ControlKind::Soft, ControlKind::Check];
    let controls = kinds.map(|kind| control(kind, &source, has(2).then(Selection::all)));
    let mut controls = controls.to_vec();
    controls.push(control(ControlKind::Soft, &Source::default(), None));
    Metadata {
        id: short(0, "fixture"),
        release: short(1, "2024-01"),
        lang: short(2, "id"),
        label: text("Cube"),
        source: has(3).then(|| text("source")),
        updated: short(4, "2024-01-31"),
        notes: if has(5) {
            vec![text("a"), text("b")]
        } else {
            Vec::new()
        },
        href: short(6, "https://example.org/"),
        contact: vec![text("office")],
        caveats: if has(7) {
            vec![text("caveat")]
        } else {
            Vec::new()
        },
        next_update: short(4, "2027"),
        licence: has(7).then(|| text("CC BY")),
        method: if has(8) {
            vec![text("method")]
        } else {
            Vec::new()
        },
        modelled: has(9),
        sureness: if has(9) { sureness(cube) } else { Vec::new() },
        errors: if has(9) { errors() } else { Vec::new() },
        aggregation,
        noun: has(10).then(|| noun(words)),
        headline: if has(11) {
            vec![HeadlineFact {
                axis,
                category: member,
                phrase: text("phrase"),
            }]
        } else {
            Vec::new()
        },
        basis: has(12).then(|| basis(cube)),
        controls: if has(13) { controls } else { Vec::new() },
        denominators: if has(14) {
            vec![denominator(cube, &source, text("people"))]
        } else {
            Vec::new()
        },
        conflicts: if has(15) {
            vec![Conflict {
                text: text("conflict"),
            }]
        } else {
            Vec::new()
        },
    }
}

/// One form, two, or one for each category; in the file's language and in another.
fn noun(words: &str) -> Noun {
    let few = match words.len() % 3 {
        0 => 0..0,
        1 => 1..2,
        _ => 0..5,
    };
    let special = few.map(|nth| NounForms::CATEGORIES[nth]);
    let forms = special.fold(NounForms::new(words), |forms, category| {
        forms.with(category, &format!("{category}{words}"))
    });
    Noun::new(NounForms::new("many").with("one", "one")).with("ar", forms)
}

/// Of a cube of one cell in each column alike, of others every one another.
fn sureness(cube: &Cube) -> Vec<Option<Sureness>> {
    let [published, shared, pattern] = Sureness::ALL.map(Some);
    let every = [published, shared, pattern, None];
    let cells = 0..cube.shape().cells();
    cells.map(|cell| every[cell % every.len()]).collect()
}

fn printed(is_percent: bool, period: Label) -> Printed {
    Printed {
        value: 25.5,
        unit: if is_percent {
            PrintedUnit::Percent
        } else {
            PrintedUnit::Count
        },
        decimals: if is_percent { 1 } else { -3 },
        of: is_percent.then(|| period.clone()),
        period,
    }
}

/// Of each way and each form of interval some.
fn derived(parts: usize, text: Label) -> Derived {
    let high = if parts.is_multiple_of(2) {
        0.5
    } else {
        f64::INFINITY
    };
    Derived {
        how: DerivedBy::ALL[parts % DerivedBy::ALL.len()],
        text,
        percent_of: parts.is_multiple_of(3).then(Selection::all),
        interval: (!parts.is_multiple_of(5)).then_some(Interval { low: 0.25, high }),
    }
}

fn errors() -> Vec<(Sureness, RelativeError)> {
    let error = RelativeError {
        median_percent: 26.9,
        p90_percent: 53.0,
        cases: 31,
    };
    vec![(Sureness::SharedOut, error)]
}

fn basis(cube: &Cube) -> Basis {
    let provenance = |shift: usize| {
        let regions = 0..cube.dimensions()[0].categories().len();
        regions
            .map(|at| [Provenance::Own, Provenance::Group, Provenance::All][(at + shift) % 3])
            .collect()
    };
    Basis {
        regions: DimIx(0),
        group: (cube.axes()).find(|axis| axis.dimension() == DimIx(0) && axis.grouping().is_some()),
        count: provenance(0),
        dimensions: (0..cube.dimensions().len())
            .map(|at| (DimIx(at), provenance(at)))
            .collect(),
        crosses: (1..cube.dimensions().len())
            .map(|at| vec![DimIx(at), DimIx(0)])
            .collect(),
    }
}

fn denominator(cube: &Cube, source: &Source, label: Label) -> Denominator {
    let last = cube.dimensions().len() - 1;
    let dimensions = if last == 0 {
        vec![DimIx(0)]
    } else {
        vec![DimIx(0), DimIx(last)]
    };
    let sizes = dimensions
        .iter()
        .map(|&at| cube.dimension(at).categories().len());
    Denominator {
        id: "people".into(),
        label,
        noun: None,
        per: 1000,
        period: "2024".into(),
        values: (0..sizes.product::<usize>())
            .map(|at| if at == 0 { 0.5 } else { 7.0 })
            .collect(),
        dimensions,
        source: source.clone(),
    }
}
