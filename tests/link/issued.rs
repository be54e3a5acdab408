//! The links that have been issued, and links over the made datasets.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use jangkau::cube::{Axis, CatIx, Cube, DimIx, Figure, Selection, linked};
use jangkau::formats::{Limits, open_dataset};
use jangkau::scene::{Figures, map, notice_text};
use jangkau::view_state::{
    LinkParts, Notice, Quantity, ResolvedView, ViewState, link_from_state, release_of, resolve,
    state_from_link,
};
use jangkau::words::{LANGUAGES, messages};

use crate::support::link::{SITE, open};
use crate::support::made;
use crate::support::shipped;

/// Every form of link there is: link, figure, notices, the categories that count, and why it is here.
const LINKS: &str = include_str!("../data/links.tsv");

#[test]
fn every_link_ever_issued_opens_with_its_total() {
    let mut made_cubes = BTreeMap::new();
    let mut releases = BTreeMap::new();
    let (mut lines, mut of_made) = (0, 0);
    for line in LINKS.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [link, figure, notices, intended, why] = cells[..] else {
            panic!("{line}")
        };
        let id = LinkParts::new(link).dataset;
        let made_file = made_file(&id);
        let cube = if let Some(file) = &made_file {
            made_cubes.entry(id).or_insert_with(|| cube_of(file))
        } else {
            // A pinned link opens the release that it names.
            let release = release_of(&LinkParts::new(link));
            let entry = shipped::LIST
                .nearest("prakerja", release.as_deref())
                .unwrap();
            let file = shipped::data().join(&entry.href);
            let opened = || cube_of(&file);
            releases.entry(entry.release.clone()).or_insert_with(opened)
        };
        let (state, found) = opened(link, cube);
        let view = resolve(&state, cube);
        let mut text = figure_text(cube, &view);
        lines += 1;
        if made_file.is_some() {
            of_made += 1;
            text += &quantity_text(cube, &view);
        }
        assert_eq!(text, figure, "{link}: {why}");
        check_counted(cube, &view, intended, link);
        assert_eq!(found.len().to_string(), notices, "{link}: {found:?}");
        check_written(cube, &found, (&state, link));
    }
    assert!(
        lines >= 386 && of_made >= 147,
        "lines are only added: {lines} are left, {of_made} of them over made datasets"
    );
}

/// The file of a dataset that is not the site's first one.
fn made_file(id: &str) -> Option<PathBuf> {
    let listed = [
        (&*made::LIST, made::data_folder().to_owned()),
        (&*shipped::LIST, shipped::data()),
    ];
    for (list, data) in listed {
        let mut entries = list.entries().iter();
        if let Some(entry) = entries.find(|entry| entry.id == id) {
            return (id != "prakerja").then(|| data.join(&entry.href));
        }
    }
    let data = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data"));
    let files = [data.join("json-stat"), data]
        .into_iter()
        .flat_map(|folder| fs::read_dir(folder).unwrap());
    let mut paths = files.map(|file| file.unwrap().path());
    paths.find(|path| {
        let name = path.file_name().unwrap().to_str().unwrap().to_lowercase();
        name.strip_suffix(".json") == Some(id)
    })
}

fn cube_of(file: &Path) -> Cube {
    open_dataset(&fs::read(file).unwrap(), None, &Limits::PAGE).unwrap()
}

/// The view of a link and what of the link was not understood: as the page opens it, whether the
/// dataset is in a list or not.
fn opened(link: &str, cube: &Cube) -> (ViewState, Vec<Notice>) {
    let parts = LinkParts::new(link);
    if made_file(&parts.dataset).is_some() {
        state_from_link(&parts, SITE, &parts.dataset, cube)
    } else {
        open(&shipped::LIST, link, cube)
    }
}

/// The figure of a view, or why there is none.
fn figure_text(cube: &Cube, view: &ResolvedView) -> String {
    let figure = linked(cube, &view.selection).total();
    let reasons = [
        (Figure::NotAdditive, "not additive"),
        (Figure::Missing, "missing"),
    ];
    let reason = reasons.iter().find(|(known, _)| *known == figure);
    match (figure, reason) {
        (Figure::Number(number), _) => number.to_string(),
        (_, Some((_, reason))) => (*reason).to_owned(),
        (_, None) => format!("{figure:?}"),
    }
}

/// What `as` asks for of the place in focus: " share 0.25"; nothing of a count.
fn quantity_text(cube: &Cube, view: &ResolvedView) -> String {
    let (Some(place), quantity) = (view.place, view.quantity) else {
        return String::new();
    };
    if quantity == Quantity::Count {
        return String::new();
    }
    let scene = map(
        cube,
        view,
        &Figures::of(cube, view),
        (place.axis, messages("en")),
    );
    let shown = scene.measures[place.at.0].quantity(quantity);
    format!(
        " {} {}",
        quantity.key(),
        shown.map_or("none".to_owned(), digits)
    )
}

/// A number with nine digits, as the table has it.
fn digits(number: f64) -> String {
    let short: f64 = format!("{number:.8e}").parse().unwrap();
    short.to_string()
}

/// What counts of every dimension is what the line says, and where there is a number it is the sum of
/// those cells, one after the other.
fn check_counted(cube: &Cube, view: &ResolvedView, intended: &str, link: &str) {
    let intended = selection_from(cube, intended);
    let named: Vec<Vec<bool>> = (0..cube.dimensions().len())
        .map(|at| {
            let dimension = DimIx(at);
            let named = passing(cube, &intended, dimension);
            let chosen = passing(cube, &view.selection, dimension);
            let counted = cube.counted(&view.selection, dimension, chosen.as_deref());
            let named = named.unwrap_or_else(|| vec![true; counted.len()]);
            let id = cube.dimension(dimension).id();
            assert_eq!(counted, named, "{link}: what counts of {id}");
            named
        })
        .collect();
    if let Figure::Number(number) = linked(cube, &view.selection).total() {
        let counts = |cell: &usize| {
            let mut dimensions = named.iter().enumerate();
            dimensions.all(|(at, named)| named[cube.shape().coordinate(*cell, DimIx(at))])
                && !cube.absent().contains(cell)
        };
        let cells = (0..cube.shape().cells()).filter(counts);
        let sum: f64 = cells.map(|cell| cube.values().get(cell)).sum();
        let decimals = 0.05 + 1e-9 * sum.abs();
        assert!((sum - number).abs() <= decimals, "{link}: {sum}");
    }
}

/// A selection written apart from any link: `sex=F;year=2020+2021`, every code its own.
fn selection_from(cube: &Cube, plain: &str) -> Selection {
    let clauses = plain.split(';').filter(|clause| !clause.is_empty());
    clauses.fold(Selection::all(), |all, clause| {
        let (id, codes) = clause.split_once('=').unwrap();
        let axis = cube.axis(id).unwrap();
        let at = |code| cube.members(axis).position(code).unwrap();
        all.with(axis, codes.split('+').map(at).collect())
    })
}

/// The categories of a dimension that pass the clauses of a selection; `None` where it has none.
fn passing(cube: &Cube, selection: &Selection, dimension: DimIx) -> Option<Vec<bool>> {
    let clauses: Vec<(Axis, &[CatIx])> = selection
        .clauses()
        .filter(|(axis, _)| axis.dimension() == dimension)
        .collect();
    let passes = |leaf: usize| {
        clauses.iter().all(|(axis, codes)| {
            cube.along(*axis, CatIx(leaf))
                .is_some_and(|at| codes.contains(&at))
        })
    };
    let leaves = 0..cube.dimension(dimension).categories().len();
    (!clauses.is_empty()).then(|| leaves.map(passes).collect())
}

/// Every notice has its words, and the link is written in one way that opens the same view.
fn check_written(cube: &Cube, found: &[Notice], (state, link): (&ViewState, &str)) {
    for (words, notice) in LANGUAGES.iter().flat_map(|words| {
        let notices = found.iter();
        notices.map(move |notice| (words, notice_text(cube, notice, words)))
    }) {
        assert!(!notice.contains(['{', '}']), "{notice} ({})", words.code);
    }
    let once = link_from_state(state, cube);
    let again = opened(&once, cube).0;
    assert_eq!(
        (&again, link_from_state(&again, cube)),
        (state, once),
        "{link}"
    );
}
