//! A published figure in words.

use crate::fact_list::{FactIx, FactList, PrintedFact, Qualifier, Whose};
use crate::words::{Messages, fact_words, interpolate, with_range_dash};

/// A published figure in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactLine {
    /// What it is about.
    pub topic: String,
    /// What exactly is counted; empty where the topic says it.
    pub category: String,
    /// Whom it speaks of.
    pub place: String,
    /// What a place of the map is called in other languages: language and name.
    pub own_names: Vec<(String, String)>,
    /// Its period.
    pub period: String,
    /// The figure as published, with what stands beside it in print.
    pub figure: String,
    /// Its unit.
    pub unit: String,
    /// What the list says of it.
    pub remark: String,
    /// Who published it.
    pub publisher: String,
    /// When.
    pub date: String,
    /// The title of the page that it stands on.
    pub title: String,
    /// The address of that.
    pub url: String,
    /// What the list says of the source.
    pub source_remark: String,
}

/// A figure as published, with what stands beside it in print: "at least 27,000".
#[must_use]
pub fn printed_text(fact: &PrintedFact, words: &Messages) -> String {
    let decimals = usize::from(fact.number.decimals());
    let number = words.numbers.decimals(fact.number.value(), decimals);
    let patterns = fact_words(words.code).qualifiers;
    let pattern = match fact.qualifier {
        Qualifier::Exact => return number,
        Qualifier::Rounded => patterns[0],
        Qualifier::AtLeast => patterns[1],
        Qualifier::MoreThan => patterns[2],
        Qualifier::AtMost => patterns[3],
        Qualifier::LessThan => patterns[4],
        Qualifier::Almost => patterns[5],
    };
    interpolate(pattern, &[("value", &number)])
}

pub(super) fn line(list: &FactList, at: FactIx, words: &Messages) -> FactLine {
    let fact = list.fact(at);
    let place = match &fact.whose {
        Whose::Place(at) => Some(&list.place(*at).name),
        Whose::Whole => Some(&list.about().whole),
        Whose::Other(_) => None,
    };
    let other = match &fact.whose {
        Whose::Other(name) => &**name,
        Whose::Whole | Whose::Place(_) => "",
    };
    let own_names = match &fact.whose {
        Whose::Place(at) => Some(list.place(*at).name.others()),
        Whose::Whole | Whose::Other(_) => None,
    };
    let own_names = own_names.into_iter().flatten();
    let own_names = own_names.filter(|(lang, _)| *lang != words.code);
    let source = &fact.source;
    FactLine {
        topic: fact.topic.to_string(),
        category: fact.category.to_string(),
        place: place
            .map_or(other, |name| name.in_lang(words.code))
            .to_owned(),
        own_names: own_names
            .map(|(lang, name)| (lang.to_owned(), name.to_owned()))
            .collect(),
        period: with_range_dash(&fact.period),
        figure: printed_text(fact, words),
        unit: fact.unit.to_string(),
        remark: fact.remark.to_string(),
        publisher: source.publisher.to_string(),
        date: source.date.to_string(),
        title: source.title.to_string(),
        url: source.url.to_string(),
        source_remark: fact.source_remark.to_string(),
    }
}
