//! The figures of a view whose derivation can be asked for from a list: that of the view, and those of its bars.

use crate::cube::{Axis, CatIx, Cube};
use crate::scene::bars::bar_axes;
use crate::view_state::AskedFigure;
use crate::words::{Messages, interpolate};

/// Longer lists of bars are left out: each figure of them is a row of the table, which asks, too.
const MOST_BARS: usize = 60;

/// A figure that can be asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Askable {
    /// As it stands in a link (`why=`).
    pub raw: String,
    /// What the reader sees: "Sex: Women".
    pub name: String,
    /// Whether it is the one whose derivation is shown.
    pub is_asked: bool,
}

/// The figure of the view, the figure of each of its bars and, where it is none of these, the one that is asked for.
#[must_use]
pub fn askable(cube: &Cube, asked: &AskedFigure, words: &Messages) -> Vec<Askable> {
    let short = |axis: &Axis| cube.members(*axis).len() <= MOST_BARS;
    let figures = |axis: Axis| {
        let members = cube.members(axis).iter();
        members.map(move |(at, _)| AskedFigure::of(axis, at))
    };
    let of_bars = bar_axes(cube).into_iter().filter(short).flat_map(figures);
    let mut all = vec![AskedFigure::default()];
    all.extend(of_bars);
    if !all.contains(asked) {
        all.push(asked.clone());
    }
    all.iter()
        .map(|figure| Askable {
            raw: figure.to_raw(cube),
            name: name(cube, figure, words),
            is_asked: figure == asked,
        })
        .collect()
}

/// "Sex: Women"; of a cell, both of its two.
fn name(cube: &Cube, figure: &AskedFigure, words: &Messages) -> String {
    if figure.members.is_empty() {
        return words.derivation_own.to_owned();
    }
    let member = |(axis, at): &(Axis, CatIx)| {
        let of = cube.axis_label(*axis).in_lang(words.code);
        let category = cube.members(*axis).get(*at).label().in_lang(words.code);
        interpolate(words.read_single, &[("axis", of), ("category", category)])
    };
    let members: Vec<String> = figure.members.iter().map(member).collect();
    let members: Vec<&str> = members.iter().map(String::as_str).collect();
    words.listed_apart(&members)
}
