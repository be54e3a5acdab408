//! The legend: the classes side by side, below them what has none.

use super::flow::{Flow, MARGIN, ROOM};
use super::lettering::Font;
use super::paint::Paint;
use crate::scene::{Fill, LegendLine, MapScene};
use crate::words::{Messages, interpolate};

const LABEL: Font = Font::sans(14.0);
const COUNT: Font = Font::sans(13.0);
const SWATCH_HEIGHT: f64 = 16.0;
/// Between two columns.
const GAP: f64 = 24.0;
/// Room for a swatch before a note.
const NOTE_INDENT: f64 = 36.0;
const WIDEST: f64 = 210.0;

/// Draws the legend below what is on the sheet.
pub(super) fn legend(flow: &mut Flow, scene: &MapScene, paint: &Paint, words: &Messages) {
    let heading = interpolate(words.legend, &[("quantity", &scene.quantity_name)]);
    flow.paragraph(0.0, Font::strong(14.0), (&heading, flow.palette.ink));
    let is_class = |line: &&LegendLine| matches!(line.fill, Fill::Colour(_));
    let (classes, marked): (Vec<&LegendLine>, Vec<&LegendLine>) =
        scene.legend.iter().partition(is_class);
    for lines in [classes, marked] {
        columns(flow, &lines, paint, words);
    }
    if let Some(note) = &scene.shared_note {
        let foot = flow.paragraph(NOTE_INDENT, COUNT, (&note.label, flow.palette.quiet));
        let swatch = (NOTE_INDENT - 8.0, SWATCH_HEIGHT);
        let fill = paint.of(note.fill);
        let stroke = [
            ("fill", &*fill),
            ("stroke", flow.palette.quiet),
            ("stroke-width", "0.5"),
        ];
        flow.rect((MARGIN, foot - 12.5), swatch, &stroke);
    }
    if let Some(note) = scene.between_note {
        flow.paragraph(0.0, COUNT, (note, flow.palette.quiet));
    }
}

fn columns(flow: &mut Flow, lines: &[&LegendLine], paint: &Paint, words: &Messages) {
    let places = |line: &LegendLine| words.count(words.legend_places, line.places, &[]);
    let wide = |line: &&LegendLine| {
        let wide = LABEL.width_px(&line.label);
        wide.max(COUNT.width_px(&places(line)))
    };
    let widest = lines.iter().map(wide).fold(0.0, f64::max);
    // A label that is wider than a column of its own share wraps within the sheet's width.
    let column = (widest + GAP).clamp(WIDEST / 2.0, ROOM);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "1 to 12"
    )]
    let across = (ROOM / column).floor().max(1.0) as usize;
    // Rows of one length, not a full one and a rest.
    let rows = lines.len().div_ceil(across).max(1);
    for row in lines.chunks(lines.len().div_ceil(rows).max(1)) {
        flow.space(10.0);
        let top = flow.y;
        let mut foot = top;
        for (at, line) in row.iter().enumerate() {
            #[allow(clippy::cast_precision_loss, reason = "at most a dozen")]
            let x = at as f64 * column;
            let size = (column - GAP, SWATCH_HEIGHT);
            let edge = flow.palette.quiet;
            let fill = paint.of(line.fill);
            let stroke = [("fill", &*fill), ("stroke", edge), ("stroke-width", "0.5")];
            flow.rect((MARGIN + x, top), size, &stroke);
            let mut y = top + SWATCH_HEIGHT;
            for text in LABEL.lines(&line.label, ROOM - x) {
                y += 19.0;
                flow.line((MARGIN + x, y), LABEL, (&text, flow.palette.ink));
            }
            y += 17.0;
            flow.line((MARGIN + x, y), COUNT, (&places(line), flow.palette.quiet));
            foot = foot.max(y);
        }
        flow.y = foot + 4.0;
    }
}
