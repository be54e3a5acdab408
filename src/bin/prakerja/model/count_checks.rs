//! Counts the model is compared with and not bent to: parts of a year as lower bounds, ranks, and
//! how many regions were reached.

use jangkau::cube::ControlKind;

use super::checks::check;
use super::control::{Control, Measure, Place, Scope};
use super::figures::Key;
use super::layout::Years;
use super::{ModelError, Sources, keys};

/// Every check of a count.
pub(crate) fn controls(sources: &Sources) -> Result<Vec<Control>, ModelError> {
    let mut controls = lower_bounds(sources)?;
    controls.extend(ranks(sources)?);
    controls.extend(reached(sources)?);
    Ok(controls)
}

/// Counts of a part of the years, and counts printed as "more than".
fn lower_bounds(sources: &Sources) -> Result<Vec<Control>, ModelError> {
    let to_june = "2021 (to 2021-06-04)";
    let to_april = "2021 batches 12-16 (to 2021-04-01)";
    let jatim = Key::of(
        "Jawa Timur",
        "cumulative batches 1-22, to 2022-01-13",
        "recipients",
        "total",
    );
    let sultra = Key::of("Sulawesi Tenggara", "2020-2021", "recipients", "total");
    let mut found = vec![
        (sources.figure(&jatim)?, Years::TO_2021),
        (sources.figure(&sultra)?, Years::TO_2021),
    ];
    for period in [keys::HALF_2021, to_june, to_april] {
        let figures = sources.all(Key::of("", period, "recipients", "total"));
        let local = figures.filter(|figure| &*figure.region != "Indonesia");
        found.extend(local.map(|figure| (figure, Years::Y2021)));
    }
    let mut controls = Vec::new();
    for (figure, years) in found {
        let place = Place::named(sources, &figure.region)?;
        let measure = Measure::Count(Scope::new(years, place));
        let control = Control::new(ControlKind::Check, measure, figure.value, figure);
        controls.push(control.at_least());
    }
    Ok(controls)
}

fn ranks(sources: &Sources) -> Result<Vec<Control>, ModelError> {
    let jember = sources.region("Kabupaten Jember")?;
    let among = |name| Ok::<_, ModelError>(Place::Province(sources.province_2020(name)?.into()));
    let rank = |category| Key::of("Kabupaten Jember", "2020-2023", "rank", category);
    let all = Measure::Rank(jember, Scope::new(Years::ALL, Place::Nation));
    let jatim = Measure::Rank(jember, Scope::new(Years::ALL, among("Jawa Timur")?));
    let mut controls = vec![
        check(
            sources,
            &rank("national rank among 514 regencies/cities"),
            all,
        )?,
        check(sources, &rank("rank within Jawa Timur"), jatim)?,
    ];
    // Told in the text of the pages that print these counts; not rows of figures.csv.
    let to_22 = "cumulative batches 1-22, to 2021-11-26";
    let garut = Key::of("Kabupaten Garut", to_22, "recipients", "total").by("Republika");
    let mataram = Key::of(
        "Kota Mataram",
        "cumulative to 2021-10-12",
        "recipients",
        "total",
    );
    for (key, place, asked) in [
        (garut, among("Jawa Barat")?, 7.0),
        (garut, Place::Jawa, 16.0),
        (mataram, among("Nusa Tenggara Barat")?, 4.0),
    ] {
        let figure = sources.figure(&key)?;
        let scope = Scope::new(Years::TO_2021, place);
        let measure = Measure::Rank(sources.region(&figure.region)?, scope);
        controls.push(Control::told(measure, asked, &figure.source));
    }
    Ok(controls)
}

fn reached(sources: &Sources) -> Result<Vec<Control>, ModelError> {
    let category = "kabupaten/kota reached";
    let key = |period| Key::nation(period, "coverage", category);
    let measure = |years| Measure::Reached(Scope::new(years, Place::Nation));
    Ok(vec![
        check(sources, &key("2020-2023"), measure(Years::ALL))?,
        check(sources, &key("2023 (to 2023-06-16)"), measure(Years::Y2023))?.noted(
            "model tidak mengenal daerah tanpa peserta di 2023",
            "the model knows no region without participants in 2023",
        ),
    ])
}
