//! Every snippet of the dialog, read by an HTML parser.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on stops"
)]

use jangkau::embed::{Form, Options, Part, Parts, Snippet, ThemeChoice, Ui};
use markup5ever_rcdom::{Handle, NodeData};

#[path = "support/markup.rs"]
mod markup;

use markup::{parsed, text};

/// Name, attributes, and the text inside.
type Found = (String, Vec<(String, String)>, String);

/// Every element.
fn elements(node: &Handle, found: &mut Vec<Found>) {
    if let NodeData::Element { name, attrs, .. } = &node.data {
        let attribute =
            |it: &html5ever::Attribute| (it.name.local.to_string(), it.value.to_string());
        let attributes = attrs.borrow().iter().map(attribute).collect();
        found.push((name.local.to_string(), attributes, text(node)));
    }
    for child in node.children.borrow().iter() {
        elements(child, found);
    }
}

fn uis() -> Vec<Ui> {
    let list = |parts: &[Part]| {
        Ui::List(
            parts
                .iter()
                .fold(Parts::default(), |list, part| list.with(*part)),
        )
    };
    vec![
        Ui::Full,
        Ui::Min,
        Ui::None,
        list(&[Part::Title, Part::Filters]),
        list(&Part::ALL),
    ]
}

#[test]
fn every_snippet_is_read_without_error_and_holds_what_was_meant() {
    let mut titles: Vec<&str> = include_str!("data/injection.txt").lines().collect();
    titles.push("9.600 rumah tangga berair pipa di Port Amara; 80% “milik sendiri” & lain-lain");
    let mut read = 0;
    for form in Form::ALL {
        for ui in uis() {
            for (theme, title) in ThemeChoice::ALL.into_iter().cycle().zip(&titles) {
                for (width_px, lock) in [
                    (0, vec![]),
                    (480, vec!["year".to_owned(), "a&b\"".to_owned()]),
                ] {
                    let options = Options { ui, theme, lock };
                    let snippet = Snippet {
                        form,
                        site: "https://a.example/x/",
                        link: "id/water/n1/?source=piped&period=2020..2022&copy=1",
                        fragment: &options.to_fragment(str::to_owned),
                        title,
                        width_px,
                        height_px: 640,
                    };
                    check(&snippet);
                    read += 1;
                }
            }
        }
    }
    assert_eq!(read, 3 * 5 * 61 * 2);
}

fn check(snippet: &Snippet<'_>) {
    let dom = parsed(&snippet.html());
    let mut found = Vec::new();
    elements(&dom.document, &mut found);
    let found = &found[4..];
    let names: Vec<&str> = found.iter().map(|(name, ..)| &**name).collect();
    let attribute = |at: usize, name: &str| {
        let value = found[at].1.iter().find(|(key, _)| key == name);
        value.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let link = format!("{}{}", snippet.site, snippet.link);
    match snippet.form {
        Form::Element => {
            assert_eq!(names, ["script", "jangkau-view", "a"]);
            assert_eq!(attribute(0, "src"), "https://a.example/x/embed/v1.js");
            assert_eq!(attribute(1, "src"), snippet.address());
            assert_eq!(attribute(2, "href"), link);
            assert_eq!(found[2].2, snippet.title);
        }
        Form::Frame => {
            assert_eq!(names, ["iframe"]);
            assert_eq!(attribute(0, "src"), snippet.address());
            assert_eq!(attribute(0, "title"), snippet.title);
            assert_eq!(attribute(0, "height"), "640");
            let sandbox = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads";
            assert_eq!(attribute(0, "sandbox"), sandbox);
            assert_eq!(attribute(0, "allow"), "clipboard-write; web-share");
            // HTML: a whole number, no unit and no per cent.
            assert!(
                attribute(0, "width")
                    .bytes()
                    .all(|byte| byte.is_ascii_digit())
            );
        }
        Form::Picture => {
            assert_eq!(names, ["a", "img"]);
            assert_eq!(attribute(0, "href"), link);
            assert_eq!(attribute(1, "src"), snippet.file());
            assert_eq!(attribute(1, "alt"), snippet.title);
        }
    }
}

#[test]
fn the_parser_finds_what_is_wrong() {
    let broken = std::panic::catch_unwind(|| parsed("<a href=\"x\"<b>"));
    assert!(broken.is_err());
}
