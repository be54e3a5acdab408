//! The card of a model as a page of the site: what the model is, for what it may be used, how far it is off.

use crate::cube::{ControlKind, Label, Sureness};
use crate::formats::Limits;
use crate::formats::json_stat::{
    ControlCount, Entry, FigureError, ModelCard, model_card_from_bytes,
};
use crate::publish::catalogue::files_folder;
use crate::publish::error::SiteError;
use crate::publish::shell::{Shell, head};
use crate::publish::site_files::SiteFiles;
use crate::publish::template::escape;
use crate::words::{DocumentWords, Messages, document_words};

/// The card of a model, beside its dataset.
const MODEL_CARD: &str = "model-card.json";

/// The file of the card of a dataset, relative to the base.
fn file_of(entry: &Entry) -> String {
    files_folder(entry) + MODEL_CARD
}

/// The page of the card of a dataset in a language, relative to the base; `None` where it has no card.
pub(super) fn model_card_path(site: &SiteFiles, entry: &Entry, lang: &str) -> Option<String> {
    let file = file_of(entry);
    let (folder, _) = file.rsplit_once('.')?;
    site.files
        .contains_key(&file)
        .then(|| format!("{folder}.{lang}.html"))
}

/// The card of a dataset, where it has one.
///
/// # Errors
/// When the file is broken.
pub(super) fn model_card(site: &SiteFiles, entry: &Entry) -> Result<Option<ModelCard>, SiteError> {
    let file = file_of(entry);
    let read = |bytes: &Vec<u8>| {
        model_card_from_bytes(bytes, &Limits::PAGE).map_err(SiteError::broken(&site.path(&file)))
    };
    site.files.get(&file).map(read).transpose()
}

impl Shell<'_> {
    /// The page of a card, without a script.
    pub(super) fn model_card_page(&self, card: &ModelCard, words: &Messages) -> String {
        let own = document_words(words.code);
        let writer = CardWriter { words, own };
        let style = self.style("style.css").unwrap_or_default() + &self.colours() + &self.preview();
        let title = escape(own.model_card);
        let label = escape(card.label.in_lang(words.code));
        let sections = [
            writer.paragraphs(own.model_method, &card.method),
            writer.list(own.model_uses, &card.uses),
            writer.list(own.model_limits, &card.limits),
            writer.errors(card),
            writer.controls(&card.controls),
            writer.list(own.model_conflicts, &card.conflicts),
        ];
        let dataset = self.address_of(&format!("{}/{}/", words.code, card.id));
        let name = escape(self.settings.name());
        let release = escape(&format!("{} {}", card.release, card.updated));
        format!(
            "{head}{style}<title>{title} – {label} – {name}</title>\n\
             <header class=\"masthead\"><p class=\"brand\"><strong>{name}</strong></p></header>\n\
             <main class=\"list\">\n<h1>{title}</h1>\n<p><a href=\"{dataset}\">{label}</a></p>\n\
             <p class=\"quiet\">{release_word} {release} · <a href=\"{MODEL_CARD}\">JSON</a></p>\n{sections}</main>\n\
             <footer class=\"colophon\">{responsible}</footer>\n</html>\n",
            head = head(words.code),
            release_word = escape(own.model_release),
            sections = sections.concat(),
            responsible = self.responsible(words),
        )
    }
}

/// Writes the sections of a card.
struct CardWriter<'a> {
    words: &'a Messages,
    own: DocumentWords,
}

impl CardWriter<'_> {
    fn text(&self, label: &Label) -> String {
        escape(label.in_lang(self.words.code))
    }

    fn paragraphs(&self, heading: &str, texts: &[Label]) -> String {
        let texts = texts.iter().map(|it| format!("<p>{}</p>\n", self.text(it)));
        section(heading, &texts.collect::<String>())
    }

    fn list(&self, heading: &str, texts: &[Label]) -> String {
        let items = texts
            .iter()
            .map(|it| format!("<li>{}</li>\n", self.text(it)));
        let items: String = items.collect();
        let list = (!items.is_empty()).then(|| format!("<ul>\n{items}</ul>\n"));
        section(heading, &list.unwrap_or_default())
    }

    fn errors(&self, card: &ModelCard) -> String {
        let own = &self.own;
        let percent = |number: f64| self.words.numbers.round_percent(number / 100.0);
        let row = |it: &FigureError| {
            vec![
                format!(
                    "{} {}",
                    it.sureness.symbol(),
                    it.figure.in_lang(self.words.code)
                ),
                self.words.numbers.count(it.error.cases),
                percent(it.error.median_percent),
                percent(it.error.p90_percent),
                format!("{} ({})", percent(it.worst_percent), it.worst_place),
            ]
        };
        let rows: Vec<Vec<String>> = card.errors.iter().map(row).collect();
        let heading = [
            own.model_figure,
            own.model_cases,
            own.model_median,
            own.model_p90,
            own.model_worst,
        ];
        let tests = card
            .test
            .iter()
            .map(|it| format!("<p>{}</p>\n", self.text(it)));
        let pattern = format!("{} {}", Sureness::Pattern.symbol(), own.model_pattern);
        let body = [
            table(&heading, &rows),
            format!("<p>{}</p>\n", escape(&pattern)),
            tests.collect(),
        ];
        section(own.model_errors, &body.concat())
    }

    fn controls(&self, controls: &[ControlCount]) -> String {
        let own = &self.own;
        let kind = |kind: ControlKind| match kind {
            ControlKind::Hard => self.words.about_hard,
            ControlKind::Soft => self.words.about_soft,
            ControlKind::Check => self.words.about_check,
        };
        let count = |number: usize| self.words.numbers.count(number);
        let row = |it: &ControlCount| {
            vec![
                kind(it.kind).to_owned(),
                count(it.all),
                count(it.kept),
                count(it.printed),
            ]
        };
        let rows: Vec<Vec<String>> = controls.iter().map(row).collect();
        let heading = [
            self.words.about_kind,
            own.model_all,
            own.model_kept,
            own.model_printed,
        ];
        section(own.model_controls, &table(&heading, &rows))
    }
}

/// A heading with what stands below it; nothing where that is empty.
fn section(heading: &str, body: &str) -> String {
    if body.is_empty() {
        return String::new();
    }
    format!(
        "<section>\n<h2>{}</h2>\n{body}</section>\n",
        escape(heading)
    )
}

/// A table of a heading and its rows; the first field of each names the row.
fn table(heading: &[&str], rows: &[Vec<String>]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let head = heading
        .iter()
        .map(|it| format!("<th scope=\"col\">{}</th>", escape(it)));
    let row = |fields: &Vec<String>| {
        let fields = fields.iter().enumerate().map(|(at, text)| {
            let text = escape(text);
            if at == 0 {
                format!("<th scope=\"row\">{text}</th>")
            } else {
                format!("<td>{text}</td>")
            }
        });
        format!("<tr>{}</tr>\n", fields.collect::<String>())
    };
    format!(
        "<div class=\"scroller\" tabindex=\"0\" role=\"region\" aria-label=\"{name}\"><table>\n<thead><tr>{head}</tr></thead>\n\
         <tbody>\n{rows}</tbody>\n</table></div>\n",
        name = escape(heading[0]),
        head = head.collect::<String>(),
        rows = rows.iter().map(row).collect::<String>(),
    )
}
