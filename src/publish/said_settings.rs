//! What the settings of a dataset say that cannot be meant so.

use crate::publish::dataset_settings::{
    DatasetSettings, HeadlineShare, Safe, has_words, is_address,
};
use crate::publish::day::{day_of, is_day, today};
use crate::publish::settings_faults::nearest_to;
use crate::publish::settings_text::{NounText, Text};
use crate::tabular::{Finding, Findings, Gravity, Spot};
use crate::words::LANGUAGE_CODES;

/// The languages that have a code of two letters (ISO 639-1).
const LANGUAGES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv \
    cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie \
    ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk \
    ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se \
    sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo \
    xh yi yo za zh zu";

/// What is wrong with what the settings say: words that switch the guard of people off without a reason, a
/// language or a day that there is not. `path`: their file.
pub(super) fn said_settings(path: &str, settings: &DatasetSettings) -> Findings {
    let protection = of_protection(settings);
    let days = [
        ("updated", &settings.updated, Gravity::Error),
        ("next_update", &settings.next_update, Gravity::Warning),
    ];
    let days = days.into_iter().filter_map(|(key, said, gravity)| {
        let said = said.as_deref().filter(|it| !is_date(it))?;
        Some((gravity, key.to_owned(), no_day(key, said)))
    });
    let finding = |(gravity, member, texts): (Gravity, String, [String; 3])| {
        Finding::new(gravity, "setting", (path, Spot::Member(member)), texts)
    };
    let all = protection.into_iter().chain(days);
    all.chain(of_languages(settings))
        .chain(of_pages(settings))
        .map(finding)
        .collect()
}

type Said = (Gravity, String, [String; 3]);

/// What is said of the guard of people: it stays where a part is missing.
fn of_protection(settings: &DatasetSettings) -> Vec<Said> {
    let mut found = Vec::new();
    let mut add = |member: &str, shown: &str, expected: &str, remedy: String| {
        let texts = [format!("{shown:?}"), expected.to_owned(), remedy];
        found.push((Gravity::Error, member.to_owned(), texts));
    };
    if settings.small == Some(0) {
        let remedy = "write small = 1 or more; safe or already_public says why few may be shown";
        add("small", "0", "at least 1", remedy.to_owned());
    }
    if let Some(Safe {
        reason,
        person,
        date,
    }) = &settings.safe
    {
        let parts = [
            ("safe.reason", reason, "why counts of few people are safe"),
            ("safe.person", person, "who has found that"),
        ];
        for (member, said, expected) in parts {
            if !has_words(said) {
                let remedy = format!("write it as {member}; without it the guard stays");
                add(member, said, expected, remedy);
            }
        }
        if !is_day(date.trim()) {
            let [_, expected, remedy] = no_day("date", date);
            add("safe.date", date, &expected, remedy);
        }
    }
    let public = settings.already_public.as_deref();
    if let Some(said) = public.filter(|it| !is_address(it)) {
        let expected = "the address where the same figures are public, https://…";
        let remedy = "write the address as already_public; without it the guard stays".to_owned();
        add("already_public", said, expected, remedy);
    }
    found
}

/// Whether a text is a day, a month or a year, the day with or without a time after it.
fn is_date(text: &str) -> bool {
    let day = text.split(['T', ' ']).next().unwrap_or_default();
    let whole = match day.len() {
        4 => format!("{day}-01-01"),
        7 => format!("{day}-01"),
        _ => day.to_owned(),
    };
    is_day(&whole)
}

/// What there is to say of a text that is no day.
fn no_day(key: &str, said: &str) -> [String; 3] {
    let parts: Vec<&str> = said.trim().split(['/', '.', '-', ' ']).collect();
    let padded = match parts[..] {
        [first, second, year] if year.len() == 4 => {
            let either = [[year, second, first], [year, first, second]].map(day_of);
            match either {
                [Some(day), None] | [None, Some(day)] => Some(day),
                [Some(day), Some(other)] if day == other => Some(day),
                [Some(_), Some(_)] | [None, None] => None,
            }
        }
        [year, month, day] => day_of([year, month, day]),
        _ => None,
    };
    let day = padded.unwrap_or_else(today);
    [
        format!("{said:?}"),
        "a day as 2026-11-29".to_owned(),
        format!("write {key} = {day:?}"),
    ]
}

/// Languages that there are not.
fn of_languages(settings: &DatasetSettings) -> impl Iterator<Item = Said> {
    let own = settings.lang.iter().map(|lang| ("lang", &**lang));
    let own: Vec<(&str, &str)> = own.chain(languages_of_texts(settings)).collect();
    let mut unknown: Vec<(String, String)> = own
        .into_iter()
        .filter(|(_, lang)| !is_language(lang))
        .map(|(member, lang)| (member.to_owned(), lang.to_owned()))
        .collect();
    unknown.dedup();
    unknown.into_iter().map(|(member, lang)| {
        let lower = lang.to_lowercase();
        let start = lower.get(..2).filter(|start| is_language(start));
        let nearest = start.or_else(|| nearest_to(&lower, LANGUAGES.split_whitespace()));
        let nearest = nearest.unwrap_or("en");
        let texts = [
            format!("the language {lang:?}"),
            "the code of a language, as en or pt-BR".to_owned(),
            format!("write it as {member}, for example {nearest:?}"),
        ];
        (Gravity::Error, member, texts)
    })
}

/// Languages that pages are to be offered in and have no words for.
fn of_pages(settings: &DatasetSettings) -> impl Iterator<Item = Said> {
    let mut all = settings.languages.iter();
    let first = all.find(|lang| !LANGUAGE_CODES.contains(&lang.as_str()));
    first.into_iter().map(|lang| {
        let texts = [
            format!("the language {lang:?}"),
            format!("some of {}", LANGUAGE_CODES.join(", ")),
            "leave it out: texts in it may stand, and its readers are shown another".to_owned(),
        ];
        (Gravity::Error, "languages".to_owned(), texts)
    })
}

/// Whether a text is the code of a language (BCP 47): two letters of the list, or three, and what part of it.
fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    let is_known = match first.len() {
        2 => LANGUAGES.split_whitespace().any(|code| code == first),
        3 => first.bytes().all(|byte| byte.is_ascii_lowercase()),
        _ => false,
    };
    is_known
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

/// The languages of every text, each with where it stands.
fn languages_of_texts(settings: &DatasetSettings) -> Vec<(&str, &str)> {
    let DatasetSettings {
        title,
        noun,
        place,
        source,
        licence,
        correction,
        contact,
        caveats,
        notes,
        method,
        headline,
        views,
        population,
        dimensions,
        measures,
        ..
    } = settings;
    let of_whole = [
        ("title", title),
        ("place", place),
        ("source", source),
        ("licence", licence),
        ("correction", correction),
    ];
    let of_whole = of_whole.into_iter();
    let of_whole = of_whole.flat_map(|(member, text)| text.iter().map(move |it| (member, it)));
    let lists = [
        ("contact", contact),
        ("caveats", caveats),
        ("notes", notes),
        ("method", method),
    ];
    let lists = lists.into_iter();
    let lists = lists.flat_map(|(member, texts)| texts.iter().map(move |it| (member, it)));
    let phrases = headline.iter();
    let phrases = phrases.map(|HeadlineShare { phrase, .. }| ("headline", phrase));
    let phrases = phrases.chain(views.iter().map(|it| ("views", &it.label)));
    let people = population
        .iter()
        .flat_map(|it| it.label.iter().chain(&it.noun));
    let people = people.map(|text| ("population", text));
    let of_dimensions = dimensions.values();
    let of_dimensions = of_dimensions.flat_map(|it| it.label.iter().chain(&it.notes));
    let of_dimensions = of_dimensions.map(|text| ("dimensions", text));
    let of_measures = measures.values().flat_map(|it| &it.label);
    let of_measures = of_measures.map(|text| ("measures", text));
    let texts = of_whole.chain(lists).chain(phrases).chain(people);
    let texts = texts.chain(of_dimensions).chain(of_measures);
    let mut found: Vec<(&str, &str)> = Vec::new();
    for (member, text) in texts {
        if let Text::ByLanguage(texts) = text {
            found.extend(texts.keys().map(|lang| (member, &**lang)));
        }
    }
    if let Some(NounText::ByLanguage(texts)) = noun {
        found.extend(texts.keys().map(|lang| ("noun", &**lang)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(settings: &str, expected: &[&str]) {
        let settings: DatasetSettings = toml::from_str(settings).unwrap();
        let findings = said_settings("a.toml", &settings);
        let found: Vec<String> = findings.sorted().iter().map(ToString::to_string).collect();
        assert_eq!(found.len(), expected.len(), "{found:#?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(found.starts_with(expected), "{expected}: {found}");
        }
    }

    #[test]
    fn the_guard_of_people_is_switched_off_by_a_reason_a_person_and_a_day_alone() {
        let safe = |reason: &str, person: &str, date: &str| {
            let text =
                format!("safe = {{ reason = {reason:?}, person = {person:?}, date = {date:?} }}");
            toml::from_str::<DatasetSettings>(&text).unwrap()
        };
        assert!(
            safe("of public offices", "A. Officer", "2026-11-29")
                .found_safe()
                .is_some()
        );
        for said in [
            safe("", "A. Officer", "2026-11-29"),
            safe("of public offices", " ", "2026-11-29"),
            safe("of public offices", "A. Officer", "29/11/2026"),
            safe("…", "…", "…"),
        ] {
            assert!(said.found_safe().is_none(), "{said:?}");
        }
        check(
            "safe = { reason = \"\", person = \"\", date = \"29/11/2026\" }",
            &[
                "a.toml, safe.reason: found \"\", expected why counts of few people are safe",
                "a.toml, safe.person: found \"\", expected who has found that",
                "a.toml, safe.date: found \"29/11/2026\", expected a day as 2026-11-29; write date = \"2026-11-29\"",
            ],
        );
    }

    #[test]
    fn figures_are_public_at_an_address_and_few_people_are_at_least_one() {
        for (text, is_one) in [
            ("https://office.example/grants", true),
            ("http://office.example", true),
            ("yes", false),
            ("", false),
            ("https://", false),
            ("https://…", false),
            ("https://a b.example", false),
            ("ftp://office.example", false),
        ] {
            let text = format!("already_public = {text:?}");
            let said: DatasetSettings = toml::from_str(&text).unwrap();
            assert_eq!(said.public_at().is_some(), is_one, "{text}");
            let findings = said_settings("a.toml", &said);
            assert_eq!(findings.can_be_published(), is_one, "{text}");
        }
        check(
            "small = 0",
            &["a.toml, small: found \"0\", expected at least 1"],
        );
        let said: DatasetSettings = toml::from_str("small = 0").unwrap();
        assert_eq!(said.small(), 4);
    }

    #[test]
    fn languages_and_days_are_those_that_there_are() {
        check(
            "lang = \"pt-BR\"\nupdated = \"2026-11\"\ntitle = { en = \"a\", khm = \"b\" }",
            &[],
        );
        check(
            "lang = \"English\"\nupdated = \"31/12/2026\"\ntitle = { xx = \"a\" }",
            &[
                "a.toml, updated: found \"31/12/2026\", expected a day as 2026-11-29; write updated = \"2026-12-31\"",
                "a.toml, lang: found the language \"English\", expected the code of a language, as en or pt-BR; write it as lang, for example \"en\"",
                "a.toml, title: found the language \"xx\"",
            ],
        );
    }
}
