//! Above the stage: where the view stands, the sentence, what is chosen, and what the document has below.

use super::{Landing, sign};
use crate::cube::Role;
use crate::publish::template::escape;
use crate::scene::{Headline, HeadlineNote, HeadlineShare, chips, place_name, steps_up, told};
use crate::view_state::Place;
use crate::words::document_words;

impl Landing<'_> {
    /// The dataset, the whole, and the places down to this one.
    pub(super) fn steps(&self) -> String {
        let (cube, words) = (self.cube, self.words);
        let title = cube.with_role(Role::Geo).is_some().then(|| {
            let title = escape(cube.metadata().label.in_lang(words.code));
            format!("<li class=\"title\">{title}</li>")
        });
        let above = self.above().map(|place| {
            let name = place_name(cube, place, words);
            format!("<li>{}</li>", self.anchor(place, &name))
        });
        let here = escape(&place_name(cube, self.view.place, words));
        format!(
            "<nav class=\"steps\" aria-label=\"{}\"><ol>{}{}<li><span aria-current=\"location\">{here}</span></li></ol></nav>",
            escape(words.focus),
            title.unwrap_or_default(),
            above.collect::<String>(),
        )
    }

    /// The places that hold this one, the whole first; nothing of the whole.
    fn above(&self) -> impl Iterator<Item = Option<Place>> {
        let place = self.view.place;
        let groups = steps_up(self.cube, place).into_iter().rev().map(Some);
        place.map(|_| None).into_iter().chain(groups)
    }

    /// The figure and the sentence, what is known beside it, and how sure it is.
    pub(super) fn headline(&self, headline: &Headline) -> String {
        let words = self.words;
        let figure = headline.figure();
        let number = figure.find(|letter: char| !(letter.is_alphabetic() || letter == ' '));
        let (about, number) = figure.split_at(number.unwrap_or(0));
        let figure = if figure.is_empty() {
            String::new()
        } else {
            format!(
                "<strong class=\"figure\"><small>{}</small>{}</strong> ",
                escape(about),
                escape(number)
            )
        };
        let (sentence, whole) = (
            escape(&headline.words_beside()),
            escape(document_words(words.code).whole),
        );
        let note = |HeadlineNote { text, mark }: &HeadlineNote| {
            format!("<li>{}{}</li>", escape(text), sign(mark.as_ref()))
        };
        let share = |fact: &HeadlineShare| {
            let (share, phrase) = (escape(&fact.share), escape(&fact.phrase));
            format!(
                "<li><b>{share}</b> {phrase}{}</li>",
                sign(fact.mark.as_ref())
            )
        };
        let notes: String = headline.notes.iter().map(note).collect();
        let facts: String = headline.facts.iter().map(share).collect();
        let mark = headline.mark.as_ref().map(|mark| mark.line(words));
        let mark = mark.or(headline.estimate.then(|| words.estimate.to_owned()));
        let mark = mark.map(|line| format!("<span class=\"badge\">{}</span>", escape(&line)));
        let told = told(self.cube, self.view, self.figures, words).into_iter();
        let told = told.map(|line| format!("<li>{}</li>", escape(&line.text)));
        format!(
            "<section class=\"headline\">\n<div aria-live=\"off\">\n\
             <h1>{figure}<span class=\"sentence\">{sentence}</span> <small class=\"unseen\">{whole}</small></h1>\n\
             <ul class=\"shares\">{notes}{facts}</ul>\n</div>\n\
             <div class=\"basis\">{}<ul class=\"reading\">{}</ul></div>\n</section>\n",
            mark.unwrap_or_default(),
            told.collect::<String>(),
        )
    }

    /// The place in focus, with the way back to the whole.
    pub(super) fn chosen(&self) -> String {
        let chips = chips(self.cube, self.view, self.words).into_iter();
        let chips = chips.map(|chip| {
            let (text, href) = (escape(&chip.text), escape(&(self.link)(None)));
            format!("<li><a class=\"chip\" href=\"{href}\">{text} <span aria-hidden=\"true\">×</span></a></li>")
        });
        let chips: String = chips.collect();
        let none = if chips.is_empty() {
            format!("<p class=\"quiet\">{}</p>", escape(self.words.no_filter))
        } else {
            String::new()
        };
        format!("<div class=\"choice\"><ul class=\"chips\">{chips}</ul>{none}</div>\n")
    }

    /// What the document has, in the place of the page's tabs: the map, or what stands for it; the list of places
    /// and the published facts, where there are such.
    pub(super) fn tabs(&self, [has_places, has_facts]: [bool; 2]) -> String {
        let words = self.words;
        let has_map = self.beside.geometry.is_some();
        let first = if has_map {
            words.tab_map
        } else {
            words.tab_overview
        };
        let tab = |id: &str, name: &str, current: &str| {
            format!("<a href=\"#{id}\"{current}>{}</a>", escape(name))
        };
        let tabs = [
            Some(tab("stage", first, " aria-current=\"true\"")),
            (has_map && has_places).then(|| tab("places", words.tab_table, "")),
            has_facts.then(|| tab("facts", words.tab_facts, "")),
        ];
        let tabs: String = tabs.into_iter().flatten().collect();
        let stage = escape(words.stage);
        format!("<nav class=\"tabs\" aria-label=\"{stage}\">{tabs}</nav>\n")
    }
}
