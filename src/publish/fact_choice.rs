//! What the settings choose of a list of published figures: those on the map, and those that stand side by side.

use std::collections::BTreeSet;

use crate::cube::{Label, Source};
use crate::fact_list::{
    AboutFacts, Beside, FactIx, FactMap, ListedPlace, PlaceIx, PrintedFact, Related, Whose,
};
use crate::publish::dataset_settings::{DatasetSettings, is_address};
use crate::publish::fact_settings::{FactSelector, RelatedSettings};
use crate::publish::settings_text::Text;
use crate::search::folded;
use crate::tabular::{Finding, Findings, Gravity, Spot, UNSAID_LANG};

/// The figures of a file, and what is said of them.
#[derive(Debug, Clone, Copy)]
pub(super) struct FactChoice<'a> {
    pub(super) settings: &'a DatasetSettings,
    /// Where the settings stand.
    pub(super) path: &'a str,
    pub(super) places: &'a [ListedPlace],
    pub(super) facts: &'a [PrintedFact],
}

impl FactChoice<'_> {
    /// What the list says of itself, or what stands in the way.
    pub(super) fn about(&self) -> Result<AboutFacts, Findings> {
        let mut findings = Findings::default();
        let (settings, facts) = (self.settings, &self.settings.facts);
        let lang = settings.lang.as_deref().unwrap_or(UNSAID_LANG);
        let label = |text: &Option<Text>| text.as_ref().map(|text| text.label(lang));
        let Some(agency) = label(&facts.agency) else {
            findings.add(self.no_agency());
            return Err(findings);
        };
        let map = self.on_map(&mut findings);
        let mut beside = Vec::new();
        for (at, settings) in facts.beside.iter().enumerate() {
            let member = format!("facts.beside[{at}]");
            let mut figures: Vec<FactIx> = Vec::new();
            for selector in &settings.figures {
                let found = self.select(selector);
                if found.is_empty() {
                    findings.add(self.no_figure(&member, selector));
                }
                figures.extend(found);
            }
            figures.dedup();
            beside.push(Beside {
                text: label(&settings.text).unwrap_or_default(),
                figures,
            });
        }
        let mut related = Vec::new();
        for (at, it) in facts.related.iter().enumerate() {
            if !is_address(&it.link) {
                findings.add(self.no_link(at, it));
            }
            related.push(Related {
                text: it.text.label(lang),
                source: Source {
                    title: (*it.title).into(),
                    publisher: (*it.publisher).into(),
                    date: (*it.date).into(),
                    url: (*it.link).into(),
                },
            });
        }
        if !findings.can_be_published() {
            return Err(findings);
        }
        let title = label(&settings.title).unwrap_or_else(|| agency.clone());
        Ok(AboutFacts {
            lang: lang.into(),
            title,
            sentence: label(&facts.sentence).unwrap_or_default(),
            agency,
            whole: label(&settings.place).unwrap_or_default(),
            place: facts.places.as_ref().map(|noun| noun.noun(lang)),
            licence: label(&settings.licence),
            updated: settings.updated.as_deref().map(Into::into),
            contact: facts.corrections.as_deref().map(Into::into),
            notes: settings.notes.iter().map(|note| note.label(lang)).collect(),
            related,
            map: FactMap {
                figures: map,
                rest: label(&facts.rest),
            },
            beside,
            ..AboutFacts::default()
        })
    }

    fn is_chosen(&self, fact: &PrintedFact, selector: &FactSelector) -> bool {
        let is = |said: &Option<String>, text: &str| {
            said.as_ref().is_none_or(|said| said.trim() == text)
        };
        is(&selector.topic, &fact.topic)
            && is(&selector.category, &fact.category)
            && is(&selector.period, &fact.period)
            && is(&selector.value, fact.number.as_str())
            && is(&selector.unit, &fact.unit)
            && is(&selector.publisher, &fact.source.publisher)
            && (selector.place.as_deref())
                .is_none_or(|place| self.names(fact).any(|name| folded(&name) == folded(place)))
    }

    /// What the place of a figure is called.
    fn names(&self, fact: &PrintedFact) -> impl Iterator<Item = String> {
        let lang = self.settings.lang.as_deref().unwrap_or(UNSAID_LANG);
        let name: Option<Label> = match &fact.whose {
            Whose::Whole => self.settings.place.as_ref().map(|place| place.label(lang)),
            Whose::Place(PlaceIx(at)) => Some(self.places[*at].name.clone()),
            Whose::Other(name) => Some(Label::new(name)),
        };
        let name = name.unwrap_or_default();
        let others: Vec<String> = name.others().map(|(_, name)| name.to_owned()).collect();
        std::iter::once(name.own().to_owned()).chain(others)
    }

    fn select(&self, selector: &FactSelector) -> Vec<FactIx> {
        let all = self.facts.iter().enumerate();
        let chosen = all.filter(|(_, fact)| self.is_chosen(fact, selector));
        chosen.map(|(at, _)| FactIx(at)).collect()
    }

    /// The figures on the map: those that are named, else those of the definition, period and publisher with most
    /// places; of several such the last.
    fn on_map(&self, findings: &mut Findings) -> Vec<FactIx> {
        let is_place = |at: &FactIx| matches!(self.facts[at.0].whose, Whose::Place(_));
        if let Some(selector) = &self.settings.facts.map {
            let chosen: Vec<FactIx> = self.select(selector).into_iter().filter(is_place).collect();
            if chosen.is_empty() {
                findings.add(self.no_figure("facts.map", selector));
            }
            return chosen;
        }
        let mut best: Vec<FactIx> = Vec::new();
        for (at, first) in self.facts.iter().enumerate() {
            let alike = |other: &PrintedFact| {
                let about = |fact: &PrintedFact| {
                    let texts = [&fact.topic, &fact.category, &fact.period, &fact.unit];
                    (texts.map(Clone::clone), fact.source.publisher.clone())
                };
                about(first) == about(other)
            };
            let own = (0..self.facts.len()).filter(|other| alike(&self.facts[*other]));
            let own: Vec<FactIx> = own.map(FactIx).filter(is_place).collect();
            if own.first() != Some(&FactIx(at)) {
                continue;
            }
            let places: BTreeSet<PlaceIx> = (own.iter())
                .filter_map(|at| match self.facts[at.0].whose {
                    Whose::Place(place) => Some(place),
                    Whose::Whole | Whose::Other(_) => None,
                })
                .collect();
            if places.len() == own.len() && own.len() >= best.len() {
                best = own;
            }
        }
        best
    }

    fn no_agency(&self) -> Finding {
        let texts = [
            "nothing",
            "whose programme the figures are about: the page says that it is no publication of theirs",
            "write agency = \"…\" under [facts] in the settings, and publish again",
        ];
        let place = (self.path, Spot::Member("facts.agency".to_owned()));
        Finding::new(Gravity::Question, "agency", place, texts)
    }

    fn no_figure(&self, member: &str, selector: &FactSelector) -> Finding {
        let said = [
            ("topic", &selector.topic),
            ("category", &selector.category),
            ("place", &selector.place),
            ("period", &selector.period),
            ("value", &selector.value),
            ("unit", &selector.unit),
            ("publisher", &selector.publisher),
        ];
        let said = said
            .into_iter()
            .filter_map(|(name, said)| Some(format!("{name} = {:?}", said.as_ref()?)));
        let said: Vec<String> = said.collect();
        let texts = [
            said.join(", "),
            "what a figure of the list says, letter for letter".to_owned(),
            "copy it from the list".to_owned(),
        ];
        let place = (self.path, Spot::Member(member.to_owned()));
        Finding::new(Gravity::Error, "setting", place, texts)
    }

    fn no_link(&self, at: usize, related: &RelatedSettings) -> Finding {
        let texts = [
            format!("{:?}", related.link),
            "an address that begins with https:// or http://".to_owned(),
            "copy the whole address from the browser".to_owned(),
        ];
        let place = (self.path, Spot::Member(format!("facts.related[{at}].link")));
        Finding::new(Gravity::Error, "setting", place, texts)
    }
}
