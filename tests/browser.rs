//! The built site in a real browser, as a visitor has it.

mod page;
mod support;

use jangkau::publish::serve::Server;
use support::{Fault, Host, Name, Page, site_at_root};

/// The first figure of the landing page, in the digits of each language.
const ALL_ID: &str = "100.000";
const ALL_EN: &str = "100,000";

/// Waits until the program has taken the place of the shell.
fn started(page: &Page) {
    page.role("group", Name::Any);
}

#[test]
fn the_page_starts_under_its_policy_on_a_plain_host() {
    let host = Host::start();
    let page = Page::open(&host.url("id/water/"));
    started(&page);
    page.role("heading", Name::contains(ALL_ID));
    page.expect_no_complaint();
}

#[test]
fn the_page_starts_under_the_headers_of_our_own_server() {
    let server = Server::start(site_at_root(), 0).unwrap();
    let page = Page::open(&format!(
        "http://{}/en/water/n1/?source=piped",
        server.address()
    ));
    started(&page);
    page.expect_no_complaint();
}

#[test]
fn the_root_lists_the_datasets_in_the_first_language() {
    let host = Host::start();
    let page = Page::open(&host.url(""));
    page.role("heading", "Kumpulan data");
    page.role("link", Name::contains("program air")).click();
    page.wait_for("location.pathname.endsWith('/id/water/')");
    started(&page);
    page.goto(&host.url("en/"));
    page.role("heading", "Datasets");
    page.role("link", Name::contains("the water programme"))
        .click();
    page.wait_for("location.pathname.endsWith('/en/water/')");
    page.role("heading", Name::contains(ALL_EN));
    page.expect_no_complaint();
}

#[test]
fn a_page_that_no_file_stands_for_starts_all_the_same() {
    let host = Host::start();
    let page = Page::open(&host.url("id/water/n9/"));
    started(&page);
    assert!(page.record().violations.is_empty());
}

#[test]
fn no_file_is_asked_for_twice_and_nothing_from_anywhere_else() {
    let host = Host::start();
    let page = Page::open(&host.url("id/water/"));
    started(&page);
    page.role("heading", Name::starts_with("Legenda"));
    for sent in page.record().requests {
        assert!(sent.url.starts_with(&host.url("")), "{}", sent.url);
    }
    page.wait_for("performance.getEntriesByType('resource').some((it) => it.name.endsWith('api_bg.wasm') && it.responseEnd > 0)");
    // The page, its style and program, the words, the list, the figures, how they are read, the
    // borders, and once the browser is idle, what is no part of the first screen, then the
    // program that makes files.
    let mut asked = host.asked();
    asked.sort();
    let of_build = |path: String| match path.rsplit_once('/') {
        Some((folder, file)) if folder.starts_with("assets/") => format!("assets/{file}"),
        _ => path,
    };
    let asked: Vec<String> = asked.into_iter().map(of_build).collect();
    assert_eq!(
        asked,
        [
            "api/v1.js",
            "assets/api.js",
            "assets/api_bg.wasm",
            "assets/boot.js",
            "assets/offline.js",
            "assets/page.js",
            "assets/page_bg.wasm",
            "assets/split.js",
            "assets/split_later.wasm",
            "assets/style.css",
            "assets/take.js",
            "assets/words.ar.txt",
            "assets/words.en.txt",
            "assets/words.fr.txt",
            "assets/words.id.txt",
            "data/communes.topo.json",
            "data/index.json",
            "data/water/water-1.json",
            "data/water/water-1.readings.json",
            "id/water/",
        ]
    );
}

#[test]
fn an_injected_script_style_or_eval_is_blocked() {
    let host = Host::start();
    let page = Page::open(&host.url("id/water/"));
    started(&page);
    page.evaluate(
        "const script = document.createElement('script');
         try { script.text = 'window.injected = 1' } catch { window.refused = 'script' }
         const style = document.createElement('style');
         style.textContent = 'h1 { color: rgb(1, 2, 3) }';
         const div = document.createElement('div');
         div.setAttribute('style', 'color: rgb(1, 2, 3)');
         document.body.append(script, style, div);
         window.colours = [document.querySelector('h1'), div].map((it) => getComputedStyle(it).color);",
    );
    assert!(page.try_evaluate("eval('window.injected = 1')").is_err());
    assert!(page.evaluate("window.injected").is_null());
    let colours = page.evaluate("window.colours").to_string();
    assert!(!colours.contains("rgb(1, 2, 3)"), "{colours}");
    let violations = page.record().violations;
    for directive in ["style-src-elem", "style-src-attr"] {
        let told = violations.iter().any(|told| told.starts_with(directive));
        assert!(told, "{directive}: {violations:#?}");
    }
}

#[test]
fn markup_passes_the_one_policy_only_when_it_is_harmless() {
    let host = Host::start();
    let page = Page::open(&host.url("id/water/"));
    started(&page);
    let passes = |markup: &str| {
        let markup = serde_json::Value::from(markup);
        let set = format!("document.createElement('template').innerHTML = {markup}");
        page.try_evaluate(&set).is_ok()
    };
    for markup in [
        "<p class=\"a\">text &amp; <b>more</b><br></p><!--x--><!><input disabled>",
        "<a href=\"../x/?a=1&amp;b=2#c\">x</a><a href=\"https://a.id/x:y\">x</a>",
        "<svg viewBox=\"0 0 1 1\"><title>a</title><path d=\"M0 0\"/><use href=\"#a\"/></svg>",
    ] {
        assert!(passes(markup), "{markup}");
    }
    for markup in [
        "<script>1</script>",
        "<img src=\"x\" onerror=\"alert(1)\">",
        "<img src=x onerror=alert(1)>",
        "<iframe src=\"https://a.id\"></iframe>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\"java&#115;cript&colon;alert(1)\">x</a>",
        "<a href=\"\tjavascript:alert(1)\">x</a>",
        "<a href=\"//a.id/\">x</a>",
        "<a href=\"http://a.id/\">x</a>",
        "<textarea><b title=\"</textarea><script>1</script>\">",
        "<title><b title=\"</title><script>1</script>\"></title>",
        "<form action=\"data:text/html,x\">",
        "<p style=\"color: red\">x</p>",
        "<object data=\"x\"></object>",
        "<svg><animate attributeName=\"href\" values=\"javascript:alert(1)\"/></svg>",
        "<![CDATA[<p>]]>",
        "<p/onclick=\"1\">",
    ] {
        assert!(!passes(markup), "{markup}");
    }
    let second = page.try_evaluate("trustedTypes.createPolicy('other', {})");
    assert!(second.is_err());
}

/// What a visitor has when the program does not come, and again when it does.
#[track_caller]
fn check_without_program(file: &str, fault: Fault) {
    let host = Host::start();
    host.fail(file, fault);
    let page = Page::open(&host.url("id/water/"));
    let retry = page.role("button", "Coba lagi");
    page.role("heading", Name::contains(ALL_ID));
    page.role("link", Name::contains("CSV"));
    host.mend();
    retry.click();
    started(&page);
}

#[test]
fn a_program_that_is_not_there_leaves_the_headline_and_a_way_on() {
    check_without_program("page_bg.wasm", Fault::Status(404));
    check_without_program("page_bg.wasm", Fault::Status(500));
    check_without_program("page_bg.wasm", Fault::Reset);
    check_without_program("page.js", Fault::Status(404));
    check_without_program("page.js", Fault::Reset);
    check_without_program("split.js", Fault::Status(404));
}

#[test]
fn a_program_that_is_not_the_published_one_is_refused() {
    check_without_program("page_bg.wasm", Fault::Changed);
    check_without_program("page_bg.wasm", Fault::Truncated);
    check_without_program("page_bg.wasm", Fault::HtmlInstead);
    check_without_program("page.js", Fault::Changed);
    check_without_program("page.js", Fault::Truncated);
    check_without_program("page.js", Fault::HtmlInstead);
    check_without_program("split.js", Fault::Changed);
    check_without_program("split.js", Fault::HtmlInstead);
}
