//! A made dataset for the tests of this folder: wells by year, area and source.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use super::Figures;
use crate::cube::{
    Basis, CatIx, Category, Code, Cube, Denominator, DimIx, Dimension, Grouping, HeadlineFact, Id,
    Label, Metadata, Noun, NounForms, Provenance, Role, Source, Statuses, Values,
};
use crate::view_state::{LinkParts, ResolvedView, Site, resolve, state_from_link};
use crate::words::{LANGUAGE_CODES, Messages, messages};

fn label(english: &str, indonesian: &str) -> Label {
    Label::new(english).with("id", indonesian)
}

fn category((code, english, indonesian): (&str, &str, &str)) -> Category {
    Category::new(Code::new(code), label(english, indonesian))
}

fn dimension(id: &str, label: Label, role: Role, categories: &[(&str, &str, &str)]) -> Dimension {
    let categories = categories.iter().copied().map(category);
    Dimension::new(Id::new(id), label, role, categories.collect()).unwrap()
}

/// Wells in 2020 and 2021, in the areas n1 and n2 of the north and s1 of the south, drilled or dug.
/// Shape: 2 years, 3 areas, 2 sources. Of 2,000, 1,000 and 500 inhabitants; the area s1 has figures of
/// its own, n1 repeats its side, n2 the whole.
pub(super) fn wells(values: [u32; 12]) -> Cube {
    let year = dimension(
        "year",
        label("Year", "Tahun"),
        Role::Time,
        &[("2020", "2020", "2020"), ("2021", "2021", "2021")],
    );
    let areas = [
        ("n1", "Alder", "Alder"),
        ("n2", "Birch", "Birch"),
        ("s1", "Cedar", "Cedar"),
    ];
    let sides = [("n", "North", "Utara"), ("s", "South", "Selatan")].map(category);
    let sides = Grouping::new(
        Id::new("side"),
        label("Sides (2, of 2019)", "Sisi (2, tahun 2019)"),
        sides.to_vec(),
        [0, 0, 1].map(|side| Some(CatIx(side))).to_vec(),
    );
    let label_of_areas = label("Areas", "Daerah").with("fr", "Cantons");
    let area = dimension("area", label_of_areas, Role::Geo, &areas)
        .with_all_label(label("Riverland", "Negeri Sungai").with("fr", "Pays des rivières"))
        .with_groupings(vec![sides.unwrap()])
        .unwrap();
    let sources = [
        category(("drilled", "Drilled", "Bor")).with_phrase(Some(label("drilled", "bor"))),
        category(("dug", "Dug", "Gali")).with_phrase(Some(label("dug by hand", "gali"))),
    ];
    let source = Dimension::new(
        Id::new("source"),
        label("Source", "Asal"),
        Role::Classification,
        sources.to_vec(),
    );
    let dimensions = vec![year, area, source.unwrap()];
    let values = Values::Whole(values.to_vec());
    let bare = Cube::new(
        dimensions,
        values,
        (Vec::new(), Statuses::None),
        Metadata::default(),
    );
    bare.unwrap().with_metadata(metadata()).unwrap()
}

fn noun() -> Noun {
    let arabic = [
        ("one", "بئر"),
        ("two", "بئران"),
        ("few", "آبار"),
        ("many", "بئرًا"),
    ];
    let arabic = arabic.into_iter();
    let arabic = arabic.fold(NounForms::new("بئر"), |forms, (category, form)| {
        forms.with(category, form)
    });
    Noun::new(NounForms::new("wells").with("one", "well"))
        .with("id", NounForms::new("sumur"))
        .with("fr", NounForms::new("puits"))
        .with("ar", arabic)
}

fn metadata() -> Metadata {
    let basis = vec![Provenance::Group, Provenance::All, Provenance::Own];
    Metadata {
        label: label("Wells", "Sumur"),
        noun: Some(noun()),
        headline: vec![HeadlineFact {
            axis: crate::cube::Axis::of_dimension(DimIx(2)),
            category: CatIx(1),
            phrase: label("dug by hand", "gali").with("fr", "creusés à la main"),
        }],
        basis: Some(Basis {
            regions: DimIx(1),
            group: None,
            count: basis.clone(),
            dimensions: vec![(DimIx(2), basis)],
            crosses: Vec::new(),
        }),
        denominators: vec![Denominator {
            id: "people".into(),
            label: label("Inhabitants, 2020", "Penduduk, 2020"),
            noun: None,
            per: 1000,
            period: "2020".into(),
            dimensions: vec![DimIx(1)],
            values: vec![2000.0, 1000.0, 500.0],
            source: Source::default(),
        }],
        aggregation: Some(crate::cube::Aggregation::Sum),
        ..Metadata::default()
    }
}

/// A link of a cube, opened.
pub(super) struct Opened {
    pub(super) view: ResolvedView,
    pub(super) figures: Figures,
    pub(super) words: &'static Messages,
}

impl Opened {
    #[track_caller]
    pub(super) fn new(cube: &Cube, link: &str) -> Self {
        let site = Site {
            langs: &LANGUAGE_CODES,
        };
        let (state, notices) = state_from_link(&LinkParts::new(link), site, "wells", cube);
        assert!(notices.is_empty(), "{link}: {notices:?}");
        let view = resolve(&state, cube);
        Self {
            figures: Figures::of(cube, &view),
            view,
            words: messages(state.lang()),
        }
    }
}
