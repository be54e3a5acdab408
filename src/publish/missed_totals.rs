//! Printed totals that are not the sum of what is printed beside them.

use crate::cube::{Axis, CatIx, Cube, DimIx, DimensionReading, How, Reason, Role, Selection};
use crate::publish::small_counts::key;
use crate::publish::solvable::counts;
use crate::tabular::{Finding, Gravity, Spot};

/// How far a total of whole numbers may be from its sum.
const NEAR: f64 = 0.5;

/// Of each measure that counts and each dimension with a total, how often that is not the sum of its parts, and
/// where it is farthest off; and which totals are known by their names alone.
pub(super) fn missed_totals(file: &str, cube: &Cube) -> Vec<Finding> {
    let mut found = Vec::new();
    for (nth, measure) in counts(cube).into_iter().enumerate() {
        let mut all = Selection::all();
        if let Some((metric, category)) = measure.at {
            all = all.with(Axis::of_dimension(metric), vec![category]);
        }
        let reading = cube.reading(&all);
        let plain = (0..cube.dimensions().len()).map(DimIx).filter(|at| {
            let role = cube.dimension(*at).role();
            !matches!(role, Role::Metric | Role::Time)
        });
        for at in plain {
            let (how, reason) = (reading.of(at).how(), reading.of(at).reason());
            let total = match *how {
                How::Total(total) => total,
                // So far from the sum of the others that nothing but its name says what it is.
                How::One(named) if *reason == Reason::NamedOnly => named,
                How::One(_) | How::Single | How::Latest(_) | How::Sum(_) | How::Each => continue,
            };
            if nth == 0 && *reason != Reason::Declared {
                found.push(unsaid(file, cube, (at, total)));
            }
            let parts = parts(cube, reading.of(at), (at, total));
            found.extend(missed(file, cube, measure.at, (at, total, &parts)));
        }
    }
    found
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

fn missed(
    file: &str,
    cube: &Cube,
    measure: Option<(DimIx, CatIx)>,
    (at, total, parts): (DimIx, CatIx, &[usize]),
) -> Option<Finding> {
    let shape = cube.shape();
    let stride = shape.strides()[at.0];
    let is_known = |cell: usize| cube.absent().binary_search(&cell).is_err();
    let (mut compared, mut apart) = (0, 0);
    let mut farthest: Option<(f64, usize, f64)> = None;
    for cell in (0..shape.cells()).filter(|cell| shape.coordinate(*cell, at) == total.0) {
        let of_measure = measure.is_none_or(|(metric, it)| shape.coordinate(cell, metric) == it.0);
        let first = cell - total.0 * stride;
        let mut cells = parts.iter().map(|part| first + part * stride);
        if parts.is_empty() || !of_measure || !is_known(cell) || !cells.clone().all(is_known) {
            continue;
        }
        compared += 1;
        let sum = cells.try_fold(0.0, |sum, cell| Some(sum + cube.values().get(cell)))?;
        let off = (cube.values().get(cell) - sum).abs();
        if off > NEAR + sum.abs() * 1e-9 {
            apart += 1;
            if farthest.is_none_or(|(most, ..)| off > most) {
                farthest = Some((off, cell, sum));
            }
        }
    }
    let (_, cell, sum) = farthest?;
    let dimension = cube.dimension(at);
    let label = |at: CatIx| dimension.categories().get(at).label().own();
    let texts = [
        format!(
            "{} for \"{}\", whose {} parts add up to {sum}",
            cube.values().get(cell),
            label(total),
            parts.len()
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
    let place = (file, Spot::Member(key(cube, cell)));
    Some(Finding {
        times: apart,
        ..Finding::new(Gravity::Warning, "total-missed", place, texts)
    })
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
    }
}
