//! The page in Arabic: what it says, and in which order a line is read that has numbers and Latin letters in it.

use jangkau::scene::{all_places_line, basis_lines, place_line, told, trend, trend_text};
use jangkau::words::{interpolate, messages};
use unicode_bidi::{BidiInfo, Level};

use super::{COURSES, RICE, read};
use crate::support::made::WATER;
use crate::support::opened::Opened;

/// The marks that only say which way a text runs.
const MARKS: [char; 2] = ['\u{200e}', '\u{200f}'];

/// A text without its marks.
fn unmarked(text: &str) -> String {
    text.replace(MARKS, "")
}

/// What stands on a line of a page that is read from right to left, from its left end (Unicode UAX #9).
fn drawn(text: &str) -> String {
    let info = BidiInfo::new(text, Some(Level::rtl()));
    let paragraph = &info.paragraphs[0];
    unmarked(&info.reorder_line(paragraph, paragraph.range.clone()))
}

/// Who reads the line from the right meets these pieces one after the other, each of them whole.
#[track_caller]
fn check_order(text: &str, pieces: &[&str]) {
    let line = drawn(text);
    let mut end = line.len();
    for piece in pieces {
        let at = line[..end].rfind(piece);
        assert!(at.is_some(), "{piece} before the byte {end} of {line}");
        end = at.unwrap();
    }
}

#[track_caller]
fn check(found: &[String], expected: &[&str]) {
    let found: Vec<String> = found.iter().map(|text| unmarked(text)).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_sentence_has_the_place_alone_and_the_noun_that_its_number_asks_for() {
    let courses = read(COURSES);
    for (link, expected) in [
        (
            "/ar/x/",
            "ما لا يقل عن 1.684.796 ساعة، المغرب، 2021/2022–2023/2024",
        ),
        (
            "/ar/x/MA-03/?milieu=R",
            "106.179,75 ساعة (الوسط: قروي)، فاس مكناس، 2021/2022–2023/2024",
        ),
        (
            "/ar/x/?p%C3%A9riode=2021/2022&langue%20d%27enseignement=ar~fr&milieu=U",
            "ما لا يقل عن 177.946 ساعة (اللغة: العربية أو الفرنسية؛ الوسط: حضري)، المغرب، 2021/2022",
        ),
        (
            "/ar/x/MA-12/?langue%20d%27enseignement=zgh",
            "محجوب: ساعات (اللغة: الأمازيغية)، الداخلة وادي الذهب، 2021/2022–2023/2024",
        ),
        (
            "/ar/x/MA-03/?as=share&milieu=R",
            "56% من المجموع (ساعات): ساعات (الوسط: قروي)، فاس مكناس، 2021/2022–2023/2024",
        ),
    ] {
        let sentence = Opened::new(&courses, link).sentence();
        assert_eq!(unmarked(&sentence), expected, "{link}");
    }
}

#[test]
fn what_is_said_of_a_dataset_without_arabic_names_is_in_arabic_all_the_same() {
    for (link, expected) in [
        (
            "/ar/x/?as=rate",
            "250,0 لكل 1.000 نسمة: households، communes: 12، 2019–2022؛ 10% rely on rain water، 51% in towns",
        ),
        (
            "/ar/x/n4/?source=piped",
            "حوالي 1.500 households with piped water، Caldmoor، 2019–2022 (◐ موزَّع انطلاقًا من المجموع: North (2019))",
        ),
    ] {
        let sentence = Opened::new(&WATER, link).sentence();
        assert_eq!(unmarked(&sentence), expected, "{link}");
    }
    let opened = Opened::new(&WATER, "/ar/x/n4/?source=piped");
    check(
        &basis_lines(&WATER, &opened.view, opened.words)[..1],
        &[
            "Caldmoor: لا يتوفر النموذج على عدد منشور لهذا المكان، فيوزع حسب عدد السكان مجموعًا أوسع: North (2019). \
             فليس هذا معطى خاصًا بهذا المكان.",
        ],
    );
    let rice = read(RICE);
    let opened = Opened::new(&rice, "/ar/x/");
    let lines = told(&rice, &opened.view, &opened.figures, opened.words);
    let lines: Vec<String> = lines.into_iter().map(|line| line.text).collect();
    check(
        &lines,
        &[
            "Month: 2023-12، وهي الأحدث؛ الفترات لا تُجمع",
            "Market: لا يوجد رقم للمجموع: الناشر لا يسمح بالجمع. اختر فئة واحدة.",
        ],
    );
}

#[test]
fn a_line_is_read_from_right_to_left_and_each_number_from_left_to_right() {
    let courses = read(COURSES);
    let opened = Opened::new(&courses, "/ar/x/MA-03/?milieu=R");
    let scene = trend(&courses, &opened.view, opened.words).unwrap();
    let lines = trend_text(&scene, opened.words);
    check(
        &lines,
        &["فاس مكناس: 2021/2022: 32.175,75؛ 2022/2023: 35.393,25؛ 2023/2024: 38.610,75 (P)."],
    );
    let pieces = [
        "2021/2022",
        "32.175,75",
        "2022/2023",
        "35.393,25",
        "2023/2024",
        "38.610,75",
    ];
    check_order(&lines[0], &pieces);
    let notes = opened.headline().notes.into_iter();
    let notes: Vec<String> = notes.map(|note| note.text).collect();
    check(
        &notes,
        &["الرتبة 4 من أصل 8", "+20% من 2021/2022 إلى 2023/2024"],
    );
    check_order(&notes[1], &["+20%", "2021/2022", "2023/2024"]);
    // Percents, each followed by the next period; and a Latin name before them.
    let opened = Opened::new(&WATER, "/ar/x/?tab=trend&as=share&source=piped");
    let scene = trend(&WATER, &opened.view, opened.words).unwrap();
    let pieces = ["Veluna", "2019", "65%", "2020", "65%", "2021", "65%"];
    check_order(&trend_text(&scene, opened.words)[0], &pieces);
    let of_all = all_places_line(&WATER, &opened.figures, opened.words);
    check_order(&of_all, &["Veluna", "65.300", "households"]);
    let place = place_line(&WATER, &opened.map(), jangkau::cube::CatIx(0), opened.words);
    check_order(&place, &["Port Amara", "North", "80%"]);
}

#[test]
fn a_sign_stays_with_its_number_and_a_range_is_read_from_the_right() {
    let words = messages("ar");
    let numbers = words.numbers;
    let percent = |share: f64| numbers.percent(share);
    // A number by itself, and after Arabic letters.
    for before in ["", "نسبة "] {
        for (number, expected) in [
            (numbers.figure(-1234.5), "-1.234,5"),
            (numbers.signed("−", "3,2"), "−3,2"),
            (numbers.with_unit_sign("24,8", "%"), "24,8%"),
            (numbers.round_percent(0.000_042), "<0,01%"),
            (numbers.figure(2.5e19), "2,5\u{a0}×\u{a0}10¹⁹"),
            (numbers.signed("€", "12,50"), "€12,50"),
            (
                interpolate(words.about_number, &[("n", "130")]),
                "≈\u{a0}130",
            ),
            (
                interpolate(words.off_by, &[("median", &percent(0.12))]),
                "±12%",
            ),
        ] {
            check_order(&[before, &number].concat(), &[expected]);
        }
    }
    for (text, pieces) in [
        ("2014–2024", &["2014", "2024"][..]),
        ("الفترة 2014–2024", &["2014", "2024"]),
        (
            &interpolate(words.change, &[("from", "2014"), ("to", "2024")]),
            &["2014", "←", "2024"],
        ),
        (
            &interpolate(
                words.range,
                &[
                    ("first", &numbers.signed("−", "4")),
                    ("last", &numbers.signed("+", "4")),
                ],
            ),
            &["−4", "+4"],
        ),
        (
            &words.listed(&[&percent(0.1), &percent(0.2), "Fès", "2014"]),
            &["10%", "20%", "Fès", "2014"],
        ),
        (
            &interpolate(words.noted, &[("text", "+1.234"), ("note", &percent(0.12))]),
            &["1.234", "12%"],
        ),
    ] {
        check_order(text, pieces);
    }
}

#[test]
fn the_order_is_wrong_without_the_marks() {
    for (text, pieces) in [
        ("نسبة −3,2", &["−3,2"][..]),
        ("نسبة 24,8%", &["24,8%"]),
        ("10\u{200e}%\u{200e}، 20\u{200e}%\u{200e}", &["10%", "20%"]),
    ] {
        let line = drawn(text);
        let ends = pieces.iter().map(|piece| line.find(piece));
        let ends: Vec<Option<usize>> = ends.collect();
        let is_right = ends.iter().all(Option::is_some) && ends.is_sorted_by(|a, b| a > b);
        assert!(!is_right, "{line}");
    }
}
