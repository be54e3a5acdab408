//! The places of a cube, folded.

use super::fold::{Word, text, words};
use super::typo::{Fit, fit};
use crate::cube::{Axis, CatIx, Category, Code, Cube, DimIx, Grouping, GroupingIx, order_by};

/// One place.
#[derive(Debug)]
pub(super) struct IndexedPlace {
    pub(super) axis: Axis,
    pub(super) at: CatIx,
    /// Letters of its name: of two that fit alike, the shorter name comes first.
    pub(super) letters: usize,
    /// The words of its name in the language of the index, then in the others.
    pub(super) words: Vec<Word>,
    /// Its name in one piece, and that without the word for its kind: "greenharbour".
    pub(super) joined: [Word; 2],
    /// What people call it, each in one piece.
    pub(super) everyday: Vec<Word>,
    pub(super) code: String,
    pub(super) other_codes: Vec<(Box<str>, Code)>,
    /// Scheme and code of each other code, folded.
    pub(super) other_texts: Vec<[String; 2]>,
    /// The groups it belongs to, as positions in the index.
    pub(super) groups: Vec<usize>,
}

impl IndexedPlace {
    pub(super) fn new((axis, at): (Axis, CatIx), category: &Category, lang: &str) -> Self {
        let label = category.label();
        let name = label.in_lang(lang);
        let mut all = words(name);
        let joined = Word::from(all.concat());
        for other in label.others().map(|(_, text)| text).chain([label.own()]) {
            if other != name {
                all.extend(words(other));
            }
        }
        let texts = |(scheme, code): &(Box<str>, Code)| {
            [&**scheme, code.as_str()].map(|it| text(&words(it)))
        };
        Self {
            axis,
            at,
            letters: joined.len(),
            words: all,
            joined: [joined.clone(), joined],
            everyday: Vec::new(),
            code: text(&words(category.code().as_str())),
            other_codes: category.other_codes().to_vec(),
            other_texts: category.other_codes().iter().map(texts).collect(),
            groups: Vec::new(),
        }
    }

    /// How well a word of a query fits the best of its words.
    pub(super) fn fit(&self, word: &Word) -> Option<Fit> {
        self.words.iter().filter_map(|own| fit(word, own)).min()
    }

    /// How well a query fits what people call it: all of a name, or how one begins.
    pub(super) fn everyday_fit(&self, query: &Word) -> Option<Fit> {
        let fits = self.everyday.iter().filter_map(|name| fit(query, name));
        fits.filter(|fit| *fit <= Fit::Begins).min()
    }

    /// Which of its other codes a query is, alone ("8801") or after how its scheme begins ("atlas 8801").
    pub(super) fn other_code(&self, query: &str) -> Option<usize> {
        self.other_texts.iter().position(|[scheme, code]| {
            let before = query.strip_suffix(code.as_str());
            before.is_some_and(|before| match before.strip_suffix(' ') {
                Some(named) => scheme.starts_with(named),
                None => before.is_empty(),
            })
        })
    }

    /// Only by a query with a digit: "MA" would begin the code of every region of a country.
    pub(super) fn code_begins(&self, query: &str) -> bool {
        let digit = query.bytes().any(|byte| byte.is_ascii_digit());
        digit && query.len() > 1 && self.code.starts_with(query)
    }
}

/// The categories of a geographical dimension but a total, and the groups of each grouping that
/// divides all of them into three or more, by their names in `lang`.
pub(super) fn places_of(cube: &Cube, geo: DimIx, lang: &str) -> Vec<IndexedPlace> {
    let dimension = cube.dimension(geo);
    let leaves = dimension.categories().iter();
    let leaves: Vec<_> = leaves
        .filter(|(at, _)| dimension.total() != Some(*at))
        .collect();
    let own = Axis::of_dimension(geo);
    let places = leaves
        .iter()
        .map(|&(at, leaf)| IndexedPlace::new((own, at), leaf, lang));
    let mut places: Vec<IndexedPlace> = places.collect();
    drop_kinds(&mut places);
    let mut seen: Vec<(usize, Vec<usize>)> = Vec::new();
    for (nth, grouping) in dimension.groupings().iter().enumerate() {
        let groups: Vec<_> = leaves
            .iter()
            .map(|(leaf, _)| grouping.group_of(*leaf))
            .collect();
        if !divides(grouping, &groups) {
            continue;
        }
        for (group, category) in grouping.groups().iter() {
            let axis = Axis::of_grouping(geo, GroupingIx(nth));
            let place = IndexedPlace::new((axis, group), category, lang);
            let parts = 0..groups.len();
            let parts: Vec<usize> = parts.filter(|&part| groups[part] == Some(group)).collect();
            // A group that two lists have with the same regions is one place.
            let known = seen
                .iter()
                .any(|(at, same)| *same == parts && places[*at].words == place.words);
            if known || parts.is_empty() {
                continue;
            }
            let at = places.len();
            for &part in &parts {
                places[part].groups.push(at);
            }
            seen.push((at, parts));
            places.push(place);
        }
    }
    places
}

/// Whether a grouping divides all places into three groups or more, as counties do; a list of
/// some of them, or a yes and no, is no place.
fn divides(grouping: &Grouping, groups: &[Option<CatIx>]) -> bool {
    grouping.groups().len() >= 3 && groups.iter().all(Option::is_some)
}

/// Drops the word for its kind from the second form of each name: a first word that a twentieth of
/// all names have, and three at least ("District", "Town").
fn drop_kinds(places: &mut [IndexedPlace]) {
    let firsts = places
        .iter()
        .filter_map(|place| place.words.first().cloned());
    let firsts: Vec<Word> = firsts.collect();
    let order = order_by(firsts.len(), &|a, b| firsts[a].cmp(&firsts[b]));
    for place in places {
        let Some(first) = place.words.first() else {
            continue;
        };
        let upto = order.partition_point(|&at| firsts[at] <= *first);
        let same = upto - order.partition_point(|&at| firsts[at] < *first);
        let rest = place.joined[0].get(first.len()..).unwrap_or_default();
        if same >= 3 && same * 20 >= firsts.len() && !rest.is_empty() {
            place.joined[1] = rest.into();
        }
    }
}
