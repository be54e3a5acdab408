//! What the map says, read as a visitor reads it.

use jangkau::cube::Axis;
use jangkau::geo::UNITS_PER_PX;
use jangkau::scene::Shape;
use jangkau::view_state::MapForm;
use serde_json::Value;

use super::{Visit, one_line};
use crate::support::made::{MAP_GEOMETRY, WATER};
use crate::support::{Element, Name, Page};

/// A line of the legend.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    /// The colour of its swatch, or the name of its pattern.
    pub(super) fill: String,
    pub(super) label: String,
    pub(super) places: usize,
    /// Whether it is marked as that of the place pointed at.
    pub(super) here: bool,
}

/// What the legend calls that which has no class, and the pattern that stands for it.
const MARKS: [(&str, &str); 10] = [
    ("nol", "zero"),
    ("tidak ada data", "missing"),
    ("dirahasiakan", "suppressed"),
    ("○ hanya pola distrik, tanpa peringkat", "of-group"),
    ("○ hanya pola Veluna, tanpa peringkat", "of-whole"),
    ("zero", "zero"),
    ("no data", "missing"),
    ("suppressed", "suppressed"),
    ("○ pattern by districts only, no rank", "of-group"),
    ("○ pattern of Veluna only, no rank", "of-whole"),
];

/// The map of a page that is in either language.
#[track_caller]
pub(super) fn map(page: &Page) -> Element<'_> {
    let named =
        |it: &Element<'_>| it.name().starts_with("Peta: ") || it.name().starts_with("Map: ");
    page.wait_until("the map", || {
        let map = page.all("application", Name::Any).into_iter().find(named)?;
        // Its shapes are drawn a moment after it.
        (map.script("return this.querySelectorAll('path[data-at]').length > 0") == true)
            .then_some(map)
    })
}

/// The lines of the legend, from the first class on.
#[track_caller]
pub(super) fn legend(page: &Page) -> Vec<Line> {
    let heads = page.all("heading", Name::starts_with("Legend"));
    let lines = heads.first().expect("the head of the legend").script(
        "return [...this.parentElement.querySelectorAll('li')].map((line) => {
           const swatch = getComputedStyle(line.firstElementChild, '::before');
           return [swatch.backgroundColor, line.firstElementChild.innerText, line.lastElementChild.innerText,
             line.getAttribute('aria-current') === 'true'];
         })",
    );
    let lines = lines.as_array().expect("lines").iter().map(|line| {
        let text = |at: usize| one_line(line[at].as_str().unwrap_or_default());
        let label = text(1);
        let mark = MARKS.iter().find(|(name, _)| *name == label);
        let places = text(2);
        let places = places.split(' ').next().and_then(|it| it.parse().ok());
        Line {
            fill: mark.map_or_else(|| text(0), |(_, pattern)| format!("url(\"#{pattern}\")")),
            places: places.unwrap_or_else(|| panic!("no number of places in {line}")),
            here: line[3] == true,
            label,
        }
    });
    lines.collect()
}

/// How each place, or group, is filled, in the order of the dataset; a pattern without what tells it
/// from that of another map, stripes and what has a sign as the colour of their class.
#[track_caller]
pub(super) fn fills(page: &Page) -> Vec<String> {
    let fills = map(page).script(
        "return [...this.querySelectorAll('path[data-at]')].map((shape) => {
           const { fill } = getComputedStyle(shape);
           const striped = /#(map[0-9]+-shared-[0-9])/.exec(fill), signed = /#(motif-[0-9])/.exec(fill);
           if (signed) return getComputedStyle(document.querySelector(`#${signed[1]} rect`)).fill;
           return striped ? getComputedStyle(document.getElementById(striped[1])).stroke : fill.replace(/#map[0-9]+-/, '#');
         })",
    );
    strings(&fills)
}

pub(super) fn strings(list: &Value) -> Vec<String> {
    let list = list.as_array().into_iter().flatten();
    list.map(|it| one_line(it.as_str().unwrap_or_default()))
        .collect()
}

/// What is said of the place pointed at, or how to point.
#[track_caller]
pub(super) fn readout(page: &Page) -> String {
    let map = map(page);
    let live = map
        .script("return this.parentElement.parentElement.querySelector('[role=status]').innerText");
    one_line(live.as_str().unwrap_or_default())
}

/// Waits until what is said begins so.
#[track_caller]
pub(super) fn wait_for_readout(page: &Page, start: &str) -> String {
    page.wait_until(&format!("a readout that begins with {start:?}"), || {
        Some(readout(page)).filter(|said| said.starts_with(start))
    })
}

/// The text that describes the map.
#[track_caller]
pub(super) fn description(page: &Page) -> String {
    let text = map(page).script(
        "return document.getElementById(this.getAttribute('aria-describedby').split(' ')[0]).textContent",
    );
    one_line(text.as_str().unwrap_or_default())
}

/// Opens what can be set about the classes of the map.
#[track_caller]
pub(super) fn open_settings(page: &Page) {
    let is_english = page.evaluate("document.documentElement.lang") == "en";
    let name = if is_english {
        "Map settings"
    } else {
        "Pengaturan peta"
    };
    page.role("DisclosureTriangle", name).click();
}

/// Chooses from a list of choices as the keyboard does: a system's own list is not in the page.
#[track_caller]
pub(super) fn choose(visit: &Visit, list: &str, value: &str) {
    let list = visit.role("combobox", Name::starts_with(list));
    list.focus();
    list.script(&format!(
        "this.value = '{value}'; this.dispatchEvent(new Event('change', {{ bubbles: true }}))"
    ));
}

/// The shapes of the communes.
pub(super) fn shapes(form: MapForm) -> Vec<Shape> {
    MAP_GEOMETRY.shapes(&WATER, communes_axis(), form)
}

fn communes_axis() -> Axis {
    WATER.axis("commune").unwrap()
}

/// Code and Indonesian name of every commune, in the order of the dataset.
pub(super) fn communes() -> Vec<(String, String)> {
    let members = WATER.members(communes_axis()).iter();
    members
        .map(|(_, it)| {
            (
                it.code().as_str().to_owned(),
                it.label().in_lang("id").to_owned(),
            )
        })
        .collect()
}

/// The position of a commune by its code.
#[track_caller]
pub(super) fn position(code: &str) -> usize {
    let found = communes().iter().position(|(it, _)| it == code);
    found.unwrap_or_else(|| panic!("no commune {code}"))
}

/// Where points of the picture are in the window, in CSS pixels; the map is scrolled into view.
#[track_caller]
pub(super) fn in_window(page: &Page, points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let at = map(page).script(
        "this.scrollIntoView({ block: 'center', behavior: 'instant' });
         const at = this.querySelector('path[data-at]').getScreenCTM(); return [at.a, at.e, at.f]",
    );
    let [times, left, top] = [0, 1, 2].map(|nth| at[nth].as_f64().unwrap());
    let seen = |px: f64, from: f64| px * UNITS_PER_PX * times + from;
    let points = points.iter();
    points
        .map(|&(x, y)| (seen(x, left), seen(y, top)))
        .collect()
}

/// Points at every one of these points of the window in turn, as a mouse on its way does: what is
/// said there, and the line of the legend that is marked.
#[track_caller]
pub(super) fn point_at(page: &Page, points: &[(f64, f64)]) -> Vec<(String, String)> {
    let mut said = Vec::new();
    for some in points.chunks(100) {
        let points = serde_json::json!(some);
        let script = format!(
            "(async () => {{
               const map = document.querySelector('[role=application]');
               const panel = map.parentElement.parentElement, live = panel.querySelector('[role=status]');
               const said = [];
               for (const point of {points}) {{
                 const [x, y] = point.map(Math.round);
                 const event = {{ clientX: x, clientY: y, bubbles: true, pointerType: 'mouse' }};
                 (document.elementFromPoint(x, y) ?? map).dispatchEvent(new PointerEvent('pointermove', event));
                 await new Promise((next) => setTimeout(next));
                 said.push(live.innerText, panel.querySelector('li[aria-current]')?.firstElementChild.innerText ?? '');
               }}
               return said;
             }})()"
        );
        let told = strings(&page.evaluate(&script));
        let pairs = told.chunks(2).map(|two| (two[0].clone(), two[1].clone()));
        said.extend(pairs);
    }
    said
}

/// The position of a commune by its name.
#[track_caller]
pub(super) fn named(name: &str) -> usize {
    let found = communes().iter().position(|(_, it)| it == name);
    found.unwrap_or_else(|| panic!("no commune {name}"))
}
