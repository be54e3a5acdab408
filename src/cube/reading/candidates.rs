//! Sums that names suggest: declared parts, bands within bands, codes that start like others.

use super::band::Band;
use super::words::Words;
use crate::cube::{CatIx, Dimension, order_by};

/// More bands than that are no ages.
const MOST_BANDS: usize = 400;

/// The sums that the file itself names.
pub(super) fn by_declaration(dimension: &Dimension) -> Vec<(usize, Vec<usize>)> {
    let children = dimension.children();
    let parts = |parts: Vec<CatIx>| parts.iter().map(|at| at.0).collect();
    children
        .into_iter()
        .map(parts)
        .enumerate()
        .filter(|(_, parts): &(usize, Vec<usize>)| parts.len() > 1)
        .collect()
}

/// Bands that the finest bands inside them tile.
pub(super) fn by_band(dimension: &Dimension) -> Vec<(usize, Vec<usize>)> {
    let bands: Vec<Option<Band>> = bands(dimension);
    if bands.iter().flatten().count() > MOST_BANDS {
        return Vec::new();
    }
    let finest = |at: &usize| {
        bands[*at].is_some_and(|band| !bands.iter().flatten().any(|other| band.holds(*other)))
    };
    let finest: Vec<usize> = (0..bands.len()).filter(finest).collect();
    let mut found = Vec::new();
    for (of, band) in bands.iter().enumerate() {
        let Some(band) = band else { continue };
        let inside = |at: &usize| bands[*at].is_some_and(|other| band.holds(other));
        let parts: Vec<usize> = finest.iter().copied().filter(inside).collect();
        let tiles: Vec<Band> = parts.iter().filter_map(|at| bands[*at]).collect();
        let ends = tiles.iter().map(|tile| tile.low).min() == Some(band.low)
            && tiles.iter().map(|tile| tile.high).max() == Some(band.high);
        if parts.len() > 1 && ends && Band::tile(&tiles) {
            found.push((of, parts));
        }
    }
    found
}

/// The band that each category's label names, else its code. A bare number as the code of a word is
/// no band, nor as a label, where the dimension does not say that it is one of amounts (ages, rooms):
/// it numbers the list.
pub(super) fn bands(dimension: &Dimension) -> Vec<Option<Band>> {
    let categories = dimension.categories().iter();
    let amounts = Words::of("amounts");
    let of_amounts =
        amounts.stand_in(dimension.label().own()) || amounts.stand_in(dimension.id().as_str());
    let is_bare = |text: &str| text.trim().bytes().all(|byte| byte.is_ascii_digit());
    let of_label = |label: &str| Band::parse(label).filter(|_| of_amounts || !is_bare(label));
    let of_code = |code: &str| Band::parse(code).filter(|band| band.low < band.high);
    categories
        .map(|(_, category)| {
            of_label(category.label().own()).or_else(|| of_code(category.code().as_str()))
        })
        .collect()
}

/// Codes that are the start of others, with trailing zeros or without: each belongs to the longest.
pub(super) fn by_code(dimension: &Dimension) -> Vec<(usize, Vec<usize>)> {
    let codes: Vec<&str> = dimension
        .categories()
        .iter()
        .map(|(_, it)| it.code().as_str())
        .collect();
    let same_length = codes.windows(2).all(|pair| pair[0].len() == pair[1].len());
    let key = |code: &str| -> String {
        if same_length {
            code.trim_end_matches('0').to_owned()
        } else {
            code.to_owned()
        }
    };
    let keys: Vec<String> = codes.iter().map(|code| key(code)).collect();
    let order = order_by(keys.len(), &|a, b| keys[a].cmp(&keys[b]));
    let find = |start: &str| {
        let place = order.partition_point(|at| *keys[*at] < *start);
        order.get(place).copied().filter(|at| keys[*at] == start)
    };
    let mut parts = vec![Vec::new(); codes.len()];
    for (at, own) in keys.iter().enumerate() {
        let starts = own.char_indices().map(|(end, _)| &own[..end]).skip(1);
        let nearest = starts.filter_map(find).filter(|of| *of != at).last();
        if let Some(of) = nearest {
            parts[of].push(at);
        }
    }
    parts
        .into_iter()
        .enumerate()
        .filter(|(_, parts)| parts.len() > 1)
        .collect()
}
