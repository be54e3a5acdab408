//! How well a place fits a query.

use super::Matched;
use super::fold::{Word, text, words};
use super::place::IndexedPlace;
use super::typo::{Fit, fit};

/// Words of a query that are looked at.
const QUERY_WORDS: usize = 8;

/// What was typed, folded.
pub(super) struct Query {
    words: Vec<Word>,
    joined: Word,
    text: String,
}

impl Query {
    /// `None` where no word was typed.
    pub(super) fn new(query: &str) -> Option<Self> {
        let mut words = words(query);
        words.truncate(QUERY_WORDS);
        if words.is_empty() {
            return None;
        }
        Some(Self {
            joined: words.concat().into(),
            text: text(&words),
            words,
        })
    }
}

/// How well a place fits, from the best to the worst.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Code,
    /// Which of its other codes.
    OtherCode(usize),
    WholeName,
    EverydayName,
    NameBegins,
    WordsOfName,
    Group,
    GroupAndName,
    EverydayBegins,
    CodeBegins,
    NearlyWhole,
    Nearly,
}

impl Rank {
    /// The rank of one of `places`; `None` where it does not fit.
    pub(super) fn of(place: &IndexedPlace, query: &Query, places: &[IndexedPlace]) -> Option<Self> {
        let joined = place
            .joined
            .iter()
            .filter_map(|name| fit(&query.joined, name))
            .min();
        if place.code == query.text && joined != Some(Fit::Whole) {
            return Some(Self::Code);
        }
        if let Some(nth) = place.other_code(&query.text) {
            return Some(Self::OtherCode(nth));
        }
        let everyday = place.everyday_fit(&query.joined);
        let words = fit_of_words(place, query, places);
        Some(match (joined, words) {
            (Some(Fit::Whole), _) => Self::WholeName,
            _ if everyday == Some(Fit::Whole) => Self::EverydayName,
            (Some(Fit::Begins), _) => Self::NameBegins,
            (_, Some((Fit::Whole | Fit::Begins, false))) => Self::WordsOfName,
            (_, Some((Fit::Whole | Fit::Begins, true))) if is_in_named(place, query, places) => {
                Self::Group
            }
            (_, Some((Fit::Whole | Fit::Begins, true))) => Self::GroupAndName,
            _ if everyday.is_some() => Self::EverydayBegins,
            _ if place.code_begins(&query.text) => Self::CodeBegins,
            (Some(Fit::NearlyWhole), _) | (_, Some((Fit::NearlyWhole, false))) => Self::NearlyWhole,
            (None, None) => return None,
            _ => Self::Nearly,
        })
    }

    /// Whether the query is all of what people call the place, which is no word of its name.
    pub(super) fn is_everyday(self) -> bool {
        matches!(self, Self::EverydayName)
    }

    /// How a place of this rank was found.
    pub(super) fn matched(self, place: &IndexedPlace) -> Matched {
        match self {
            Self::Code | Self::CodeBegins => Matched::Code,
            Self::OtherCode(nth) => {
                let (scheme, code) = place.other_codes[nth].clone();
                Matched::OtherCode { scheme, code }
            }
            Self::WholeName
            | Self::EverydayName
            | Self::EverydayBegins
            | Self::NameBegins
            | Self::WordsOfName => Matched::Name,
            Self::Group | Self::GroupAndName => Matched::Group,
            Self::NearlyWhole | Self::Nearly => Matched::Nearly,
        }
    }
}

/// Whether the query is all in the name of one group of the place.
fn is_in_named(place: &IndexedPlace, query: &Query, places: &[IndexedPlace]) -> bool {
    let mut groups = place.groups.iter().map(|&at| &places[at]);
    groups.any(|group| {
        let fits = |word| group.fit(word).is_some_and(|fit| fit <= Fit::Begins);
        query.words.iter().all(fits)
    })
}

/// The fit of the word of the query that fits worst, and whether a group had to lend its name.
fn fit_of_words(
    place: &IndexedPlace,
    query: &Query,
    places: &[IndexedPlace],
) -> Option<(Fit, bool)> {
    let (mut worst, mut lent) = (Fit::Whole, false);
    for word in &query.words {
        let own = place.fit(word);
        let groups = place.groups.iter().map(|&at| &places[at]);
        let found = match own {
            Some(Fit::Whole | Fit::Begins) => own,
            _ => groups.filter_map(|it| it.fit(word)).chain(own).min(),
        };
        lent |= own != found;
        worst = worst.max(found?);
    }
    Some((worst, lent))
}
