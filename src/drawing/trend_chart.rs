//! Periods as lines, with their figures in a table.

use super::flow::{Flow, MARGIN, ROOM, WIDTH};
use super::lettering::Font;
use super::palette::Palette;
use super::svg::number;
use crate::cube::Sureness;
use crate::scene::{TrendFrame, TrendLayout, TrendPath, TrendPoint, TrendScene, mark_lines};
use crate::words::{Messages, interpolate};

const HIGH: f64 = 380.0;
/// Room for the marks of the scale.
const LEFT: f64 = MARGIN + 110.0;
const RIGHT: f64 = WIDTH - MARGIN - 30.0;
const MARK: Font = Font::sans(14.0);
const CELL: Font = Font::sans(15.0);
const HEAD: Font = Font::strong(15.0);
/// Of a line of the table: its sign and its name.
const NAMES: f64 = 320.0;
/// More columns than this have no room beside the names.
const MOST_COLUMNS: usize = 8;
const ROW: f64 = 28.0;

/// How the lines are told apart without their colours.
const DASHES: [&str; 8] = [
    "none",
    "14 8",
    "4 6",
    "24 6 4 6",
    "10 4",
    "2 4",
    "18 4 2 4 2 4",
    "6 12",
];

/// Draws the lines below what is on the sheet, then their figures.
pub(super) fn draw(flow: &mut Flow, scene: &TrendScene, words: &Messages) {
    flow.paragraph(0.0, HEAD, (&scene.quantity_name, flow.palette.ink));
    flow.space(16.0);
    let layout = scene.layout(&TrendFrame {
        across_px: (LEFT, RIGHT),
        down_px: (flow.y, flow.y + HIGH),
        edges_px: (MARGIN, WIDTH - MARGIN),
        font_px: MARK.size_px,
        width_px: |text| MARK.width_px(text),
    });
    marks(flow, &layout);
    for (nth, line) in layout.lines.iter().enumerate().rev() {
        self::line(flow, nth, line);
    }
    flow.space(HIGH + 44.0);
    table(flow, scene, words);
}

/// The periods that are chosen, the marks of the scale, and the periods.
fn marks(flow: &mut Flow, layout: &TrendLayout) {
    let palette = flow.palette;
    if let Some((left, right)) = layout.band_px {
        let corner = (left, flow.y);
        flow.rect(corner, (right - left, HIGH), &[("fill", palette.badge)]);
    }
    for tick in &layout.ticks {
        let line = (RIGHT - LEFT, 1.0);
        flow.rect((LEFT, tick.at_px), line, &[("fill", palette.line)]);
        let (right, foot) = tick.label_px;
        let at = (right - MARK.width_px(&tick.text), foot);
        flow.line(at, MARK, (&tick.text, palette.quiet));
    }
    for period in &layout.periods {
        let (middle, foot) = period.label_px;
        let at = (middle - MARK.width_px(&period.text) / 2.0, foot);
        flow.line(at, MARK, (&period.text, palette.quiet));
    }
}

fn line(flow: &mut Flow, nth: usize, line: &TrendPath) {
    if !line.bounds.is_empty() {
        let area = [
            ("d", &*line.bounds),
            ("fill", colour(nth, flow.palette)),
            ("fill-opacity", "0.2"),
        ];
        flow.svg.empty("path", &area);
    }
    stroke(flow, nth, &line.path);
    points(flow, nth, &line.points);
}

/// The numbers of a line, each filled as its mark is: all of a published one, half of one that is shared
/// out, nothing of what is only a pattern.
fn points(flow: &mut Flow, nth: usize, points: &[TrendPoint]) {
    let (mut filled, mut hollow) = (String::new(), String::new());
    for point in points {
        let (x, y) = point.at_px;
        let (left, y) = (number(x - 5.0), number(y));
        let circle = format!("M{left} {y}a5 5 0 1 0 10 0a5 5 0 1 0-10 0");
        match point.sureness {
            None | Some(Sureness::Published) => filled += &circle,
            Some(Sureness::SharedOut) => {
                hollow += &circle;
                filled += &format!(
                    "M{} {}a5 5 0 0 0 0 10z",
                    number(x),
                    number(point.at_px.1 - 5.0)
                );
            }
            Some(Sureness::Pattern) => hollow += &circle,
        }
    }
    let colour = colour(nth, flow.palette);
    if !hollow.is_empty() {
        let circles = [
            ("d", &*hollow),
            ("fill", flow.palette.paper),
            ("stroke", colour),
            ("stroke-width", "2"),
        ];
        flow.svg.empty("path", &circles);
    }
    if !filled.is_empty() {
        flow.svg.empty("path", &[("d", &*filled), ("fill", colour)]);
    }
}

/// The figures of the lines, or their names alone where the periods have no room.
fn table(flow: &mut Flow, scene: &TrendScene, words: &Messages) {
    let palette = flow.palette;
    let change = scene.change.as_ref().map(|(.., name)| name);
    let heads: Vec<&String> = scene.periods.iter().chain(change).collect();
    let heads = if heads.len() > MOST_COLUMNS {
        Vec::new()
    } else {
        heads
    };
    // A change has two numbers.
    let wide = count(scene.periods.len()) + if change.is_some() { 1.7 } else { 0.0 };
    let column = (ROOM - NAMES) / wide;
    let foot_of = |at: usize, text: &str, font: Font| {
        let right = if at < scene.periods.len() {
            NAMES + column * count(at + 1)
        } else {
            ROOM
        };
        MARGIN + right - font.width_px(text)
    };
    if !heads.is_empty() {
        flow.space(20.0);
        for (at, head) in heads.iter().enumerate() {
            let x = foot_of(at, head, HEAD);
            flow.line((x, flow.y), HEAD, (head, palette.ink));
        }
        flow.space(8.0);
    }
    for (nth, line) in scene.lines.iter().enumerate() {
        flow.rect((MARGIN, flow.y), (ROOM, 1.0), &[("fill", palette.line)]);
        flow.space(ROW - 8.0);
        let y = flow.y;
        let sign = format!("M{} {}h48", number(MARGIN), number(y - 5.0));
        stroke(flow, nth, &sign);
        let name = line.mark().map_or(line.name.clone(), |mark| {
            let note = mark.line(words);
            interpolate(words.noted, &[("text", &line.name), ("note", &note)])
        });
        let room = if heads.is_empty() { ROOM } else { NAMES } - 72.0;
        for text in CELL.lines(&name, room) {
            flow.line((MARGIN + 60.0, flow.y), CELL, (&text, palette.ink));
            flow.space(CELL.lead_px());
        }
        flow.space(8.0 - CELL.lead_px() + 2.0);
        let texts = line.texts.iter().chain(change.map(|_| &line.change));
        for (at, text) in texts.enumerate().take(heads.len()) {
            let text = match line.own_mark(at) {
                Some(mark) => [text, " ", mark.symbol()].concat(),
                None => text.clone(),
            };
            let x = foot_of(at, &text, CELL);
            flow.line((x, y), CELL, (&text, palette.ink));
        }
    }
    marks_of_points(flow, scene, words);
}

/// What the marks of numbers mean, where those of one line differ.
fn marks_of_points(flow: &mut Flow, scene: &TrendScene, words: &Messages) {
    let periods = 0..scene.periods.len();
    let marks = periods.flat_map(|nth| scene.lines.iter().filter_map(move |it| it.own_mark(nth)));
    let lines = mark_lines(marks, words);
    if !lines.is_empty() {
        let lines: Vec<&str> = lines.iter().map(|(_, line)| &**line).collect();
        let text = words.listed_apart(&lines);
        flow.paragraph(0.0, MARK, (&text, flow.palette.quiet));
        flow.space(8.0);
    }
}

fn stroke(flow: &mut Flow, nth: usize, path: &str) {
    let wide = if nth == 0 { "4" } else { "2.5" };
    let attributes = [
        ("d", path),
        ("fill", "none"),
        ("stroke", colour(nth, flow.palette)),
        ("stroke-width", wide),
        ("stroke-dasharray", DASHES[nth % DASHES.len()]),
    ];
    flow.svg.empty("path", &attributes);
}

/// The place in focus stands out.
fn colour(nth: usize, palette: &Palette) -> &'static str {
    match nth {
        0 => palette.accent,
        1..=3 => palette.figure,
        _ => palette.quiet,
    }
}

/// How many, which are few.
fn count(many: usize) -> f64 {
    f64::from(u32::try_from(many).unwrap_or(u32::MAX))
}
