//! A list of published figures as a page shows it: sentence, map, topics, points in time, what disagrees.

mod line;
mod map;
mod series;

use crate::cube::Label;
use crate::fact_list::{FactIx, FactList};
use crate::words::{Messages, fact_words, interpolate};

pub use line::{FactLine, printed_text};
pub use map::{FactMapScene, fact_caption, fact_map};
pub use series::{FactPoint, FactSeriesScene};

/// The figures of a topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactTopic {
    /// What they are about.
    pub name: String,
    /// The figures, in the order of the list.
    pub lines: Vec<FactLine>,
}

/// Figures that stand side by side because they do not say the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactBeside {
    /// What is to be seen of them; empty where they speak for themselves.
    pub text: String,
    /// The figures.
    pub lines: Vec<FactLine>,
}

/// A list of published figures in words.
#[derive(Debug, Clone, PartialEq)]
pub struct FactListScene {
    /// Its title.
    pub title: String,
    /// What it says, in a sentence without a full stop.
    pub sentence: String,
    /// All figures by topic.
    pub topics: Vec<FactTopic>,
    /// What was printed for several points in time.
    pub series: Vec<FactSeriesScene>,
    /// What disagrees.
    pub beside: Vec<FactBeside>,
    /// Who stands behind the page, and its release.
    pub edition: String,
}

/// A list in the words of a language.
///
/// ```
/// use jangkau::formats::{Limits, json_stat::fact_list_from_bytes};
/// use jangkau::scene::fact_list;
/// use jangkau::words::messages;
/// let list = fact_list_from_bytes(br#"{
///     "class": "fact-list", "id": "wells", "release": "1", "lang": "en", "label": "Wells",
///     "sentence": "Over 1,200 wells were dug.", "agency": "Water office", "whole": "Veluna",
///     "sources": [{"title": "Report", "publisher": "The Post", "date": "2024", "url": "https://example.org/"}],
///     "figures": [{"topic": "wells", "period": "2024", "number": "1200", "unit": "wells",
///         "qualifier": "more than", "source": 0}]
/// }"#, &Limits::PAGE)?;
/// let line = &fact_list(&list, messages("en")).topics[0].lines[0];
/// assert_eq!((&*line.figure, &*line.unit, &*line.place), ("more than 1,200", "wells", "Veluna"));
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
#[must_use]
pub fn fact_list(list: &FactList, words: &Messages) -> FactListScene {
    let about = list.about();
    let line = |at: &FactIx| line::line(list, *at, words);
    let in_language = |label: &Label| label.in_lang(words.code).to_owned();
    let topics = list.topics().into_iter().map(|(topic, figures)| FactTopic {
        name: topic.to_owned(),
        lines: figures.iter().map(line).collect(),
    });
    let beside = list.side_by_side().into_iter().map(|beside| FactBeside {
        text: in_language(&beside.text),
        lines: beside.figures.iter().map(line).collect(),
    });
    let sentence = in_language(&about.sentence);
    let date = about.updated.as_deref().unwrap_or_default();
    FactListScene {
        title: in_language(&about.title),
        sentence: if sentence.is_empty() {
            plain_sentence(list, words)
        } else {
            sentence.trim_end_matches('.').to_owned()
        },
        topics: topics.collect(),
        series: series::series_scenes(list, words),
        beside: beside.collect(),
        edition: interpolate(
            words.about_release,
            &[("release", &about.release), ("date", date)],
        ),
    }
}

/// How many figures there are, of how many sources.
fn plain_sentence(list: &FactList, words: &Messages) -> String {
    let mut addresses: Vec<&str> = list.facts().iter().map(|it| &*it.source.url).collect();
    addresses.sort_unstable();
    addresses.dedup();
    let [figures, sources] =
        [list.facts().len(), addresses.len()].map(|many| words.numbers.count(many));
    interpolate(
        fact_words(words.code).sentence,
        &[("figures", &figures), ("sources", &sources)],
    )
}
