//! What a view tells the page around it, and what that page believes.

use super::partner::{Guest, element, partner_page, partner_url, site_url};
use crate::support::Name;

/// The envelope, with the id of the view's frame.
const FORGED: &str =
    "({ source: 'jangkau', v: 1, id: 'jangkau-1', type: 'state', data: { link: FORGED } })";

fn forged(link: &str) -> String {
    FORGED.replace("FORGED", &serde_json::json!(link).to_string())
}

#[test]
fn a_choice_in_the_view_is_told_with_its_link() {
    let guest = Guest::of("choice.html", "en/water/n1/?source=piped#ui=min");
    let ready = ("ready".to_owned(), site_url("en/water/n1/?source=piped"));
    assert_eq!(guest.told(), std::slice::from_ref(&ready));
    guest.in_frame(
        "water/n1",
        "[...document.querySelectorAll('a')].find((it) => it.textContent.startsWith('North')).click()",
    );
    guest.wait_for("told.length === 2");
    let link = site_url("en/water/district/north/?source=piped");
    assert_eq!(guest.told(), [ready, ("statechange".into(), link)]);
}

#[test]
fn a_message_that_is_not_the_view_s_is_passed_over() {
    let guest = Guest::of("forged.html", "en/water/n1/?source=piped#ui=min");
    let state = "(() => { const view = document.querySelector('jangkau-view');
        return JSON.stringify([told, view.link ?? null, view.frame.style.height, view.slotted.hidden]) })()";
    guest.wait_in_frame(
        "water/n1",
        "document.querySelector('[role=application] svg') !== null",
    );
    let height = "document.getElementById('jangkau').getBoundingClientRect().height";
    let height = guest.in_frame("water/n1", height).unwrap();
    guest.wait_for(&format!(
        "parseFloat(document.querySelector('jangkau-view').frame.style.height) === Math.ceil({height})"
    ));
    let before = guest.evaluate(state);
    // Of the right shape, from the host's own window.
    let good = forged(&site_url("en/water/"));
    guest.evaluate(&format!("postMessage({good}, '*')"));
    // From another frame of the very site.
    guest.evaluate(&format!(
        "new Promise((done) => {{ const other = document.createElement('iframe');
           other.onload = done; other.src = {:?}; document.body.append(other) }})",
        site_url("en/water/c1/#ui=none")
    ));
    guest.wait_in_frame("water/c1", "document.querySelector('main') !== null");
    guest.in_frame("water/c1", &format!("parent.postMessage({good}, '*')"));
    // From the right window, of a wrong shape.
    for shape in [
        "null",
        "42",
        "'jangkau'",
        "[]",
        "({})",
        "({ source: 'jangkau' })",
        "({ source: 'jangkau', v: 1, id: 'jangkau-1' })",
        "({ source: 'jangkau', v: 1, id: 'jangkau-1', type: 'resize', data: null })",
        "({ source: 'jangkau', v: 1, id: 'jangkau-1', type: 'resize', data: { height: '9' } })",
        "({ source: 'jangkau', v: 1, id: 'jangkau-1', type: 'resize', data: { height: -9 } })",
        "({ source: 'jangkau', v: 1, id: 'jangkau-1', type: 'resize', data: { height: NaN } })",
        "({ source: 'jangkau', v: 1, id: 'jangkau-1', type: 'resize', data: { height: 1e9 } })",
        "({ source: 'jangkau', v: 2, id: 'jangkau-1', type: 'resize', data: { height: 9 } })",
        "({ source: 'other', v: 1, id: 'jangkau-1', type: 'resize', data: { height: 9 } })",
        "({ source: 'jangkau', v: 1, id: 'jangkau-2', type: 'resize', data: { height: 9 } })",
        "({ source: 'jangkau', v: 1, id: 'jangkau-1', type: 'error', data: { message: {} } })",
        "({ source: 'jangkau', v: 1, id: 'jangkau-1', type: 'close', data: { link: location.href } })",
        "({ source: 'jangkau', v: 1, id: 'jangkau-1', type: 'state', data: { link: [location.href] } })",
        "({ source: 'jangkau', v: 1, id: 'jangkau-1', type: 'state', data: { link: 'javascript:alert(1)' } })",
        "({ source: 'jangkau', v: 1, id: 'jangkau-1', type: 'ready', data: { link: location.origin + '.evil.example/' } })",
    ] {
        let sent = guest.in_frame(
            "water/n1",
            &format!("parent.postMessage({shape}, '*'), true"),
        );
        assert_eq!(sent, Some(true.into()), "{shape}");
    }
    // From the right window, that another site has taken.
    let taken = partner_page("taken.html", "<p>taken</p>");
    guest.evaluate(&format!(
        "new Promise((done) => {{ const {{ frame }} = document.querySelector('jangkau-view');
           frame.addEventListener('load', done); frame.src = {taken:?} }})"
    ));
    guest.in_frame("taken.html", &format!("parent.postMessage({good}, '*')"));
    // The last to come, after all the others.
    guest.evaluate(
        "new Promise((done) => { addEventListener('message', done); postMessage('end', '*') })",
    );
    assert_eq!(guest.evaluate(state), before);
}

#[test]
fn a_site_that_cannot_be_reached_leaves_the_link_and_is_told() {
    let body = element("en/water/n1/").replace(
        &format!("src=\"{}\"", site_url("en/water/n1/")),
        "src=\"http://127.0.0.1:9/en/water/n1/\"",
    );
    let guest = Guest::at(&partner_page("dead.html", &body));
    guest.wait_for("told.length === 1");
    assert_eq!(
        guest.told(),
        [("error".to_owned(), "the view did not answer".to_owned())]
    );
    guest.role("link", "the view");
    assert_eq!(
        guest.evaluate("document.querySelector('jangkau-view').frame.hidden"),
        true
    );
}

#[test]
fn a_page_of_another_kind_is_no_view() {
    let other = partner_page("other.html", "<p>not a view</p>");
    let body = element("en/water/").replace(
        &format!("src=\"{}\"", site_url("en/water/")),
        &format!("src=\"{other}\""),
    );
    let guest = Guest::at(&partner_page("of-other.html", &body));
    guest.wait_for("told.length === 1");
    guest.role("link", "the view");
}

#[test]
fn an_address_that_is_none_is_told_and_never_opened() {
    for src in ["javascript:alert(1)", "http://", "data:text/html,x", ""] {
        let body = element("en/water/").replace(
            &format!("src=\"{}\"", site_url("en/water/")),
            &format!("src=\"{src}\""),
        );
        let guest = Guest::at(&partner_page("no-link.html", &body));
        // An empty one is the host's own page, which is no view.
        guest.wait_for("told.some(([type]) => type === 'error')");
        guest.role("link", "the view");
        if !src.is_empty() {
            assert_eq!(guest.told()[0].1, format!("src is no link: {src}"));
        }
    }
}

#[test]
fn data_that_does_not_come_is_told_as_the_reader_is() {
    let guest = Guest::at(&partner_url("partner/"));
    guest.wait_for("told.some(([type]) => type === 'ready')");
    // Another dataset's link opens the first, with a notice; a fault is a document's own.
    let host = crate::support::Host::start();
    host.fail("water-1.json", crate::support::Fault::Status(404));
    let view = host.url("en/water/");
    let body = element("en/water/").replace(
        &format!("src=\"{}\"", site_url("en/water/")),
        &format!("src=\"{view}\""),
    );
    let guest = Guest::at(&partner_page("fault.html", &body));
    guest.wait_for("told.length === 1");
    let told = guest.told();
    assert_eq!(told[0].0, "error");
    assert!(
        told[0].1.contains("water-1.json") && told[0].1.contains("404"),
        "{told:?}"
    );
    guest.role("link", Name::Is("the view".into()));
}
