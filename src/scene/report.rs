//! What is said of one place of the map.

use super::Figures;
use super::figure_writer::{FigureWriter, flag_words};
use super::map::{MapScene, Rank};
use super::mark::mark;
use super::place::{all_places_name, parent_axis, place_name};
use super::rate::rate_name;
use super::text::{counted_sum, inside_sentence, noun_of_several, texts};
use crate::cube::{CatIx, Cube, Interval, Sureness};
use crate::view_state::{Place, Quantity};
use crate::words::{Messages, interpolate};

/// A place of a map in one line: its name with the group it belongs to; what is shown of it, with
/// what is counted; the share, where the map shows something else and it is a finding; how sure it is;
/// its rank, or that a modelled number has none; what its publisher flags it with.
#[must_use]
pub fn place_line(cube: &Cube, scene: &MapScene, at: CatIx, words: &Messages) -> String {
    let measures = &scene.measures[at.0];
    let place = Place {
        axis: scene.axis,
        at,
    };
    let writer = FigureWriter::of(cube, &scene.reading, words);
    let number = measures.quantity_text(scene.quantity, &writer);
    let noun = noun_of_several(cube, words);
    let share_there =
        |share: &str| interpolate(words.share_there, &[("share", share), ("noun", &noun)]);
    let has_number = measures.quantity(scene.quantity).is_some();
    let value = match scene.quantity {
        _ if !has_number => number,
        Quantity::Count => counted_sum(cube, (&scene.reading, &measures.sum), words),
        Quantity::Share => share_there(&number),
        Quantity::Rate => {
            let name = inside_sentence(&rate_name(cube, words));
            interpolate(words.rate_text, &[("number", &number), ("rate", &name)])
        }
        Quantity::Index => interpolate(words.index_text, &[("index", &number)]),
    };
    let share = measures.share.filter(|_| {
        let all = measures.share == Some(Interval::exactly(1.0));
        scene.quantity != Quantity::Share && !measures.is_pattern(Quantity::Share) && !all
    });
    let share = share.map(|share| {
        let share = writer.interval(Quantity::Share, share);
        share_there(&share)
    });
    let rank = (scene.rank(at)).map(|rank| rank_text(rank, rank_of_map(scene, words), words));
    let ground = measures.ground(scene.quantity).filter(|_| has_number);
    let no_rank = ground
        .filter(|ground| ground.sureness > Sureness::Published)
        .map(|_| words.no_rank.to_owned());
    let mut notes: Vec<String> = Vec::new();
    let mark = ground.map(|ground| mark(cube, (ground, Some(place)), words).line(words));
    if mark.is_none() && cube.metadata().modelled && has_number {
        notes.push(words.estimate.to_owned());
    }
    if scene.quantity == Quantity::Count && has_number {
        notes.extend(flag_words(cube, &measures.sum, words));
    }
    let values = [
        ("place", &*name_within(cube, place, words)),
        ("value", &value),
        ("share", &share.unwrap_or_default()),
        ("mark", &mark.unwrap_or_default()),
        ("rank", &rank.or(no_rank).unwrap_or_default()),
        ("estimate", &words.listed(&texts(&notes))),
    ];
    interpolate(words.place_line, &values)
}

/// The words for a rank on a map: among all of its places, or among those of published numbers.
pub(super) fn rank_of_map(scene: &MapScene, words: &Messages) -> &'static str {
    if scene.has_modelled() {
        words.rank_published
    } else {
        words.rank
    }
}

/// "rank 3 of 12".
pub(super) fn rank_text(Rank { first, last, of }: Rank, message: &str, words: &Messages) -> String {
    let [first, last, of] = [first, last, of].map(|n| words.numbers.count(n));
    let rank = if first == last {
        first
    } else {
        interpolate(words.range, &[("first", &first), ("last", &last)])
    };
    interpolate(message, &[("rank", &rank), ("n", &of)])
}

/// The name of a place, and of the group it belongs to.
pub fn name_within(cube: &Cube, place: Place, words: &Messages) -> String {
    let name = place_name(cube, Some(place), words);
    let parent = parent_axis(cube).filter(|_| place.axis.grouping().is_none());
    let group = parent.and_then(|axis| {
        let at = cube.along(axis, place.at)?;
        Some(cube.members(axis).get(at).label().in_lang(words.code))
    });
    match group {
        Some(group) => interpolate(words.within, &[("place", &name), ("group", group)]),
        None => name,
    }
}

/// What is said of all places together.
#[must_use]
pub fn all_places_line(cube: &Cube, figures: &Figures, words: &Messages) -> String {
    let counted = counted_sum(
        cube,
        (figures.places.reading(), figures.places.total_sum()),
        words,
    );
    let values = [
        ("place", &*all_places_name(cube, words)),
        ("value", &counted),
    ];
    interpolate(words.place_line, &values)
}

#[cfg(test)]
mod tests {
    use super::super::made::{Opened, wells};
    use super::super::map::map;
    use super::*;

    /// What is said of the area at a position in 2020, of wells drilled alone in each.
    fn line(drilled: [u32; 3], at: usize) -> String {
        let [n1, n2, s1] = drilled;
        let cube = wells([n1, 0, n2, 0, s1, 0, 0, 0, 0, 0, 0, 0]);
        let opened = Opened::new(&cube, "/en/wells/?year=2020&level=area");
        let level = opened.view.level.unwrap();
        let scene = map(&cube, &opened.view, &opened.figures, (level, opened.words));
        place_line(&cube, &scene, CatIx(at), opened.words)
    }

    #[test]
    fn a_count_has_its_noun_in_number_and_no_rank_among_three() {
        assert_eq!(
            line([1, 2, 0], 0),
            "Alder, North: 1 well, ◐ shared out from the total of North, no rank"
        );
        assert_eq!(
            line([1, 2, 0], 1),
            "Birch, North: 2 wells, ◐ shared out from the total of Riverland, no rank"
        );
        assert_eq!(
            line([1, 2, 0], 2),
            "Cedar, South: 0 wells, ● published for this place"
        );
    }
}
