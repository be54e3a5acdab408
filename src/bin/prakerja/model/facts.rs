//! Every published figure as a fact that stands beside the cube, with what the cube says itself
//! where it can say the same.

use jangkau::cube::{Axis, CatIx, Cube, Fact, Label, Question, Selection};

use super::fact_words::FactWords;
use super::figures::{NATION, PROGRAMME, PublishedFigure, whole_years};
use super::{ModelError, Sources};

/// All figures, by topic and period.
///
/// # Errors
/// [`ModelError`] when a figure is of no region of the cube, or has no words.
pub(crate) fn facts(sources: &Sources, cube: &Cube) -> Result<Vec<Fact>, ModelError> {
    let words = FactWords::new();
    let mut facts = Vec::new();
    for figure in sources.figures() {
        let label = |kind: &str, text: &str| {
            words.label(kind, text).ok_or_else(|| ModelError::NoWords {
                row: figure.row,
                text: text.to_owned(),
            })
        };
        let (at, topic) = label("dimension", &figure.dimension)?;
        let own = *figure.programme == *PROGRAMME;
        let place = if own { place(cube, figure)? } else { None };
        let elsewhere = format!("{} ({})", figure.region, figure.programme);
        let order = (at, first_year(&figure.period), figure.period.clone());
        let fact = Fact {
            topic,
            about: label("category", &figure.category)?.1,
            period: label("period", &figure.period)?.1,
            place,
            elsewhere: (!own).then(|| Label::new(&elsewhere)),
            value: figure.value,
            unit: label("unit", &figure.unit)?.1,
            question: question(cube, figure, place).filter(|_| own),
            source: figure.source.clone(),
        };
        facts.push((order, fact));
    }
    facts.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(facts.into_iter().map(|(_, fact)| fact).collect())
}

/// The year a period begins in, or speaks of.
fn first_year(period: &str) -> u32 {
    let cumulative = period.starts_with("cumulative");
    let mut numbers = period.split(|letter: char| !letter.is_ascii_digit());
    let year = numbers.find(|number| number.len() == 4);
    match year.and_then(|year| year.parse().ok()) {
        Some(year) if !cumulative => year,
        _ => 2020,
    }
}

/// The region or province of a figure; `None`: the nation.
fn place(cube: &Cube, figure: &PublishedFigure) -> Result<Option<(Axis, CatIx)>, ModelError> {
    // The programme shortens the one name; the list of regions does not.
    let name = match &*figure.region {
        NATION => return Ok(None),
        "DI Yogyakarta" => "Daerah Istimewa Yogyakarta",
        name => name,
    };
    let levels: &[&str] = if &*figure.level == "province" {
        &["province-2020", "province-2023"]
    } else {
        &["region"]
    };
    let named = |id: &&str| {
        let axis = cube.axis(id)?;
        let mut members = cube.members(axis).iter();
        let (at, _) = members.find(|(_, member)| member.label().own() == name)?;
        Some((axis, at))
    };
    let found = levels.iter().find_map(named);
    found.map(Some).ok_or_else(|| ModelError::NoRegion {
        name: name.to_owned(),
    })
}

/// The people a figure counts, as clauses of the cube: none for everyone. `None` where the cube
/// does not tell them from others.
fn people(figure: &PublishedFigure) -> Option<Vec<(&'static str, &'static [&'static str])>> {
    let clause: (&str, &[&str]) = match (&*figure.dimension, &*figure.category) {
        (
            "recipients",
            "total"
            | "total, net of revoked"
            | "total (net, inferred)"
            | "total, gross"
            | "total, gross (passed selection)"
            | "effective recipients (penerima efektif)",
        )
        | ("recipients trained" | "share of national recipients", "total") => return Some(vec![]),
        ("sex", "perempuan") => ("sex", &["F"]),
        ("sex", "laki-laki") => ("sex", &["M"]),
        ("age", "18-25") => ("age", &["18-25"]),
        ("age", "26-35") => ("age", &["26-35"]),
        ("age", "36-45") => ("age", &["36-45"]),
        ("age", "46-55") => ("age", &["46-55"]),
        ("age", "over 55") => ("age", &["56-64"]),
        ("age", "18-35") => ("age", &["18-25", "26-35"]),
        ("education", "SD ke bawah" | "SD") => ("education", &["sd"]),
        ("education", "SMP") => ("education", &["smp"]),
        ("education", "SD-SMP") => ("education", &["sd", "smp"]),
        ("education", "SMA/SMK" | "SMA/sederajat" | "SMA") => ("education", &["sma"]),
        ("education", "SMA ke bawah") => ("education", &["sd", "smp", "sma"]),
        ("education", "SMA ke atas") => ("education", &["sma", "diploma", "s1"]),
        ("education", "diploma") => ("education", &["diploma"]),
        ("education", "sarjana" | "S1" | "sarjana (S1)") => ("education", &["s1"]),
        ("prior training", "never trained before") => ("training", &["never"]),
        ("disability", "penyandang disabilitas") => ("disability", &["yes"]),
        ("region type", "kabupaten tertinggal" | "3T regions") => ("tertinggal", &["yes"]),
        _ => return None,
    };
    Some(vec![clause])
}

/// What the cube is asked: persons as a count, percent as a share of everyone in the same places and
/// years, or of the nation.
fn question(
    cube: &Cube,
    figure: &PublishedFigure,
    place: Option<(Axis, CatIx)>,
) -> Option<Question> {
    let people = people(figure)?;
    let with = |selection: Selection, id: &str, codes: &[&str]| {
        let axis = cube.axis(id)?;
        let members = cube.members(axis);
        let picked: Option<Vec<CatIx>> = codes.iter().map(|code| members.position(code)).collect();
        Some(selection.with(axis, picked?))
    };
    let nation = with(Selection::all(), "year", whole_years(&figure.period)?)?;
    let everyone = match place {
        Some((axis, at)) => nation.clone().with(axis, vec![at]),
        None => nation.clone(),
    };
    let mut clauses = people.into_iter();
    let selection = clauses.try_fold(everyone.clone(), |all, (id, codes)| with(all, id, codes))?;
    let of_nation = &*figure.dimension == "share of national recipients";
    let share_of = match &*figure.unit {
        unit if unit.starts_with("percent") => Some(if of_nation { nation } else { everyone }),
        unit if unit.starts_with("persons") => None,
        _ => return None,
    };
    Some(Question {
        selection,
        share_of,
    })
}

#[cfg(test)]
mod tests {
    use super::super::sources::tests::shipped;
    use super::*;
    use jangkau::cube::{Cube, answers};
    use jangkau::formats::Limits;
    use jangkau::formats::json_stat::{bytes_from_facts, cube_from_bytes, facts_from_bytes};

    fn published() -> (Cube, Vec<Fact>) {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data/prakerja");
        let bytes = std::fs::read(folder.join("prakerja-1.json")).unwrap();
        let cube = cube_from_bytes(&bytes, &Limits::PAGE).unwrap();
        let facts = facts(&shipped(), &cube).unwrap();
        (cube, facts)
    }

    #[test]
    fn every_figure_is_a_fact_and_is_read_back_as_it_was() {
        let (cube, facts) = published();
        assert_eq!(facts.len(), 695);
        let bytes = bytes_from_facts(&cube, &facts);
        assert_eq!(
            facts_from_bytes(&bytes, &cube, &Limits::PAGE).unwrap(),
            facts
        );
    }

    #[test]
    fn the_four_figures_of_the_programme_stand_beside_what_the_cube_says() {
        let (cube, facts) = published();
        let said = answers(&cube, &facts);
        let check = |topic: &str, about: &str, expected: f64| {
            let fact = facts.iter().position(|fact| {
                let of_all = fact.place.is_none() && fact.elsewhere.is_none();
                let texts = [&fact.topic, &fact.about, &fact.period].map(|it| it.in_lang("en"));
                of_all && texts == [topic, about, "2020-2023"]
            });
            let answer = said[fact.unwrap()].unwrap();
            assert!((answer - expected).abs() < 5e-9, "{topic}: {answer}");
        };
        check("Recipients trained", "total", 17_500_000.0);
        check("Prior training", "never trained before", 0.86);
        check("Disability", "people with a disability", 0.03);
        check(
            "Region type",
            "kabupaten tertinggal (disadvantaged regencies)",
            0.02,
        );
    }

    #[test]
    fn a_period_is_put_where_it_begins() {
        for (period, year) in [
            ("2020", 2020),
            ("cumulative batches 1-19, to 2021-09-13", 2020),
            ("2023-11 to 2025-05", 2023),
            ("to 2024-02-09", 2024),
        ] {
            assert_eq!(first_year(period), year, "{period}");
        }
    }
}
