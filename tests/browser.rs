//! The built site in a real browser, as a visitor has it.

mod support;

use jangkau::publish::serve::Server;
use support::{Fault, Host, Page, site_at_root};

#[test]
fn the_page_starts_under_its_policy_on_a_plain_host() {
    let host = Host::start();
    let page = Page::open(&host.url("id/prakerja/"));
    page.role("button", "Mulai");
    page.expect_no_complaint();
}

#[test]
fn the_page_starts_under_the_headers_of_our_own_server() {
    let server = Server::start(site_at_root(), 0).unwrap();
    let page = Page::open(&format!(
        "http://{}/en/prakerja/3273/?sex=F",
        server.address()
    ));
    page.role("button", "Mulai").click();
    page.expect_no_complaint();
}

#[test]
fn no_file_is_asked_for_twice_and_nothing_from_anywhere_else() {
    let host = Host::start();
    let page = Page::open(&host.url("id/prakerja/"));
    page.role("button", "Mulai");
    let requests = page.record().requests;
    for sent in &requests {
        assert!(sent.url.starts_with(&host.url("")), "{}", sent.url);
    }
    let mut asked = host.asked();
    asked.sort();
    let before = asked.len();
    asked.dedup();
    assert_eq!(before, asked.len(), "{:#?}", host.asked());
}

#[test]
fn an_injected_script_style_or_eval_is_blocked() {
    let host = Host::start();
    let page = Page::open(&host.url("id/prakerja/"));
    page.role("button", "Mulai");
    page.evaluate(
        "const script = document.createElement('script'); script.id = 'bad';
         try { script.text = 'window.injected = 1' } catch (error) { window.refused = String(error) }
         const style = document.createElement('style'); style.textContent = 'h1 { color: red }';
         document.head.append(script, style);",
    );
    assert!(page.try_evaluate("eval('window.injected = 1')").is_err());
    assert!(page.evaluate("window.injected").is_null());
    page.wait_for("getComputedStyle(document.querySelector('h1')).color !== 'rgb(255, 0, 0)'");
    assert!(!page.record().violations.is_empty());
}

#[test]
fn a_program_that_does_not_come_leaves_the_headline_and_a_way_out() {
    for (file, fault) in [
        ("page_bg.wasm", Fault::Status(404)),
        ("page_bg.wasm", Fault::Changed),
        ("page_bg.wasm", Fault::Truncated),
        ("page_bg.wasm", Fault::HtmlInstead),
        ("page_bg.wasm", Fault::Reset),
        ("page.js", Fault::Status(500)),
        ("page.js", Fault::Changed),
        ("page.js", Fault::HtmlInstead),
    ] {
        let host = Host::start();
        host.fail(file, fault);
        let page = Page::open(&host.url("id/prakerja/"));
        eprintln!("{file} {fault:?}");
        let retry = page.role("button", "Coba lagi");
        page.role("heading", support::Name::contains("17.500.000"));
        page.role("link", "Tabel semua wilayah (CSV)");
        host.mend();
        retry.click();
        page.role("button", "Mulai");
    }
}
