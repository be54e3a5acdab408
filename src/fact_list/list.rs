//! A list of published figures: what it is about, its places, its figures.

use super::{Beside, FactListError, PrintedFact, Whose};
use crate::cube::{Code, Label, Noun, Source};

/// Position of a place in its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceIx(pub usize);

/// Position of a figure in its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactIx(pub usize);

/// A place that figures may speak of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedPlace {
    /// Its code, that of its shape on the map.
    pub code: Code,
    /// Its name, and what it is called in other languages and scripts.
    pub name: Label,
}

/// Something that stands beside the figures, in words, with where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// The words.
    pub text: Label,
    /// Where that stands.
    pub source: Source,
}

/// The figures that stand on the map.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FactMap {
    /// At most one a place, all of one unit.
    pub figures: Vec<FactIx>,
    /// What is said of every other place ("not among the ten highest"); without it, that no figure is published.
    pub rest: Option<Label>,
}

/// What a list says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AboutFacts {
    /// Its id in links.
    pub id: Box<str>,
    /// Its release.
    pub release: Box<str>,
    /// The language of its texts: `en`.
    pub lang: Box<str>,
    /// Its title.
    pub title: Label,
    /// What it says, in a sentence; empty where nobody has written one.
    pub sentence: Label,
    /// Whose programme the figures are about.
    pub agency: Label,
    /// What all places together are called.
    pub whole: Label,
    /// What a place is called: "district", "districts".
    pub place: Option<Noun>,
    /// The licence of the texts and the list.
    pub licence: Option<Label>,
    /// The day of this release.
    pub updated: Option<Box<str>>,
    /// Whom to ask for a correction; an address becomes a link.
    pub contact: Option<Box<str>>,
    /// How the list is to be read, a paragraph each.
    pub notes: Vec<Label>,
    /// What stands beside the figures.
    pub related: Vec<Related>,
    /// The figures on the map.
    pub map: FactMap,
    /// Figures that stand side by side.
    pub beside: Vec<Beside>,
}

/// A list of published figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactList {
    about: AboutFacts,
    places: Vec<ListedPlace>,
    facts: Vec<PrintedFact>,
}

/// Whether a page may lead to an address.
fn is_web(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or(url.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty() && !rest.contains(|it: char| it.is_whitespace() || it.is_control())
    })
}

impl FactList {
    /// The one door: every name that a part has for another is checked.
    ///
    /// # Errors
    /// [`FactListError`].
    pub fn new(
        about: AboutFacts,
        places: Vec<ListedPlace>,
        facts: Vec<PrintedFact>,
    ) -> Result<Self, FactListError> {
        let list = Self {
            about,
            places,
            facts,
        };
        list.check_about()?;
        list.check_figures()?;
        list.check_map()?;
        Ok(list)
    }

    fn check_about(&self) -> Result<(), FactListError> {
        let about = &self.about;
        for (text, name) in [
            (about.title.own(), "title"),
            (about.agency.own(), "agency"),
            (&*about.lang, "language"),
        ] {
            if text.trim().is_empty() {
                return Err(FactListError::Unsaid(name));
            }
        }
        for (at, place) in self.places.iter().enumerate() {
            if self.places[..at].iter().any(|it| it.code == place.code) {
                let code = place.code.to_string();
                return Err(FactListError::SameCode { code });
            }
        }
        about.related.iter().try_for_each(|it| address(&it.source))
    }

    fn check_figures(&self) -> Result<(), FactListError> {
        if self.facts.is_empty() {
            return Err(FactListError::NoFigures);
        }
        for (at, fact) in self.facts.iter().enumerate() {
            let figure = at + 1;
            if let Whose::Place(PlaceIx(place)) = fact.whose
                && place >= self.places.len()
            {
                return Err(FactListError::NoPlace {
                    figure,
                    place: place + 1,
                    places: self.places.len(),
                });
            }
            if fact.source.publisher.trim().is_empty() {
                return Err(FactListError::NoPublisher { figure });
            }
            address(&fact.source)?;
        }
        Ok(())
    }

    fn check_map(&self) -> Result<(), FactListError> {
        let beside = self.about.beside.iter().flat_map(|it| &it.figures);
        for FactIx(at) in beside.chain(&self.about.map.figures) {
            if *at >= self.facts.len() {
                return Err(FactListError::NoFigure {
                    figure: at + 1,
                    figures: self.facts.len(),
                });
            }
        }
        let mut seen: Vec<PlaceIx> = Vec::new();
        let mut unit = None;
        for FactIx(at) in &self.about.map.figures {
            let fact = &self.facts[*at];
            let Whose::Place(place) = fact.whose else {
                return Err(FactListError::NowhereOnMap { figure: at + 1 });
            };
            if seen.contains(&place) {
                let place = self.place(place).name.own().to_owned();
                return Err(FactListError::TwiceOnMap { place });
            }
            seen.push(place);
            let first: &str = unit.get_or_insert(&fact.unit);
            if *first != *fact.unit {
                return Err(FactListError::TwoUnitsOnMap {
                    first: first.to_owned(),
                    other: fact.unit.to_string(),
                });
            }
        }
        Ok(())
    }

    /// What it says of itself.
    #[must_use]
    pub fn about(&self) -> &AboutFacts {
        &self.about
    }

    /// The same as the release of a number, of an id.
    #[must_use]
    pub fn released(mut self, id: &str, release: &str) -> Self {
        self.about.id = id.into();
        self.about.release = release.into();
        self
    }

    /// Its places, in order.
    #[must_use]
    pub fn places(&self) -> &[ListedPlace] {
        &self.places
    }

    /// Its figures, in order.
    #[must_use]
    pub fn facts(&self) -> &[PrintedFact] {
        &self.facts
    }

    /// A place of the list.
    #[must_use]
    pub fn place(&self, PlaceIx(at): PlaceIx) -> &ListedPlace {
        &self.places[at]
    }

    /// A figure of the list.
    #[must_use]
    pub fn fact(&self, FactIx(at): FactIx) -> &PrintedFact {
        &self.facts[at]
    }

    /// The topics in the order in which they first stand, each with its figures.
    #[must_use]
    pub fn topics(&self) -> Vec<(&str, Vec<FactIx>)> {
        let mut topics: Vec<(&str, Vec<FactIx>)> = Vec::new();
        for (at, fact) in self.facts.iter().enumerate() {
            match topics.iter_mut().find(|(topic, _)| **topic == *fact.topic) {
                Some((_, figures)) => figures.push(FactIx(at)),
                None => topics.push((&fact.topic, vec![FactIx(at)])),
            }
        }
        topics
    }

    /// The figure of each place on the map, in the order of the places; `None` where it has none.
    #[must_use]
    pub fn on_map(&self) -> Vec<Option<FactIx>> {
        let mut figures = vec![None; self.places.len()];
        for at in &self.about.map.figures {
            if let Whose::Place(PlaceIx(place)) = self.fact(*at).whose {
                figures[place] = Some(*at);
            }
        }
        figures
    }
}

fn address(source: &Source) -> Result<(), FactListError> {
    if is_web(&source.url) {
        return Ok(());
    }
    Err(FactListError::NoAddress {
        url: source.url.to_string(),
    })
}
