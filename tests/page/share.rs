//! Taking the link of a view along.

use super::links::seen;
use super::{Visit, share, visit};
use crate::support::{Name, Page};

/// Lets the page write to the clipboard, or not.
fn permit(visit: &Visit, setting: &str) {
    let target = visit.call("Target.getTargetInfo", serde_json::json!({}));
    let permission = serde_json::json!({
        "browserContextId": target["targetInfo"]["browserContextId"],
        "permission": { "name": "clipboard-write" }, "setting": setting,
        "origin": visit.evaluate("location.origin"),
    });
    visit.call("Browser.setPermission", permission);
}

#[test]
fn the_copied_link_opens_the_same_view() {
    let visit = visit("id/water/?source=piped");
    // What is written is caught on the way: a headless system has no clipboard to read.
    visit.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text }");
    share(&visit, "Salin tautan");
    visit.wait_for_text("Tautan disalin");
    let link = visit.evaluate("window.copied");
    let link = link.as_str().unwrap();
    assert!(
        link.starts_with(&visit.host.url("id/water/?source=piped")),
        "{link}"
    );
    for lasting in ["level=commune", "as=count", "classes=view", "release=1"] {
        assert!(link.contains(lasting), "{lasting} in {link}");
    }
    let before = seen(&visit);
    let other = Page::open(link);
    super::has_started(&other);
    assert_eq!(seen(&other), before);
    super::late::has_all_code(&other);
    assert_eq!(other.all("button", "Tutup").len(), 0, "{}", other.text());
    // Another choice takes the word away: that link is not copied yet.
    visit.role("button", Name::starts_with("2020 ")).click();
    visit.wait_for_no_text("Tautan disalin");
}

#[test]
fn a_link_that_cannot_be_copied_is_shown() {
    let visit = visit("id/water/n1/");
    permit(&visit, "denied");
    share(&visit, "Salin tautan");
    visit.wait_for_text(&format!(
        "Tautan tidak dapat disalin; salin dari sini: {}",
        visit.host.url("id/water/n1/")
    ));
    visit.expect_no_complaint();
}

#[test]
fn the_system_s_way_of_sharing_is_offered_where_there_is_one() {
    let plain = visit("id/water/n1/?source=piped");
    plain.role("button", "Bagikan").click();
    plain.role("button", "Salin tautan");
    plain.wait_for_none("button", "Bagikan …");
    let page = Page::blank();
    page.call(
        "Page.addScriptToEvaluateOnNewDocument",
        serde_json::json!({ "source": "navigator.share = async (data) => { window.shared = data }" }),
    );
    page.goto(&plain.host.url("id/water/n1/?source=piped"));
    share(&page, "Bagikan …");
    page.wait_for("window.shared?.text.startsWith('9.600 rumah tangga berair pipa di Port Amara')");
    let url = page.evaluate("window.shared.url");
    let link = plain
        .host
        .url("id/water/n1/?source=piped&level=commune&as=count&classes=view&release=1");
    assert_eq!(url, link);
}

#[test]
fn a_message_has_the_sentence_and_the_link_in_the_language_of_the_page() {
    let visit = visit("en/water/n1/?source=piped");
    visit.role("button", "Download & cite").click();
    let message = visit.role("textbox", "Text for a message").value();
    let (sentence, link) = message.split_once('\n').unwrap();
    assert!(
        sentence.starts_with("9,600 households with piped water in Port Amara"),
        "{message}"
    );
    assert_eq!(
        link,
        visit
            .host
            .url("en/water/n1/?source=piped&level=commune&as=count&classes=view&release=1")
    );
}
