//! The periods as lines.

use super::map_zoom::mouse;
use super::{Visit, texts, visit};
use crate::support::{Name, Page};

/// The rows of the figures under the lines: name, then one a period.
fn rows(page: &Page) -> Vec<Vec<String>> {
    let rows = page.evaluate(
        "[...document.querySelectorAll('.trend tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent))",
    );
    texts(&rows)
}

/// Piped households of Port Amara along the years: 12 x 8 x 10, once to four times.
const PORT_AMARA: [&str; 4] = ["960", "1,920", "2,880", "3,840"];

#[test]
fn the_line_of_a_count_has_the_figures_of_its_years() {
    let visit = visit("en/water/n1/?source=piped");
    visit.role("link", "Trend").click();
    visit.wait_for_link("en/water/n1/?source=piped&tab=trend");
    visit.role(
        "image",
        "Households with piped water, Port Amara: over time (Count)",
    );
    let rows = rows(&visit);
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0][0], "Port Amara");
    assert_eq!(rows[0][1..], PORT_AMARA);
    // A choice of years is marked elsewhere; the line shows all of them.
    visit.role("button", Name::starts_with("2021 ")).click();
    visit.wait_for_link("en/water/n1/?period=2021&source=piped&tab=trend");
    assert_eq!(self::rows(&visit), rows);
    visit.expect_no_complaint();
}

#[test]
fn what_compares_stands_beside_the_district_and_the_whole() {
    let visit = visit("id/water/n2/?source=piped&tenure=owner&as=share&tab=trend");
    let rows = rows(&visit);
    let names: Vec<&str> = rows.iter().map(|row| &*row[0]).collect();
    assert!(
        names[0].starts_with("Perbukitan Amara") && names[1].starts_with("Utara"),
        "{names:?}"
    );
    // Nobody has published source by tenure: the whole's figure, too, is only a pattern.
    assert_eq!(names[2], "Veluna");
    let lines = visit.all("rowheader", Name::contains("hanya pola Veluna"));
    assert_eq!(lines.len(), 3);
    // Piped are half of Amara Hills, 18,600 of the 30,000 of the district and 65.3% of Veluna; of
    // those own 70%, in 2022 60%.
    assert_eq!(rows[0][1..], ["35%", "35%", "35%", "30%"]);
    assert_eq!(rows[1][1..], ["43%", "43%", "43%", "37%"]);
    assert_eq!(rows[2][1..], ["46%", "46%", "46%", "39%"]);
    let lines = "document.querySelectorAll('.trend svg[role=img] path.line').length";
    assert_eq!(visit.evaluate(lines), 3);
    // Each of their points is a ring, and says why.
    let rings = "document.querySelectorAll('.trend circle.hollow').length";
    assert_eq!(visit.evaluate(rings), 12);
    let told = "[...document.querySelectorAll('.trend svg[role=img] g')].filter((point) => point.querySelector('title').textContent === '2022 30% (○ hanya pola Veluna)').length";
    assert_eq!(visit.evaluate(told), 1);
    // The index of the whole is 100 in every year.
    visit.role("radio", "Indeks").click();
    visit.wait_for_link("id/water/n2/?source=piped&tenure=owner&as=index&tab=trend");
    visit.wait_until("the whole at 100", || {
        let rows = self::rows(&visit);
        let whole = rows.last()?;
        whole[1..].iter().all(|text| text == "100").then_some(())
    });
    visit.expect_no_complaint();
}

#[test]
fn places_are_kept_beside_whatever_is_looked_at_next() {
    let visit = visit("en/water/n1/?source=piped&tab=trend");
    visit
        .role("button", "Compare Port Amara with another place")
        .click();
    visit.wait_for_link("en/water/n1/?source=piped&geo=n1&tab=trend");
    visit.role("combobox", "Find a place").fill("hollin");
    visit.role("option", Name::starts_with("Hollin")).click();
    visit.wait_for_link("en/water/s2/?source=piped&geo=n1&tab=trend");
    visit.wait_until("two lines", || (rows(&visit).len() == 2).then_some(()));
    let rows = rows(&visit);
    assert!(rows[0][0].starts_with("Hollin"), "{rows:?}");
    // 7 x 5 x 10 of Hollin, once to four times.
    assert_eq!(rows[0][1..], ["350", "700", "1,050", "1,400"]);
    assert_eq!(rows[1][1..], PORT_AMARA);
    visit.reload();
    super::has_started(&visit);
    visit.wait_until("the same lines", || {
        (self::rows(&visit) == rows).then_some(())
    });
    visit.role("button", "Stop comparing Port Amara").click();
    visit.wait_for_link("en/water/s2/?source=piped&tab=trend");
    visit.wait_until("one line", || (self::rows(&visit).len() == 1).then_some(()));
    visit.back();
    visit.wait_until("two lines", || {
        (self::rows(&visit).len() == 2).then_some(())
    });
    visit.expect_no_complaint();
}

#[test]
fn more_places_than_six_are_named_and_left_out() {
    let visit = visit("en/water/?geo=n1~n2~n3~n4~n5~c1~c2&tab=trend");
    visit.wait_for_text("At most six places are compared; “c2” is left out.");
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
    let visit = visit("en/water/n1/?tab=trend");
    let [from, over, to] = ["2020", "2021", "2022"].map(|name| year(&visit, name));
    mouse(&visit, "mouseMoved", from, 0);
    mouse(&visit, "mousePressed", from, 1);
    mouse(&visit, "mouseMoved", over, 1);
    visit.wait_for_link("en/water/n1/?period=2020..2021&tab=trend");
    mouse(&visit, "mouseMoved", to, 1);
    visit.wait_for_link("en/water/n1/?period=2020..2022&tab=trend");
    mouse(&visit, "mouseReleased", to, 0);
    // 12 x (2 + 3 + 4) x 100.
    super::wait_for_headline(&visit, "10,800 households");
    visit.wait_for("document.querySelector('.trend rect.selected') !== null");
    visit.back();
    visit.wait_for_link("en/water/n1/?tab=trend");
    // A press chooses one year, another lets go of it.
    for link in ["?period=2021&tab=trend", "?tab=trend"] {
        let at = year(&visit, "2021");
        super::map_zoom::click(&visit, at);
        visit.wait_for_link(&format!("en/water/n1/{link}"));
    }
    visit.expect_no_complaint();
}

#[test]
fn a_finger_that_scrolls_the_page_chooses_no_year() {
    let visit = visit("en/water/n1/?tab=trend");
    // So low that there is something to scroll to.
    visit.set_window(1280, 500);
    let touch = |kind: &str, points: &[(f64, f64)]| {
        let points: Vec<_> = (points.iter())
            .map(|(x, y)| serde_json::json!({ "x": x.round(), "y": y.round() }))
            .collect();
        let event = serde_json::json!({ "type": kind, "touchPoints": points });
        visit.call("Input.dispatchTouchEvent", event);
    };
    // A tap chooses one.
    touch("touchStart", &[year(&visit, "2021")]);
    touch("touchEnd", &[]);
    visit.wait_for_link("en/water/n1/?period=2021&tab=trend");
    visit.back();
    visit.wait_for_link("en/water/n1/?tab=trend");
    // The page moves with the finger, and a little on: nothing is touched after that.
    let (x, y) = year(&visit, "2020");
    let before = visit.evaluate("scrollY");
    touch("touchStart", &[(x, y)]);
    for px in [20.0, 60.0, 100.0, 140.0] {
        touch("touchMove", &[(x, y - px)]);
    }
    touch("touchEnd", &[]);
    visit.wait_for(&format!("scrollY > {before}"));
    assert_eq!(
        visit.url(),
        visit.host.url("en/water/n1/?tab=trend"),
        "a year was chosen"
    );
}

#[test]
fn two_years_are_compared_as_change() {
    let visit = visit("en/water/district/north/?tab=trend");
    super::map_read::choose(&visit, "Change since", "2020");
    visit.wait_for_link("en/water/district/north/?from=2020&tab=trend");
    visit.role("columnheader", "2020 → 2022");
    // 30 x 2 x 100 and 30 x 4 x 100.
    assert_eq!(rows(&visit)[0][5], "+6,000 (+100%)");
    // The last year chosen is the one that is compared: 30 x 3 x 100.
    visit.role("button", Name::starts_with("2021 ")).click();
    visit.wait_for_link("en/water/district/north/?period=2021&from=2020&tab=trend");
    visit.role("columnheader", "2020 → 2021");
    assert_eq!(rows(&visit)[0][5], "+3,000 (+50%)");
    // Back in time it is less.
    super::map_read::choose(&visit, "Change since", "2022");
    visit.wait_for_link("en/water/district/north/?period=2021&from=2022&tab=trend");
    visit.role("columnheader", "2022 → 2021");
    assert_eq!(rows(&visit)[0][5], "−3,000 (−25%)");
    visit.expect_no_complaint();
}
