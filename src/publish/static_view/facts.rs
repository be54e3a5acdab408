//! What was published about the place of the document.

use super::Landing;
use crate::publish::template::escape;
use crate::scene::{FactRow, facts, place_name};
use crate::words::interpolate;

/// More are left to the program.
const MOST_FACTS: usize = 8;

impl Landing<'_> {
    /// The figures about the place itself, each with its source; nothing where there is none.
    pub(super) fn published(&self) -> String {
        let (cube, words, place) = (self.cube, self.words, self.view.place);
        let name = place_name(cube, place, words);
        let scene = facts(cube, (place, ""), &self.beside.facts, words);
        let own = scene.rows.iter().filter(|row| row.place == name);
        let row = |row: &FactRow| {
            let [about, figure, title, publisher] =
                [&row.about, &row.published, &row.title, &row.publisher].map(|it| escape(it));
            let period = escape(&row.period);
            format!(
                "<li>{about}, {period}: <b>{figure}</b> <span class=\"quiet\">{title}, {publisher}</span></li>\n"
            )
        };
        let rows: String = own.take(MOST_FACTS).map(row).collect();
        if rows.is_empty() {
            return String::new();
        }
        let title = interpolate(words.facts_of, &[("places", &name)]);
        format!(
            "<h2 id=\"facts\">{}</h2>\n<ul>\n{rows}</ul>\n",
            escape(&title)
        )
    }
}
