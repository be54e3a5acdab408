//! Links of every form, and addresses of no form at all.

use super::visit;

/// Text that looks like a link, more or less; the same on every machine.
fn any_links(count: usize) -> Vec<String> {
    const PIECES: [&str; 52] = [
        "/",
        "?",
        "&",
        "=",
        "~",
        "%7E",
        "%257E",
        ",",
        "+",
        "%20",
        "..",
        ".",
        "#",
        "%25",
        "-",
        "id",
        "en",
        "water",
        "n1",
        "x9",
        "district-2021",
        "isles",
        "source",
        "piped",
        "period",
        "2019",
        "2021",
        "tenure",
        "owner",
        "level",
        "as",
        "rate",
        "tab",
        "table",
        "trend",
        "facts",
        "&from=2019",
        "&cols=tenure",
        "sort",
        "-name",
        "-change",
        "release",
        "1",
        "geo",
        "q",
        "d.",
        "map",
        "tile",
        "class",
        "ui=none",
        "&source=well",
        "&period=2021..",
    ];
    let mut seed = 17_500_000_u64;
    let mut next = |below: usize| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap_or_default() % below
    };
    let mut link = || {
        let pieces = next(20);
        let mut link =
            ["", "id/water/?", "en/water/", "id/water/n1/?source=piped&"][next(4)].to_owned();
        for _ in 0..pieces {
            link += PIECES[next(PIECES.len())];
        }
        // The site's own address, whatever follows it.
        link.trim_start_matches('/').replace("//", "/")
    };
    (0..count).map(|_| link()).collect()
}

#[test]
fn five_hundred_addresses_of_no_form_all_show_a_view() {
    let visit = visit("id/water/");
    let base = visit.host.url("");
    for links in any_links(500).chunks(50) {
        let list = serde_json::json!(links);
        let blank = visit.evaluate(&format!(
            "(async () => {{
               const blank = [];
               for (const link of {list}) {{
                 history.pushState(null, '', {base:?} + link);
                 dispatchEvent(new PopStateEvent('popstate'));
                 await new Promise((done) => setTimeout(done, 5));
                 const main = document.querySelector('main');
                 if (!(main?.innerText.trim().length > 20)) blank.push(link);
               }}
               return blank;
             }})()"
        ));
        assert_eq!(blank, serde_json::json!([]));
        // As a new visitor has the last of them.
        visit.evaluate(&format!(
            "history.pushState(null, '', {base:?} + 'id/water/?source=piped')"
        ));
    }
    let record = visit.record();
    assert!(record.violations.is_empty(), "{:#?}", record.violations);
    assert!(record.console.is_empty(), "{:#?}", record.console);
}
