//! What is read in the picture, and what is told to those who do not see it.

use jangkau::cube::{Axis, Role};
use jangkau::publish::draw::draw;
use jangkau::scale::Theme;
use jangkau::scene::{quantity_note, source_line};
use jangkau::words::{LANGUAGE_CODES, interpolate, messages};
use roxmltree::{Document, Node};

use super::{lines, opened, scene};

#[test]
fn title_source_and_link_are_read_and_the_map_is_told_to_those_who_do_not_see_it() {
    let link = "https://a.example/x/en/water/?source=piped";
    let (opened, topology) = opened(link);
    let (scene, sentences) = scene(&opened, "en/water/?source=piped");
    let words = messages("en");
    let svg = draw(&opened, topology.clone(), link, Theme::Light)
        .unwrap()
        .svg;
    let document = Document::parse(&svg).unwrap();
    let text = lines(&document).join(" ");
    let expected = [
        opened.cube.metadata().label.in_lang("en").to_owned(),
        scene.caption.clone(),
        quantity_note(&opened.cube, (scene.quantity, None), words),
        words.estimate.to_owned(),
        words.estimate_why.to_owned(),
        source_line(&opened.cube, words).unwrap(),
        topology.credit().unwrap().to_owned(),
        "https://a.example/x/en/water/?source=piped&level=commune&as=count&classes=view&release=1"
            .to_owned(),
    ];
    for expected in expected {
        assert!(text.contains(&expected), "{expected}\n{text}");
    }
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    let named = root.attribute("aria-labelledby").unwrap().split(' ');
    let spoken = named.map(|id| {
        let mut nodes = document.descendants();
        let node = nodes.find(|node| node.attribute("id") == Some(id)).unwrap();
        node.text().unwrap()
    });
    let spoken = spoken.collect::<Vec<_>>().join(" ");
    assert!(spoken.contains(&interpolate(words.map, &[("caption", &scene.caption)])));
    for sentence in sentences {
        assert!(spoken.contains(&sentence), "{sentence}\n{spoken}");
    }
}

#[test]
fn no_text_runs_out_of_the_picture() {
    // All but one category of every axis that is no place: as many words as a title can have.
    let (opened, topology) = opened("id/water/");
    let cube = &opened.cube;
    let geo = cube.with_role(Role::Geo).unwrap();
    let mut query = Vec::new();
    for axis in cube.axes().filter(|axis: &Axis| axis.dimension() != geo) {
        let members = cube.members(axis);
        let codes: Vec<&str> = members
            .iter()
            .skip(1)
            .map(|(_, it)| it.code().as_str())
            .collect();
        query.push(format!(
            "{}={}",
            cube.axis_id(axis).as_str(),
            codes.join("~")
        ));
    }
    for lang in LANGUAGE_CODES {
        for rest in [
            "",
            "as=index&class=equal9",
            "as=rate&level=district",
            "tab=trend&from=2019&geo=c1~c2~s1~district:north~kind:rural~district-2021:isles",
            "tab=trend&as=index&from=2019",
        ] {
            let link = format!("{lang}/water/n1/?{}&{rest}", query.join("&"));
            let drawing = draw(&opened, topology.clone(), &link, Theme::Light).unwrap();
            assert_eq!(drawing.notices, Vec::<String>::new());
            let document = Document::parse(&drawing.svg).unwrap();
            let number = |node: &Node, name| node.attribute(name).unwrap().parse::<f64>().unwrap();
            let high = number(&document.root_element(), "height");
            for node in document
                .descendants()
                .filter(|node| node.has_tag_name("text"))
            {
                let text = node.text().unwrap();
                // More than the average letter of the widest faces, DejaVu Sans and Serif; a space of
                // the former is 0.32 wide, a digit 0.636.
                let serif = node.attribute("font-family").unwrap().contains("Georgia");
                let width = |letter: char| match letter {
                    // Marks that say which way a text runs.
                    '\u{200e}' | '\u{200f}' | '\u{2060}' => 0.0,
                    _ if serif => 0.53,
                    _ if letter.is_whitespace() => 0.34,
                    _ if letter.is_ascii_digit() => 0.64,
                    _ => 0.58,
                };
                let ems: f64 = text.chars().map(width).sum();
                let right = number(&node, "x") + ems * number(&node, "font-size");
                assert!(right <= 1180.0, "{text}");
                assert!(number(&node, "y") <= high - 10.0, "{text}");
            }
        }
    }
}
