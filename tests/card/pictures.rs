//! The files of the cards.

use std::io::Cursor;

use jangkau::publish::card::{CardMaker, CardText};

use crate::{card_of, for_each_dataset, made};

/// The colour of what is shown on the map.
const ACCENT: [u8; 3] = [0xb3, 0x47, 0x0b];

/// Decodes a card; its pixels as red, green and blue.
#[track_caller]
fn pixels(bytes: &[u8]) -> Vec<[u8; 3]> {
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::IDENTITY);
    let mut reader = decoder.read_info().unwrap();
    let mut numbers = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut numbers).unwrap();
    let info = reader.info();
    assert_eq!((info.width, info.height), (1200, 630));
    assert_eq!(info.color_type, png::ColorType::Indexed);
    let palette = info.palette.as_ref().unwrap();
    let colour = |number: &u8| {
        let at = usize::from(*number) * 3;
        [palette[at], palette[at + 1], palette[at + 2]]
    };
    numbers.iter().map(colour).collect()
}

#[track_caller]
fn drawn(maker: &CardMaker<'_>, text: &CardText) -> Vec<u8> {
    let bytes = maker.png(text).unwrap().unwrap();
    assert!(
        bytes.len() <= 45_000,
        "{}: {} bytes",
        text.name,
        bytes.len()
    );
    bytes
}

#[test]
fn a_card_is_a_png_of_1200_by_630_with_a_palette_and_its_place_can_be_found() {
    for_each_dataset(|maker, pages| {
        let islet = |path: &str| path.ends_with("/3101/") || path.ends_with("/7109/");
        let some = pages.iter().enumerate();
        let some = some.filter(|(nth, (page, _))| nth % 60 == 0 || islet(&page.path));
        for (_, (page, text)) in some {
            let pixels = pixels(&drawn(maker, text));
            let shown = pixels.iter().filter(|pixel| **pixel == ACCENT).count();
            if text.place.is_some() {
                assert!(shown >= 150, "{}: {shown} pixels", page.path);
            } else {
                assert_eq!(shown, 0, "{}", page.path);
            }
        }
    });
}

#[test]
fn the_same_card_has_the_same_bytes() {
    let cube = made("Reached", &["North", "South"]);
    let draw = || {
        let maker = CardMaker::new(&cube, None, None).unwrap();
        drawn(&maker, &card_of(&cube, Some(0)))
    };
    assert_eq!(draw(), draw());
}

#[test]
fn the_figure_takes_the_hue_of_the_site() {
    let cube = made("Reached", &["North", "South"]);
    let brand = "#7a1f5c".parse().unwrap();
    let of = |brand| {
        let maker = CardMaker::new(&cube, None, brand).unwrap();
        pixels(&drawn(&maker, &card_of(&cube, Some(0))))
    };
    let own = jangkau::scale::in_hue("#0b6478".parse().unwrap(), brand).0;
    assert!(of(Some(brand)).contains(&own));
    assert!(!of(None).contains(&own));
}
