//! Where everything stands on a card.

use jangkau::publish::card::{Area, CardMaker, CardText, HEIGHT, Layout, Placed, Role, WIDTH};

use crate::{card_of, for_each_dataset, made};

/// Names as long as a dataset may have them, in the words of several scripts.
fn long(word: &str, letters: usize) -> String {
    let words = format!("{word} ").repeat(letters / word.chars().count());
    words.trim().chars().take(letters).collect()
}

fn of_role(layout: &Layout, role: Role) -> String {
    let lines = layout.lines.iter().filter(|placed| placed.role == role);
    lines.map(Placed::text).collect::<Vec<_>>().join(" ")
}

fn meet(a: Area, b: Area) -> bool {
    a.least.0 < b.most.0 && b.least.0 < a.most.0 && a.least.1 < b.most.1 && b.least.1 < a.most.1
}

/// All of a card is on it, nothing lies over anything else, and no letter is a box.
#[track_caller]
fn check(maker: &CardMaker<'_>, text: &CardText) -> Layout {
    let layout = maker.layout(text);
    let layout = layout.unwrap_or_else(|| panic!("no card for {}", text.name));
    let boxes: Vec<Area> = layout.lines.iter().map(Placed::bounds).collect();
    for (nth, (placed, own)) in layout.lines.iter().zip(&boxes).enumerate() {
        let what = format!(
            "{:?} {:?} of {}: {own:?}",
            placed.role,
            placed.text(),
            text.name
        );
        assert!(own.least.0 >= 40.0 && own.most.0 <= WIDTH - 40.0, "{what}");
        assert!(own.least.1 >= 20.0 && own.most.1 <= HEIGHT - 20.0, "{what}");
        assert_eq!(placed.boxes_for_letters(), 0, "{what}");
        for other in &boxes[nth + 1..] {
            assert!(!meet(*own, *other), "{what} lies over {other:?}");
        }
        if let Some(map) = layout.map {
            assert!(!meet(*own, map), "{what} lies over the map {map:?}");
        }
    }
    let letters = |text: &str| text.split_whitespace().collect::<String>();
    for (role, all) in [
        (Role::Place, &text.name),
        (Role::Figure, &text.figure),
        (Role::Beside, &text.beside),
        (Role::Dataset, &text.dataset),
        (Role::Source, &text.source),
    ] {
        assert_eq!(letters(&of_role(&layout, role)), letters(all), "{role:?}");
    }
    layout
}

#[test]
fn the_card_of_every_place_says_the_figure_of_its_page_and_all_of_it_can_be_read() {
    for_each_dataset(|maker, pages| {
        for (page, text) in pages {
            let layout = check(maker, text);
            assert!(!text.figure.is_empty(), "{}", page.path);
            let rest = page.headline.strip_prefix(&of_role(&layout, Role::Figure));
            let rest = rest.unwrap_or_else(|| panic!("{}: {}", page.path, page.headline));
            assert!(rest.starts_with(' '), "{}: {rest}", page.path);
            assert!(page.title.starts_with(&text.name), "{}", page.path);
            assert!(layout.map.is_some(), "{}", page.path);
            let is_marked = text.mark.is_some();
            assert_eq!(of_role(&layout, Role::Mark).is_empty(), !is_marked);
        }
    });
}

#[test]
fn a_figure_shared_out_or_published_says_so_beside_its_symbol() {
    for_each_dataset(|maker, pages| {
        let page = pages
            .iter()
            .find(|(page, _)| page.path == "en/prakerja/3101/");
        let Some((page, text)) = page else { return };
        let layout = check(maker, text);
        let mark = of_role(&layout, Role::Mark);
        assert!(page.headline.contains(&format!("(◐ {mark})")), "{mark}");
        let (middle, radius) = layout.symbol.unwrap();
        let mark = layout.lines.iter().find(|placed| placed.role == Role::Mark);
        let mark = mark.unwrap().bounds();
        assert!(middle.0 + radius < mark.least.0);
        assert!(mark.least.1 < middle.1 && middle.1 < mark.most.1);
    });
}

#[test]
fn names_in_arabic_thai_and_khmer_are_set_without_a_box() {
    let names = [
        "الدار البيضاء – سطات",
        "กรุงเทพมหานคร (อมรรัตนโกสินทร์)",
        "ខេត្តបន្ទាយមានជ័យ",
        "Rabat – الرباط",
    ];
    let cube = made("การรู้หนังสือ / القراءة والكتابة", &names);
    let maker = CardMaker::new(&cube, None, None).unwrap();
    for (at, name) in names.iter().enumerate() {
        let text = card_of(&cube, Some(at));
        assert_eq!(
            (&*text.name, &*text.figure),
            (*name, &*(at + 1).to_string())
        );
        let layout = check(&maker, &text);
        assert!(layout.map.is_none());
    }
}

#[test]
fn the_longest_texts_wrap_and_shrink_and_are_never_cut() {
    let names = [
        long("Saint-Rémy-sur-Bussy-aux-Bois", 500),
        long("กรุงเทพมหานคร", 500),
        long("المحمدية", 500),
        "W".repeat(500),
    ];
    let names: Vec<&str> = names.iter().map(|name| &**name).collect();
    let cube = made(&long("Participants of all programmes", 500), &names);
    let maker = CardMaker::new(&cube, None, None).unwrap();
    for at in 0..names.len() {
        check(&maker, &card_of(&cube, Some(at)));
    }
    check(&maker, &card_of(&cube, None));
}

#[test]
fn long_names_stand_clear_of_the_map() {
    for_each_dataset(|maker, pages| {
        let (_, text) = pages[pages.len() / 2];
        for letters in [40, 80, 120, 200] {
            let text = CardText {
                name: long("Kepulauan", letters),
                dataset: long("Statistics of the programme", letters),
                ..text.clone()
            };
            check(maker, &text);
        }
    });
}

#[test]
fn without_a_single_figure_the_card_says_why_as_the_page_does() {
    let cube = made("Reached", &["North", "South"]);
    let maker = CardMaker::new(&cube, None, None).unwrap();
    let text = CardText {
        figure: String::new(),
        beside: "No single figure for people".into(),
        ..card_of(&cube, None)
    };
    let layout = check(&maker, &text);
    assert_eq!(
        of_role(&layout, Role::Beside),
        "No single figure for people"
    );
}
