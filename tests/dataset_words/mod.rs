//! What the shipped datasets are called, and by what names they call things: none of it may stand
//! in the source, so that whoever reads or changes it need not know them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use jangkau::cube::{Cube, Grouping, Label, Members, Role};
use jangkau::formats::Limits;
use jangkau::formats::json_stat::{collection_from_bytes, cube_from_bytes};

use crate::{files, source};

/// The recipe of the first dataset, by its place in the checkout.
const RECIPE: &str = "src/bin/prakerja";

/// A language of the page, by its own name.
const LANGUAGE: &str = "Bahasa Indonesia";

/// Ids, codes and words in names of groups that are plain English, or a key of HTTP, before they are a dataset's.
const ENGLISH: [&str; 11] = [
    "age", "area", "before", "island", "kind", "never", "noun", "other", "region", "sex", "year",
];

/// What offices call things, in many languages.
const OFFICES_WORDS: [&str; 2] = ["src/cube/reading/words.tsv", "src/tabular/places/kinds.tsv"];

/// Plain Indonesian, in messages and made examples, that also stands in names of places: part, bar,
/// large, not, area, right, south, river, high, north.
const INDONESIAN: [&str; 10] = [
    "bagian", "batang", "besar", "bukan", "daerah", "kanan", "selatan", "sungai", "tinggi", "utara",
];

/// Numbers of standards that are codes of regions, too: HTTP is RFC 9110 and 9112.
const STANDARDS: [&str; 2] = ["9110", "9112"];

/// The letters and digits of a text in runs, with the hyphens between them, in small letters; a
/// capital after a small letter begins another.
fn runs(text: &str) -> Vec<String> {
    let mut apart = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_uppercase() && apart.ends_with(char::is_lowercase) {
            apart.push(' ');
        }
        apart.push(letter);
    }
    let runs = apart.split(|c: char| !c.is_alphanumeric() && c != '-');
    let runs = runs.map(|run| run.trim_matches('-').to_lowercase());
    runs.filter(|run| !run.is_empty()).collect()
}

/// The words of a text, those with hyphens both whole and in their parts.
fn words(text: &str) -> BTreeSet<String> {
    let parts = |run: String| {
        let parts: Vec<String> = run.split('-').map(str::to_owned).collect();
        parts.into_iter().chain([run])
    };
    runs(text).into_iter().flat_map(parts).collect()
}

/// Codes are names from four letters or digits on, shorter ones stand for anything.
fn add_codes(names: &mut BTreeSet<String>, members: &Members) {
    let codes = members.iter().map(|(_, it)| it.code().as_str());
    names.extend(codes.filter(|code| code.len() >= 4).map(str::to_lowercase));
}

fn add_words(names: &mut BTreeSet<String>, label: &Label) {
    let texts = label.others().map(|(_, text)| text).chain([label.own()]);
    let words = texts.flat_map(words);
    names.extend(words.filter(|word| word.len() >= 4 && word.chars().all(char::is_alphabetic)));
}

/// Ids of dimensions and groupings, codes of categories but periods, words in the names of places.
fn names_in(cube: &Cube) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for dimension in cube.dimensions() {
        names.insert(dimension.id().as_str().to_lowercase());
        let lists = dimension.groupings().iter().map(Grouping::groups);
        for members in [dimension.categories()].into_iter().chain(lists) {
            if dimension.role() != Role::Time {
                add_codes(&mut names, members);
            }
            if dimension.role() == Role::Geo {
                let labels = members.iter().map(|(_, it)| it.label());
                labels.for_each(|label| add_words(&mut names, label));
            }
        }
        if let (Role::Geo, Some(whole)) = (dimension.role(), dimension.all_label()) {
            add_words(&mut names, whole);
        }
        let groupings = dimension.groupings().iter();
        names.extend(groupings.map(|it| it.id().as_str().to_lowercase()));
    }
    names
}

/// The names of every dataset that the site's list has.
fn shipped_names() -> BTreeSet<String> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
    let list = fs::read(data.join("index.json")).unwrap();
    let list = collection_from_bytes(&list, &Limits::PAGE).unwrap();
    let mut names = BTreeSet::new();
    for entry in list.entries() {
        names.insert(entry.id.to_lowercase());
        if entry.is_fact_list {
            // Its places are those of a country that tests of letters and names speak of, too.
            continue;
        }
        let bytes = fs::read(data.join(&entry.href)).unwrap();
        names.append(&mut names_in(
            &cube_from_bytes(&bytes, &Limits::PAGE).unwrap(),
        ));
    }
    let ordinary = [&ENGLISH[..], &INDONESIAN, &STANDARDS].concat();
    names.retain(|name| !ordinary.contains(&&**name));
    names
}

/// The lines of a text that have one of the names, with their numbers.
fn lines_with(text: &str, names: &BTreeSet<String>) -> Vec<String> {
    let found = text.lines().enumerate().filter_map(|(at, line)| {
        let words = words(&line.replace(RECIPE, "").replace(LANGUAGE, ""));
        let name = words.intersection(names).next()?;
        Some(format!("{}: {name} in {}", at + 1, line.trim()))
    });
    found.collect()
}

/// Every file of the source that is text, but the recipe's.
fn texts() -> Vec<(PathBuf, String)> {
    let recipe = Path::new(env!("CARGO_MANIFEST_DIR")).join(RECIPE);
    assert!(recipe.is_dir(), "{RECIPE} has moved");
    let paths = files(&source()).into_iter();
    let paths = paths.filter(|path| {
        !path.starts_with(&recipe) && !OFFICES_WORDS.iter().any(|words| path.ends_with(words))
    });
    let text = |path: PathBuf| Some((fs::read_to_string(&path).ok()?, path));
    let texts = paths.filter_map(text).map(|(text, path)| (path, text));
    texts.collect()
}

#[test]
fn nothing_outside_the_recipe_names_what_is_in_a_shipped_dataset() {
    let names = shipped_names();
    let texts = texts();
    for ending in ["rs", "js", "html", "md"] {
        let has = |(path, _): &(PathBuf, String)| path.extension().is_some_and(|it| it == ending);
        assert!(texts.iter().any(has), "no .{ending} was read");
    }
    let found = texts.iter().flat_map(|(path, text)| {
        let lines = lines_with(text, &names).into_iter();
        lines.map(|line| format!("{}:{line}", path.display()))
    });
    let found: Vec<String> = found.collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_name_of_the_first_dataset_would_be_found_however_it_is_written() {
    let names = shipped_names();
    for line in [
        "let id = \"prakerja\";",
        "/// Peserta di Kota Bandung.",
        "//! jawa barat",
        "axis(\"province-2020\")",
        "struct TertinggalFilter;",
        "href=\"en/x/3273/?sex=F\"",
        "?training=0",
        "disability_column",
        "in \"Indonesia\"",
    ] {
        assert_eq!(lines_with(line, &names).len(), 1, "{line}");
    }
    for line in ["the year 2020", "src/bin/prakerja/main.rs", "max-age=60"] {
        assert_eq!(lines_with(line, &names), [""; 0], "{line}");
    }
}
