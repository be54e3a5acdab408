//! One screen answers: what stands where in six windows.

use super::{Visit, digits, headline, visit};
use crate::support::{Element, Name};

/// The longest sentence with seven filters set, a notice, and a line on how it is read.
const FULL: &str = "prakerja/province-2020/91/?year=2021..2023&sex=F&age=18-25~26-35&education=sma&training=never&disability=yes&tertinggal=yes&foo=1";
/// Nothing chosen.
const BARE: &str = "prakerja/";

fn top(element: &Element<'_>) -> f64 {
    element.bounds_px()[1]
}
fn height(element: &Element<'_>) -> f64 {
    element.bounds_px()[3]
}
fn foot(element: &Element<'_>) -> f64 {
    let [_, top, _, height] = element.bounds_px();
    top + height
}

/// The visitor's first window at a link, once the map is drawn.
#[track_caller]
fn window(link: &str, (width_px, height_px): (u32, u32)) -> Visit {
    let visit = visit(link);
    visit.set_window(width_px, height_px);
    visit.wait_for(&format!("innerWidth === {width_px}"));
    super::map_read::map(&visit);
    visit.evaluate("scrollTo(0, 0)");
    visit
}

/// Where the list of the classes of the map ends.
fn foot_of_classes(visit: &Visit) -> f64 {
    let lists = "document.querySelector('.map-legend ul').getBoundingClientRect().bottom";
    visit.evaluate(lists).as_f64().expect("a legend")
}

#[test]
fn sentence_stage_and_legend_share_a_desktop_s_first_window_with_the_first_filters() {
    for lang in ["id", "en"] {
        for link in [FULL, BARE] {
            for (width, high) in [(1280, 720), (1366, 625), (1440, 900)] {
                let link = format!("{lang}/{link}");
                let visit = window(&link, (width, high));
                let at = format!("{link} in {width} x {high}");
                let high = f64::from(high);
                let map = visit.role("application", Name::Any);
                assert!(top(&map) <= 289.0, "{at}: the map begins at {}", top(&map));
                // What the window leaves over the legend.
                let left = high - 288.0 - 28.0;
                assert!(height(&map) >= left - 2.0, "{at}: {} px high", height(&map));
                let legend = visit.role("heading", Name::starts_with("Legend"));
                assert!(foot(&legend) <= high, "{at}: legend to {}", foot(&legend));
                let classes = foot_of_classes(&visit);
                assert!(classes <= high, "{at}: classes to {classes}");
                let sex = if lang == "id" { "Laki-laki " } else { "Men " };
                let bar = visit.role("button", Name::starts_with(sex));
                assert!(foot(&bar) <= high, "{at}: a filter to {}", foot(&bar));
                let row = height(&bar);
                assert!((28.0..=32.0).contains(&row), "{at}: a bar of {row} px");
            }
        }
    }
}

#[test]
fn the_stage_stays_while_the_filters_scroll_and_the_figure_with_it() {
    let visit = window(&format!("en/{FULL}"), (1280, 720));
    let figure = super::figure(&visit);
    visit.evaluate("scrollTo(0, 500)");
    visit.wait_for("scrollY > 100");
    let map = visit.role("application", Name::Any);
    assert!(
        top(&map) >= 40.0 && foot(&map) <= 720.0,
        "{:?}",
        map.bounds_px()
    );
    // The strip: the number and what is chosen, 40 px high.
    let shown = "[...document.querySelectorAll('main *')].filter((it) => !it.children.length && it.textContent === ARG
      && it.getBoundingClientRect().height > 0 && it.getBoundingClientRect().top >= 0 && it.getBoundingClientRect().bottom <= 44).length";
    visit.wait_for(&format!(
        "{} > 0",
        shown.replace("ARG", &format!("'{figure}'"))
    ));
    let chip = visit.role("button", Name::starts_with("Remove: Sex"));
    assert!(
        top(&chip) >= 0.0 && foot(&chip) <= 44.0,
        "{:?}",
        chip.bounds_px()
    );
}

#[test]
fn nothing_stays_in_a_window_of_little_height() {
    // 1280 x 1024 at a zoom of 400 %.
    let visit = window(&format!("en/{FULL}"), (320, 256));
    let staying = "[...document.querySelectorAll('body *')].filter((it) =>
      ['fixed', 'sticky'].includes(getComputedStyle(it).position) && it.offsetParent !== null && !it.closest('table, [role=region]'))
      .map((it) => it.className).join()";
    assert_eq!(visit.evaluate(staying), "");
}

#[test]
fn a_phone_has_the_map_in_its_first_window_and_the_filters_in_a_sheet() {
    for lang in ["id", "en"] {
        for high in [640_u32, 780] {
            let visit = window(&format!("{lang}/{FULL}"), (360, high));
            let high = f64::from(high);
            let at = format!("{lang} in 360 x {high}");
            let map = visit.role("application", Name::Any);
            assert!(top(&map) <= 356.0, "{at}: the map begins at {}", top(&map));
            let tall = height(&map);
            assert!((280.0..=322.0).contains(&tall), "{at}: {tall} px high");
            // The classes stand in the box, where the country leaves it free.
            let classes = foot_of_classes(&visit);
            assert!(
                classes <= foot(&map) + 1.0,
                "{at}: classes to {classes}, {}",
                foot(&map)
            );
            let name = if lang == "id" {
                "Filter (8)"
            } else {
                "Filters (8)"
            };
            let open = visit.role("button", name);
            assert!(foot(&open) <= high && top(&open) >= high - 56.0, "{at}");
            visit.wait_for_none("button", Name::starts_with("2020 "));
            open.click();
            let sheet = visit.role("region", if lang == "id" { "Filter" } else { "Filters" });
            let share = height(&sheet) / high;
            assert!(share <= 0.6, "{at}: {share} of the window");
            let map = visit.role("application", Name::Any);
            visit.wait_until("the map above the sheet", || {
                let [_, from, ..] = map.bounds_px();
                (from >= 0.0 && top(&sheet) - from > 60.0).then_some(())
            });
            // Each tap is answered in the head of the sheet.
            let before = headline(&visit);
            let year = visit.role("button", Name::starts_with("2020 "));
            year.click();
            visit.wait_until("another figure", || {
                (headline(&visit) != before).then_some(())
            });
            let figure = super::figure(&visit);
            let head = sheet.text();
            let head: String = head.chars().take(60).collect();
            assert!(head.contains(&figure), "{figure} in {head}");
            visit.press("Escape");
            visit.wait_for_none("button", Name::starts_with("2020 "));
            assert!(visit.focus().1.starts_with("Filter"), "{:?}", visit.focus());
        }
    }
}

#[test]
fn a_tablet_has_the_filters_in_two_columns_under_the_map() {
    let visit = window(&format!("en/{FULL}"), (768, 1024));
    let map = visit.role("application", Name::Any);
    assert!(top(&map) <= 289.0, "the map begins at {}", top(&map));
    let visit = window(&format!("en/{BARE}"), (768, 1024));
    let map = visit.role("application", Name::Any);
    let bars = ["2020 ", "Women ", "Diploma "];
    let bars = bars.map(|name| visit.role("button", Name::starts_with(name)).bounds_px());
    for [_, top, ..] in bars {
        assert!(top > foot(&map));
    }
    let left: Vec<bool> = bars.iter().map(|[x, ..]| *x < 384.0).collect();
    assert!(left.contains(&true) && left.contains(&false), "{bars:?}");
}

#[test]
fn letting_go_of_a_chip_changes_the_view_and_keeps_the_focus() {
    let visit = visit("en/water/?source=piped&tenure=owner");
    let before = digits(headline(&visit).split(' ').next().unwrap());
    let chip = visit.role("button", Name::contains("Piped water"));
    chip.focus();
    // One Tab stop: arrows lead to the other.
    visit.press("ArrowRight");
    assert!(
        visit.focus().1.starts_with("Remove: "),
        "{:?}",
        visit.focus()
    );
    assert!(!visit.focus().1.contains("Piped"), "{:?}", visit.focus());
    visit.press("ArrowLeft");
    visit.press("Enter");
    visit.wait_for_link("en/water/?tenure=owner");
    visit.wait_until("more households", || {
        (digits(headline(&visit).split(' ').next().unwrap()) > before).then_some(())
    });
    visit.wait_until("the focus on the other", || {
        visit.focus().1.starts_with("Remove: ").then_some(())
    });
    visit.press("Enter");
    visit.wait_for_link("en/water/");
    visit.wait_until("the focus on the list", || {
        (visit.focus().1 == "What is chosen").then_some(())
    });
}
