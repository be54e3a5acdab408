//! Texts that would be programs, in every field of a dataset and in every part of a link.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use super::edition::Edition;
use super::{Visit, has_started};
use crate::support::{Host, Name, Page, SUB_PATH};

/// One a line; each would set `window.injected`, or hide everything, where it were markup.
fn strings() -> Vec<&'static str> {
    let strings: Vec<&str> = include_str!("../data/injection.txt").lines().collect();
    assert_eq!(strings.len(), 60);
    strings
}

/// Keys of a dataset whose texts name something by its code, and are no words.
const CODES: [&str; 17] = [
    "version",
    "class",
    "id",
    "index",
    "role",
    "of",
    "codes",
    "selection",
    "basis",
    "kind",
    "status",
    "release",
    "lang",
    "vintage",
    "dimension",
    "grouping",
    "aggregation",
];

/// Puts the next string behind every text of a value; an address becomes the string alone.
fn inject(value: &mut Value, key: &str, next: &mut impl FnMut() -> String) {
    match value {
        // Under `dimension` stand the dimensions themselves.
        Value::Object(members) => members
            .iter_mut()
            .filter(|(key, value)| {
                value.is_object() && *key == "dimension" || !CODES.contains(&key.as_str())
            })
            .for_each(|(key, value)| inject(value, key, next)),
        Value::Array(list) => list.iter_mut().for_each(|value| inject(value, key, next)),
        Value::String(text) if key == "url" => *text = next(),
        Value::String(text) if key != "code" => *text = format!("{text} {}", next()),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Nothing has run, been hidden, been asked for or been put into the page that its program did not.
#[track_caller]
fn check_harmless(page: &Page, own: &str, place: &str) {
    let state = page.evaluate(
        "(() => { const found = [...document.querySelectorAll(
             'body script, body style, body link, body meta, body base, body object, body embed, body template, foreignObject, image, video, audio, marquee, form, img, animate, set, math')];
           const acts = [...document.querySelectorAll('*')].filter((it) => [...it.attributes].some(({ name, value }) =>
             name.startsWith('on') || /^\\s*(javascript|data):/i.test(value) && /^(src|href|action|xlink:href)$/.test(name)));
           return [window.injected ?? 'nothing', getComputedStyle(document.querySelector('main')).display,
             [...found, ...acts].filter((it) => it.closest('head') === null).map((it) => it.outerHTML.slice(0, 200)).join()] })()",
    );
    assert_eq!(
        state,
        serde_json::json!(["nothing", "block", ""]),
        "{place}"
    );
    page.expect_no_policy_complaint();
    for sent in page.record().requests {
        let origin = own.split("/statistik").next().unwrap_or(own);
        let made =
            ["data:image/", &format!("blob:{origin}/")].map(|start| sent.url.starts_with(start));
        let is_own = sent.url.starts_with(own) || made.contains(&true);
        assert!(is_own, "{place}: {}", sent.url);
    }
}

#[test]
fn no_text_of_a_dataset_runs_anywhere() {
    let edition = Edition::new("site-injected");
    let mut dataset: Value = serde_json::from_slice(&edition.data()).unwrap();
    let strings = strings();
    let mut uses = 0;
    inject(&mut dataset, "", &mut || {
        uses += 1;
        strings[uses % strings.len()].to_owned()
    });
    // Each of them stands somewhere.
    assert!(uses >= strings.len(), "{uses} texts");
    let bytes = serde_json::to_vec(&dataset).unwrap();
    edition.put(&bytes);
    edition.list(&bytes, "1");
    let host = Host::of(edition.folder().to_owned(), SUB_PATH);
    let page = Page::open(&host.url("id/water/"));
    has_started(&page);
    page.wait_for("document.querySelector('[role=application] svg') !== null");
    let visit = Visit { page, host };
    let own = visit.host.url("");
    super::open_table(&visit);
    // The texts are there, as texts.
    visit.wait_for("document.body.textContent.includes('onerror=injected=1')");
    for view in [
        "id/water/?source=piped&tenure=owner",
        "en/water/n1/?as=rate&tenure=owner",
        "id/water/?tab=table&level=district",
        "en/water/?tab=about",
        "id/water/district/north/?map=tile",
    ] {
        visit.follow(view);
        for chart in visit.all("DisclosureTriangle", Name::Any) {
            chart.click();
        }
        check_harmless(&visit, &own, view);
    }
    visit.role("combobox", "Cari tempat").fill("onerror");
    visit.role("option", Name::Any);
    check_harmless(&visit, &own, "the search");
    visit.press("Escape");
    visit.follow("id/water/n1/?source=piped");
    super::share(&visit, "Sematkan");
    visit.role("textbox", "Kode untuk halaman Anda");
    visit.role("radio", Name::starts_with("Gambar")).click();
    visit.role("button", "Buat gambarnya").click();
    visit.wait_for("document.querySelector('.picture img') !== null");
    // The picture, too, is text alone.
    let picture = visit.evaluate(&format!(
        "import({:?}).then(({{ open }}) => open(location.href)).then((cube) => cube.picture())",
        visit.host.url("api/v1.js")
    ));
    let picture = picture.as_str().unwrap();
    assert!(
        picture.contains("</svg>") && !picture.contains("<script"),
        "{picture}"
    );
    visit.evaluate("document.querySelector('.picture img').remove()");
    let links =
        "[...document.querySelectorAll('.picture a')].every((it) => it.href.startsWith('blob:'))";
    assert_eq!(visit.evaluate(links), true);
    check_harmless(&visit, &own, "the dialog");
}

#[test]
fn no_part_of_a_link_runs() {
    let host = Host::start();
    let own = host.url("");
    let page = Page::open(&host.url("id/water/"));
    has_started(&page);
    let visit = Visit { page, host };
    for (at, text) in strings().into_iter().enumerate() {
        let safe = utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        // As an address bar would pass it on, as far as it is a part of an address.
        let raw = text.replace(['#', '%'], "").replace(' ', "%20");
        let query = format!(
            "?source={safe}&{safe}={safe}&period={safe}..{safe}&as={safe}&q={raw}&level={raw}&release={safe}#ui={safe}&theme={raw}&lock={safe}&{raw}"
        );
        // Through the page itself; every tenth as a new document.
        let link = format!("id/water/{safe}/{query}");
        if at % 10 == 0 {
            // Not every host takes every path.
            visit.follow(&format!("id/water/n1/{query}"));
        } else {
            let url = visit.host.url(&link);
            visit.evaluate(&format!(
                "history.pushState(null, '', {url:?}); dispatchEvent(new PopStateEvent('popstate')); 0"
            ));
            visit.wait_for("document.querySelector('.notices li') !== null");
        }
        check_harmless(&visit, &own, &link);
    }
}
