//! The periods as lines.

use super::map_zoom::mouse;
use super::{Visit, digits, queried, texts, visit};
use crate::support::{Name, Page};

/// The rows of the figures under the lines: name, then one a period.
fn rows(page: &Page) -> Vec<Vec<String>> {
    let rows = page.evaluate(
        "[...document.querySelectorAll('.trend tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent))",
    );
    texts(&rows)
}

/// The figures of a link along the years, as the command has them.
fn by_year(link: &str) -> Vec<u64> {
    let answer = queried(link, Some("year"));
    let rows = answer["rows"].as_array().unwrap().iter();
    rows.map(|row| row["value"].as_u64().unwrap()).collect()
}

#[test]
fn the_line_of_a_count_has_the_figures_of_the_command() {
    let visit = visit("en/prakerja/3273/?sex=F");
    visit.role("link", "Trend").click();
    visit.wait_for_link("en/prakerja/3273/?sex=F&tab=trend");
    visit.role(
        "image",
        "Participants who are women, Kota Bandung: over time (Count)",
    );
    let rows = rows(&visit);
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0][0], "Kota Bandung");
    let figures: Vec<u64> = rows[0][1..].iter().map(|text| digits(text)).collect();
    assert_eq!(figures, by_year("en/prakerja/3273/?sex=F"));
    // A choice of years is marked elsewhere; the line shows all of them.
    visit.role("button", Name::starts_with("2021 ")).click();
    visit.wait_for_link("en/prakerja/3273/?year=2021&sex=F&tab=trend");
    assert_eq!(self::rows(&visit), rows);
    visit.expect_no_complaint();
}

#[test]
fn what_compares_stands_beside_the_province_and_the_nation() {
    let visit = visit("id/prakerja/3273/?sex=F&as=share&tab=trend");
    let rows = rows(&visit);
    let names: Vec<&str> = rows.iter().map(|row| &*row[0]).collect();
    assert!(
        names[0].starts_with("Kota Bandung (") && names[1].starts_with("Jawa Barat"),
        "{names:?}"
    );
    assert_eq!(names[2], "Indonesia");
    let [women, all] = ["?sex=F", ""].map(|query| by_year(&format!("id/prakerja/{query}")));
    #[allow(clippy::cast_precision_loss, reason = "far below 2^53")]
    let shares: Vec<String> = (women.iter().zip(&all))
        .map(|(women, all)| format!("{:.0}%", 100.0 * *women as f64 / *all as f64))
        .collect();
    assert_eq!(rows[2][1..], shares[..]);
    let lines = "document.querySelectorAll('.trend svg[role=img] path.line').length";
    assert_eq!(visit.evaluate(lines), 3);
    // The index of the nation is 100 in every year.
    visit.role("radio", "Indeks").click();
    visit.wait_for_link("id/prakerja/3273/?sex=F&as=index&tab=trend");
    visit.wait_until("the nation at 100", || {
        let rows = self::rows(&visit);
        let nation = rows.last()?;
        nation[1..].iter().all(|text| text == "100").then_some(())
    });
    visit.expect_no_complaint();
}

#[test]
fn places_are_kept_beside_whatever_is_looked_at_next() {
    let visit = visit("en/prakerja/3273/?sex=F&tab=trend");
    visit
        .role("button", "Compare Kota Bandung with another place")
        .click();
    visit.wait_for_link("en/prakerja/3273/?sex=F&geo=3273&tab=trend");
    visit.role("combobox", "Find a place").fill("manado");
    visit
        .role("option", Name::starts_with("Kota Manado"))
        .click();
    visit.wait_for_link("en/prakerja/7171/?sex=F&geo=3273&tab=trend");
    visit.wait_until("two lines", || (rows(&visit).len() == 2).then_some(()));
    let rows = rows(&visit);
    assert!(rows[0][0].starts_with("Kota Manado"), "{rows:?}");
    let of = |row: &[String]| -> Vec<u64> { row[1..].iter().map(|text| digits(text)).collect() };
    assert_eq!(of(&rows[0]), by_year("en/prakerja/7171/?sex=F"));
    assert_eq!(of(&rows[1]), by_year("en/prakerja/3273/?sex=F"));
    visit.reload();
    super::has_started(&visit);
    visit.wait_until("the same lines", || {
        (self::rows(&visit) == rows).then_some(())
    });
    visit
        .role("button", "No longer compare Kota Bandung")
        .click();
    visit.wait_for_link("en/prakerja/7171/?sex=F&tab=trend");
    visit.wait_until("one line", || (self::rows(&visit).len() == 1).then_some(()));
    visit.back();
    visit.wait_until("two lines", || {
        (self::rows(&visit).len() == 2).then_some(())
    });
    visit.expect_no_complaint();
}

#[test]
fn more_places_than_six_are_named_and_left_out() {
    let visit = visit("en/prakerja/?geo=1101~1102~1103~1104~1105~1106~1107&tab=trend");
    visit.wait_for_text("At most six places are compared; “1107” is left out.");
    assert_eq!(rows(&visit).len(), 7);
}

/// Where a year stands in the window.
fn year(visit: &Visit, name: &str) -> (f64, f64) {
    let at = visit.evaluate(&format!(
        "(() => {{ const text = [...document.querySelectorAll('.trend svg[role=img] text')].find((it) => it.textContent === '{name}');
           text.scrollIntoView({{ block: 'center' }});
           const box = text.getBoundingClientRect();
           return [box.x + box.width / 2, box.y - 60] }})()"
    ));
    (at[0].as_f64().unwrap(), at[1].as_f64().unwrap())
}

#[test]
fn a_drag_across_the_years_chooses_them_and_is_one_step_back() {
    let visit = visit("en/prakerja/3273/?tab=trend");
    let [from, over, to] = ["2021", "2022", "2023"].map(|name| year(&visit, name));
    mouse(&visit, "mouseMoved", from, 0);
    mouse(&visit, "mousePressed", from, 1);
    mouse(&visit, "mouseMoved", over, 1);
    visit.wait_for_link("en/prakerja/3273/?year=2021..2022&tab=trend");
    mouse(&visit, "mouseMoved", to, 1);
    visit.wait_for_link("en/prakerja/3273/?year=2021..2023&tab=trend");
    mouse(&visit, "mouseReleased", to, 0);
    let total = super::grouped(super::total_of("en/prakerja/3273/?year=2021..2023"), ',');
    super::wait_for_headline(&visit, &total);
    visit.wait_for("document.querySelector('.trend rect.selected') !== null");
    visit.back();
    visit.wait_for_link("en/prakerja/3273/?tab=trend");
    // A press chooses one year, another lets go of it.
    for link in ["?year=2022&tab=trend", "?tab=trend"] {
        let at = year(&visit, "2022");
        super::map_zoom::click(&visit, at);
        visit.wait_for_link(&format!("en/prakerja/3273/{link}"));
    }
    visit.expect_no_complaint();
}

#[test]
fn a_finger_that_scrolls_the_page_chooses_no_year() {
    let visit = visit("en/prakerja/3273/?tab=trend");
    let touch = |kind: &str, points: &[(f64, f64)]| {
        let points: Vec<_> = (points.iter())
            .map(|(x, y)| serde_json::json!({ "x": x.round(), "y": y.round() }))
            .collect();
        let event = serde_json::json!({ "type": kind, "touchPoints": points });
        visit.call("Input.dispatchTouchEvent", event);
    };
    // A tap chooses one.
    touch("touchStart", &[year(&visit, "2022")]);
    touch("touchEnd", &[]);
    visit.wait_for_link("en/prakerja/3273/?year=2022&tab=trend");
    visit.back();
    visit.wait_for_link("en/prakerja/3273/?tab=trend");
    // The page moves with the finger, and a little on: nothing is touched after that.
    let (x, y) = year(&visit, "2021");
    let before = visit.evaluate("scrollY");
    touch("touchStart", &[(x, y)]);
    for px in [20.0, 60.0, 100.0, 140.0] {
        touch("touchMove", &[(x, y - px)]);
    }
    touch("touchEnd", &[]);
    visit.wait_for(&format!("scrollY > {before}"));
    assert_eq!(
        visit.url(),
        visit.host.url("en/prakerja/3273/?tab=trend"),
        "a year was chosen"
    );
}

#[test]
fn two_years_are_compared_as_change() {
    let visit = visit("en/prakerja/province-2020/32/?tab=trend");
    super::map_read::choose(&visit, "Change since", "2020");
    visit.wait_for_link("en/prakerja/province-2020/32/?from=2020&tab=trend");
    visit.role("columnheader", "2020 → 2023");
    let row = rows(&visit).remove(0);
    let [before, after] = [&row[1], &row[4]].map(|text| digits(text));
    #[allow(clippy::cast_precision_loss, reason = "far below 2^53")]
    let percent = (before - after) as f64 / before as f64 * 100.0;
    let expected = format!("−{} (−{percent:.0}%)", super::grouped(before - after, ','));
    assert_eq!(row[5], expected);
    // The last year chosen is the one that is compared.
    visit.role("button", Name::starts_with("2022 ")).click();
    visit.wait_for_link("en/prakerja/province-2020/32/?year=2022&from=2020&tab=trend");
    visit.role("columnheader", "2020 → 2022");
    visit.expect_no_complaint();
}
