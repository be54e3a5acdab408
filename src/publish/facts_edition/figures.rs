//! All figures by topic, those that disagree, and the pages that they stand on.

use super::markup::{Edition, foreign, link, quiet, section};
use crate::cube::Source;
use crate::publish::template::escape;
use crate::scene::{FactBeside, FactLine, FactListScene, FactTopic};
use crate::words::fact_words;

impl Edition<'_> {
    /// All figures by topic.
    pub(super) fn figures(&self, scene: &FactListScene) -> String {
        let own = fact_words(self.words.code);
        let topic = |(nth, topic): (usize, &FactTopic)| {
            let (id, name) = (format!("topic-{}", nth + 1), escape(&topic.name));
            format!(
                "<h3 id=\"{id}\"{lang}>{name}</h3>\n{table}",
                lang = self.lang(),
                table = self.table(&topic.lines, &id, what),
            )
        };
        let topics: String = scene.topics.iter().enumerate().map(topic).collect();
        section("figures", own.figures, &(quiet(own.figures_note) + &topics))
    }

    /// What disagrees, side by side.
    pub(super) fn beside(&self, scene: &FactListScene) -> String {
        let own = fact_words(self.words.code);
        let part = |(nth, beside): (usize, &FactBeside)| {
            let id = format!("beside-{}", nth + 1);
            let first = beside.lines.first().map_or("", |line| &*line.category);
            let heading = if beside.text.is_empty() {
                first
            } else {
                &*beside.text
            };
            let (heading, lang) = (escape(heading), self.lang());
            format!(
                "<p id=\"{id}\"{lang}>{heading}</p>\n{table}",
                table = self.table(&beside.lines, &id, with_topic)
            )
        };
        if scene.beside.is_empty() {
            return String::new();
        }
        let parts: String = scene.beside.iter().enumerate().map(part).collect();
        section("beside", own.beside, &(quiet(own.beside_note) + &parts))
    }

    /// A table of figures, named by an element.
    fn table(&self, lines: &[FactLine], named_by: &str, what: fn(&FactLine) -> String) -> String {
        let own = fact_words(self.words.code);
        let heads = [own.what, own.figure, self.words.source].map(escape);
        let rows: String = lines.iter().map(|line| row(line, &what(line))).collect();
        format!(
            "<table class=\"facts-table\" aria-labelledby=\"{named_by}\"{lang}>\n<thead><tr><th scope=\"col\">{}<th scope=\"col\">{}\
             <th scope=\"col\">{}</thead>\n<tbody>\n{rows}</tbody></table>\n",
            heads[0],
            heads[1],
            heads[2],
            lang = self.lang(),
        )
    }

    /// Every page that a figure stands on, once.
    pub(super) fn sources(&self) -> String {
        let mut sources: Vec<&Source> = Vec::new();
        for fact in self.list.facts() {
            if !sources
                .iter()
                .any(|it| it.url == fact.source.url && it.title == fact.source.title)
            {
                sources.push(&fact.source);
            }
        }
        let item = |source: &&Source| {
            let title = if source.title.is_empty() {
                &source.publisher
            } else {
                &source.title
            };
            let parts = [&source.publisher, &source.date].into_iter();
            let parts: Vec<&str> = parts.map(|it| &**it).filter(|it| !it.is_empty()).collect();
            format!(
                "<li>{} <small>{}</small>\n",
                link(&source.url, title),
                escape(&self.words.listed(&parts))
            )
        };
        let items: String = sources.iter().map(item).collect();
        let body = format!("<ul class=\"facts-list\"{}>\n{items}</ul>\n", self.lang());
        section("sources", fact_words(self.words.code).sources, &body)
    }
}

fn row(line: &FactLine, what: &str) -> String {
    let names = line.own_names.iter();
    let names = names.map(|(lang, name)| [" ", &foreign((lang, name))].concat());
    let place = escape(&line.place) + &names.collect::<String>();
    let period = escape(&line.period);
    let what = if what.is_empty() {
        format!("{place} <small>{period}</small>")
    } else {
        format!("{} <small>{place}, {period}</small>", escape(what))
    };
    let source = link(&line.url, &line.publisher);
    let notes = [&line.remark, &line.source_remark].into_iter();
    let notes = notes.filter(|note| !note.is_empty());
    let notes = notes.map(|note| format!(" <small>{}</small>", escape(note)));
    format!(
        "<tr><th scope=\"row\">{what}<td><b>{figure}</b> <small>{unit}</small>\
         <td>{source} <small>{date}</small>{notes}\n",
        figure = escape(&line.figure),
        unit = escape(&line.unit),
        date = escape(&line.date),
        notes = notes.collect::<String>(),
    )
}

/// What exactly is counted, under the heading of its topic.
fn what(line: &FactLine) -> String {
    line.category.clone()
}

/// The same with its topic.
fn with_topic(line: &FactLine) -> String {
    if line.category.is_empty() {
        return line.topic.clone();
    }
    format!("{}: {}", line.topic, line.category)
}
