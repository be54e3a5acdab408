//! A list of published figures as files: a row a figure, with where it stands.

use super::{Field, Part, Sheet, SheetColumn};
use crate::fact_list::{FactList, PrintedFact, Whose};
use crate::formats::csv::{joined, safe_text};
use crate::scene::{NumberStyle, fact_list};
use crate::words::{Messages, fact_words, interpolate};

/// Position of the figure among the columns.
const VALUE: usize = 5;

/// What a row says, every field as text; the figure with the digits that it was printed with.
fn fields(list: &FactList, fact: &PrintedFact, words: &Messages) -> [String; 14] {
    let (place, code) = match &fact.whose {
        Whose::Whole => (list.about().whole.in_lang(words.code), ""),
        Whose::Place(at) => {
            let place = list.place(*at);
            (place.name.in_lang(words.code), place.code.as_str())
        }
        Whose::Other(name) => (&**name, ""),
    };
    let source = &fact.source;
    [
        &*fact.topic,
        &*fact.category,
        place,
        code,
        &*fact.period,
        fact.number.as_str(),
        &*fact.unit,
        fact.qualifier.key(),
        &*fact.remark,
        &*source.publisher,
        &*source.title,
        &*source.date,
        &*source.url,
        &*fact.source_remark,
    ]
    .map(str::to_owned)
}

fn heads(words: &Messages) -> impl Iterator<Item = &'static str> {
    let own = fact_words(words.code);
    own.heads.into_iter().chain(own.source_heads)
}

/// All figures as CSV (RFC 4180): UTF-8, dot decimals. A text that a spreadsheet would take for a formula has an
/// apostrophe before it.
#[must_use]
pub fn csv_of_facts(list: &FactList, words: &Messages) -> String {
    let mut text = joined(heads(words).map(safe_text), ",") + "\r\n";
    for fact in list.facts() {
        text += &joined(
            fields(list, fact, words).map(|field| safe_text(&field)),
            ",",
        );
        text += "\r\n";
    }
    text
}

/// All figures for a workbook, with what has to stand beside them; `made`: what the list is and is not, `link`: where
/// it is to be found again.
#[must_use]
pub fn sheet_of_facts(list: &FactList, words: &Messages, (made, link): (&str, &str)) -> Sheet {
    let scene = fact_list(list, words);
    let columns = heads(words).enumerate().map(|(of, head)| SheetColumn {
        of,
        part: Part::Shown,
        head: head.to_owned(),
    });
    let row = |fact: &PrintedFact| {
        let texts = fields(list, fact, words).into_iter();
        let mut fields: Vec<Field> = texts.map(Field::Text).collect();
        let decimals = NumberStyle::Decimals(Some(fact.number.decimals()));
        fields[VALUE] = Field::Number(fact.number.value(), decimals);
        fields
    };
    let own = fact_words(words.code);
    let heading = [("label", &*scene.title), ("text", own.figures)];
    let notes = list.about().notes.iter();
    let notes = notes.map(|note| note.in_lang(words.code).to_owned());
    let beside = scene.beside.iter().map(|it| it.text.clone());
    let said = [made.to_owned(), scene.sentence, scene.edition];
    let all = said.into_iter().chain(notes);
    let all = all.chain(beside).chain([link.to_owned()]);
    Sheet {
        title: interpolate(words.labelled, &heading),
        about: vec![made.to_owned()],
        columns: columns.collect(),
        rows: list.facts().iter().map(row).collect(),
        notes: all.filter(|line| !line.is_empty()).collect(),
        names: [own.kind, words.about_notes],
        numbers: words.numbers,
        updated: list.about().updated.as_deref().map(str::to_owned),
    }
}
