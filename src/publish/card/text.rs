//! What a card says: the words of the page's headline, part by part.

use serde::{Deserialize, Serialize};

use crate::cube::{Cube, Sureness};
use crate::scene::{Emphasis, Figures, Headline, headline, place_name, source_line};
use crate::view_state::ResolvedView;
use crate::words::Messages;

/// What a card says, and of which place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardText {
    /// The name of the site.
    pub site: String,
    /// The title of the dataset; empty where it is the name below.
    pub dataset: String,
    /// The name of the place, of all places, or of a dataset that has none.
    pub name: String,
    /// The figure as the headline writes it; empty where there is no single one.
    pub figure: String,
    /// The words of the headline beside the figure: what is counted, and when.
    pub beside: String,
    /// How sure the figure is: the key of its step, and what it means.
    pub mark: Option<(String, String)>,
    /// Where the figures come from.
    pub source: String,
    /// The level and the code of the place; `None`: all places.
    pub place: Option<(String, String)>,
}

impl CardText {
    /// The words of a view. `credit`: whose work the boundaries are.
    #[must_use]
    pub fn of(
        (cube, credit): (&Cube, Option<&str>),
        view: &ResolvedView,
        figures: &Figures,
        (site, words): (&str, &Messages),
    ) -> Self {
        let headline = headline(cube, view, figures, words);
        let name = place_name(cube, view.place, words);
        let title = cube.metadata().label.in_lang(words.code);
        let mark = headline.mark.as_ref();
        let mark = mark.map(|mark| (mark.sureness().key().to_owned(), mark.text.clone()));
        let estimate = headline.estimate.then_some(words.estimate);
        let place = view.place.map(|place| {
            let level = cube.axis_id(place.axis).as_str().to_owned();
            let code = cube.members(place.axis).get(place.at).code();
            (level, code.as_str().to_owned())
        });
        Self {
            site: site.to_owned(),
            dataset: if title == name { "" } else { title }.to_owned(),
            figure: headline.figure().to_owned(),
            beside: beside(&headline, &name),
            mark: mark.or_else(|| estimate.map(|text| (String::new(), text.to_owned()))),
            source: words.sentences(&[
                &source_line(cube, words).unwrap_or_default(),
                credit.unwrap_or_default(),
            ]),
            name,
            place,
        }
    }

    /// The step of the mark, where it is one.
    pub(super) fn sureness(&self) -> Option<Sureness> {
        let (key, _) = self.mark.as_ref()?;
        Sureness::ALL.into_iter().find(|step| step.key() == key)
    }

    /// Every text, for whoever asks whether they can be written.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        let mark = self.mark.iter().map(|(_, text)| &**text);
        let texts = [
            &*self.site,
            &*self.dataset,
            &*self.name,
            &*self.figure,
            &*self.beside,
            &*self.source,
        ];
        texts.into_iter().chain(mark)
    }
}

/// The words of the headline beside its figure, without those for where if they only name the place again, which
/// stands above; or all places by the name that they have in a sentence.
fn beside(headline: &Headline, name: &str) -> String {
    let name = name.to_lowercase();
    let is_said = |(emphasis, text): &&(Emphasis, String)| match emphasis {
        Emphasis::Figure => false,
        Emphasis::Place => !text.to_lowercase().contains(&name),
        Emphasis::None => true,
    };
    let said = headline.parts.iter().filter(is_said);
    let said: String = said.map(|(_, text)| &**text).collect();
    // What stood before and behind the words that are left out meets.
    let pieces = said.replace(" ,", ",");
    let pieces: Vec<&str> = pieces.split(' ').filter(|text| !text.is_empty()).collect();
    pieces.join(" ")
}
