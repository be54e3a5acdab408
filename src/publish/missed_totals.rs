//! Printed totals that are not the sum of what is printed beside them.

use crate::cube::{
    Additivity, Axis, CatIx, Cube, DimIx, DimensionReading, How, Reason, Role, Selection,
};
use crate::publish::small_counts::key;
use crate::tabular::{Finding, Gravity, Spot};

/// How far a total of whole numbers may be from its sum.
const NEAR: f64 = 0.5;

/// Of each measure that is no rate and each dimension, how often a total, or a category that its publisher parts,
/// is not the sum of its parts, and where it is farthest off; and which totals are known by their names alone.
pub(super) fn missed_totals(file: &str, cube: &Cube) -> Vec<Finding> {
    let mut found = Vec::new();
    for (nth, measure) in measures(cube).into_iter().enumerate() {
        let mut all = Selection::all();
        if let Some((metric, category)) = measure {
            all = all.with(Axis::of_dimension(metric), vec![category]);
        }
        let reading = cube.reading(&all);
        if reading.additivity() == Additivity::Not {
            continue;
        }
        let plain = (0..cube.dimensions().len()).map(DimIx).filter(|at| {
            let role = cube.dimension(*at).role();
            !matches!(role, Role::Metric | Role::Time)
        });
        for at in plain {
            let (how, reason) = (reading.of(at).how(), reading.of(at).reason());
            let total = match *how {
                How::Total(total) => Some(total),
                // So far from the sum of the others that nothing but its name says what it is.
                How::One(named) if *reason == Reason::NamedOnly => Some(named),
                How::One(_) | How::Single | How::Latest(_) | How::Sum(_) | How::Each => None,
            };
            if let Some(total) = total {
                if nth == 0 && *reason != Reason::Declared {
                    found.push(unsaid(file, cube, (at, total)));
                }
                // A mean is no sum of its parts.
                if *reason != Reason::NamedAndBetween {
                    let parts = parts(cube, reading.of(at), (at, total));
                    found.extend(missed(file, cube, measure, (at, &[(total, parts)])));
                }
            }
            let children = cube.dimension(at).children().into_iter().enumerate();
            let children =
                children.filter(|(of, parts)| Some(CatIx(*of)) != total && !parts.is_empty());
            let parted: Vec<(CatIx, Vec<usize>)> = children
                .map(|(of, parts)| (CatIx(of), parts.into_iter().map(|it| it.0).collect()))
                .collect();
            found.extend(missed(file, cube, measure, (at, &parted)));
        }
    }
    found
}

/// Each measure, where there are some.
fn measures(cube: &Cube) -> Vec<Option<(DimIx, CatIx)>> {
    let Some(metric) = cube.with_role(Role::Metric) else {
        return vec![None];
    };
    let count = cube.dimension(metric).categories().len();
    (0..count).map(|at| Some((metric, CatIx(at)))).collect()
}

/// The parts of a total: those that its publisher names, else whatever is no sum itself.
fn parts(cube: &Cube, reading: &DimensionReading, (at, total): (DimIx, CatIx)) -> Vec<usize> {
    let children = cube.dimension(at).children();
    if !children[total.0].is_empty() {
        return children[total.0].iter().map(|part| part.0).collect();
    }
    let is_part =
        |at: &usize| *at != total.0 && children[*at].is_empty() && !reading.is_apart(CatIx(*at));
    (0..children.len()).filter(is_part).collect()
}

/// Of some wholes along a dimension, each with its parts, those that are not their sum.
fn missed(
    file: &str,
    cube: &Cube,
    measure: Option<(DimIx, CatIx)>,
    (at, wholes): (DimIx, &[(CatIx, Vec<usize>)]),
) -> Option<Finding> {
    let shape = cube.shape();
    let stride = shape.strides()[at.0];
    let is_known = |cell: usize| cube.absent().binary_search(&cell).is_err();
    let mut whole_of: Vec<Option<usize>> = vec![None; shape.sizes()[at.0]];
    for (nth, (whole, _)) in wholes.iter().enumerate() {
        whole_of[whole.0] = Some(nth);
    }
    let (mut compared, mut apart) = (0, 0);
    let mut farthest: Option<Missed<'_>> = None;
    for cell in 0..shape.cells() {
        let category = shape.coordinate(cell, at);
        let whole = whole_of[category].map(|nth| &wholes[nth]);
        let of_measure = measure.is_none_or(|(metric, it)| shape.coordinate(cell, metric) == it.0);
        // One part alone is no parting.
        let Some((whole, parts)) = whole.filter(|(_, parts)| of_measure && parts.len() > 1) else {
            continue;
        };
        let first = cell - category * stride;
        let cells = parts.iter().map(|part| first + part * stride);
        if !is_known(cell) || !cells.clone().all(is_known) {
            continue;
        }
        compared += 1;
        let sum: f64 = cells.map(|cell| cube.values().get(cell)).sum();
        let off = (cube.values().get(cell) - sum).abs();
        if off > NEAR + sum.abs() * 1e-9 {
            apart += 1;
            if farthest.as_ref().is_none_or(|known| off > known.off) {
                farthest = Some(Missed {
                    off,
                    cell,
                    whole: *whole,
                    parts,
                    sum,
                });
            }
        }
    }
    let missed = farthest?;
    let dimension = cube.dimension(at);
    let label = dimension.categories().get(missed.whole).label().own();
    let texts = [
        format!(
            "{} for \"{label}\", whose {} parts add up to {}",
            cube.values().get(missed.cell),
            missed.parts.len(),
            missed.sum
        ),
        format!(
            "a total that is their sum, as {} of {compared} are",
            compared - apart
        ),
        format!(
            "correct the figure or a part, or say in the notes of \"{}\" why they differ",
            dimension.label().own()
        ),
    ];
    let place = (file, Spot::Member(key(cube, missed.cell)));
    Some(Finding {
        times: apart,
        ..Finding::new(Gravity::Warning, "total-missed", place, texts)
    })
}

/// A total that is not the sum of its parts.
struct Missed<'a> {
    off: f64,
    cell: usize,
    whole: CatIx,
    parts: &'a [usize],
    sum: f64,
}

fn unsaid(file: &str, cube: &Cube, (at, total): (DimIx, CatIx)) -> Finding {
    let dimension = cube.dimension(at);
    let category = dimension.categories().get(total);
    let texts = [
        format!(
            "\"{}\", taken as the total of the others",
            category.label().own()
        ),
        "a total that its publisher names".to_owned(),
        format!(
            "total = \"{}\" under [dimensions.{}] says it for good",
            category.code().as_str(),
            dimension.id().as_str()
        ),
    ];
    let place = (file, Spot::Member(dimension.label().own().to_owned()));
    Finding::new(Gravity::Note, "total-unsaid", place, texts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::Limits;
    use crate::tabular::{Answers, TableFile, cube_from_files};

    /// What is found in a table: kind, place, what stands there, how often.
    fn found(text: &str) -> Vec<(&'static str, String, String, usize)> {
        let file = TableFile {
            name: "x.csv",
            bytes: text.as_bytes(),
        };
        let read = cube_from_files("x.csv", &[file], &Answers::default(), &Limits::PAGE);
        let found = missed_totals("x.json", &read.cube.unwrap()).into_iter();
        found
            .map(|it| (it.kind, it.spot.to_string(), it.found, it.times))
            .collect()
    }

    const WELLS: &str = "Area,Sex,Persons\nKep,Total,30\nKep,Women,10\nKep,Men,20\nMuro,Total,70\nMuro,Women,30\n\
        Muro,Men,40\nVale,Total,50\nVale,Women,20\nVale,Men,30\n";

    #[test]
    fn a_total_that_misses_its_parts_is_told_with_how_often_and_how_far() {
        let unsaid = (
            "total-unsaid",
            "Sex".to_owned(),
            "\"Total\", taken as the total of the others".to_owned(),
            1,
        );
        assert_eq!(found(WELLS), std::slice::from_ref(&unsaid));
        let missed = WELLS
            .replace("Muro,Men,40", "Muro,Men,41")
            .replace("Vale,Men,30", "Vale,Men,27");
        let told = (
            "total-missed",
            "Vale, Total".to_owned(),
            "50 for \"Total\", whose 2 parts add up to 47".to_owned(),
            2,
        );
        assert_eq!(found(&missed), [unsaid, told]);
        let further_in =
            "Area,Wells\nCoast,178\n  Kep,47\n  Muro,131\nHills,340\n  Vale,100\n  Alto,200\n";
        let told = (
            "total-missed",
            "Hills".to_owned(),
            "340 for \"Hills\", whose 2 parts add up to 300".to_owned(),
            1,
        );
        assert_eq!(found(further_in), [told]);
    }
}
