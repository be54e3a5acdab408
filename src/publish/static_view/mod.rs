//! What a document shows of its place before the program, and without it, in the boxes of the page: whose figure
//! it is, how sure it is, the bars of each dimension, a light map, the places beside it, its published facts, the
//! source.
//!
//! Hundreds of documents are kept, each plain and in two codings: end tags that HTML lets out are left out in tables.

mod bars;
mod facts;
mod map;
mod places;
mod top;

pub(super) use map::picture;

use crate::cube::{Cube, Linked};
use crate::publish::template::escape;
use crate::scene::{Answered, Figures, Headline, MapGeometry, Mark, source_lines};
use crate::view_state::{Place, ResolvedView, ViewState};
use crate::words::Messages;

/// What stands beside a dataset, and what is worked out of it once for all its documents.
#[derive(Debug)]
pub(super) struct Beside {
    /// Where its places lie, where that is known.
    pub(super) geometry: Option<MapGeometry>,
    /// What was published about its places.
    pub(super) facts: Answered,
    /// Its figures without any filter: those of [`Figures::unfiltered`].
    pub(super) unfiltered: Linked,
}

/// A landing view and its words.
#[derive(Clone, Copy)]
pub(super) struct Landing<'a> {
    pub(super) cube: &'a Cube,
    pub(super) beside: &'a Beside,
    pub(super) state: &'a ViewState,
    pub(super) view: &'a ResolvedView,
    pub(super) figures: &'a Figures,
    pub(super) words: &'a Messages,
    /// That of [`picture`].
    pub(super) picture: Option<&'a str>,
    /// Where a place stands, relative to this document.
    pub(super) link: &'a dyn Fn(Option<Place>) -> String,
}

impl Landing<'_> {
    /// The markup of the document: where it stands, for the masthead; the sentence with what is chosen; all below.
    pub(super) fn shown(&self, headline: &Headline) -> [String; 3] {
        let (steps, sentence, chosen) = (self.steps(), self.headline(headline), self.chosen());
        let [places, facts] = [self.places(), self.published()];
        let has = [!places.is_empty(), !facts.is_empty()];
        let ([choices, panel], below) = match self.map() {
            Some(map) => (map, places),
            None => ([String::new(), places], String::new()),
        };
        let columns = format!(
            "<div class=\"columns\">\n{}<section class=\"stage\" id=\"stage\" data-tab=\"map\">\n\
             {}{choices}<div class=\"panel\">\n{panel}</div>\n</section>\n</div>\n",
            self.filters(),
            self.tabs(has),
        );
        let sources = source_lines(self.cube, self.words).into_iter();
        let sources = sources.map(|line| format!("<p class=\"source\">{}</p>\n", escape(&line)));
        [
            steps,
            sentence + &chosen,
            format!(
                "<div class=\"static\">\n{columns}{below}{facts}</div>\n{}",
                sources.collect::<String>()
            ),
        ]
    }

    fn anchor(&self, place: Option<Place>, name: &str) -> String {
        let href = escape(&(self.link)(place));
        format!("<a href=\"{href}\">{}</a>", escape(name))
    }
}

/// A line in small letters.
fn quiet(line: &str) -> String {
    format!("<p class=\"quiet\">{}</p>\n", escape(line))
}

/// How sure a figure is, as the page signs it.
fn sign(mark: Option<&Mark>) -> String {
    mark.map_or_else(String::new, |mark| {
        let (key, text) = (mark.sureness().key(), escape(&mark.text));
        format!(" <span class=\"mark {key}\" role=\"img\" title=\"{text}\"></span>")
    })
}
