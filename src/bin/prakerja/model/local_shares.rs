//! Soft controls of single provinces and regions: the shares of a trait published of them.

use jangkau::cube::{ControlKind, DerivedBy};

use super::control::{Clause, Control, Measure, Place, Scope};
use super::estimate::Estimate;
use super::figures::Key;
use super::layout::{Trait, Years};
use super::local::{BATCH_19, BATCH_22, JATENG_2020};
use super::{ModelError, Sources};

/// Every local share the fit keeps as near as the hard controls allow.
pub(crate) fn controls(sources: &Sources) -> Result<Vec<Control>, ModelError> {
    let mut controls = ages(sources)?;
    let one = |of| Clause::new(of, 0, 0);
    for (region, period, dimension, category, years, clause) in [
        (
            "Sumatera Utara",
            BATCH_19,
            "sex",
            "perempuan",
            Years::TO_2021,
            one(Trait::Sex),
        ),
        (
            "Sumatera Utara",
            BATCH_19,
            "prior training",
            "never trained before",
            Years::TO_2021,
            one(Trait::Training),
        ),
        (
            "Sumatera Selatan",
            "cumulative to 2024-09-26",
            "prior training",
            "never trained before",
            Years::ALL,
            one(Trait::Training),
        ),
    ] {
        let figure = sources.figure(&Key::of(region, period, dimension, category))?;
        let scope = Scope::new(years, Place::named(sources, &figure.region)?).with(clause);
        controls.push(Control::new(
            ControlKind::Soft,
            Measure::Share(scope),
            figure.value / 100.0,
            figure,
        ));
    }
    Ok(controls)
}

/// The ages of a band as it was printed, in both languages: "18-24", "55+".
fn printed_ages(band: &str) -> [String; 2] {
    match (band.split_once('-'), band.strip_suffix('+')) {
        (Some((from, to)), _) => [format!("usia {from}–{to}"), format!("aged {from} to {to}")],
        (None, Some(from)) => [
            format!("usia {from} ke atas"),
            format!("aged {from} and over"),
        ],
        (None, None) => [band.to_owned(), band.to_owned()],
    }
}

/// The full sets of ages; bands one year off ours are taken as ours.
fn ages(sources: &Sources) -> Result<Vec<Control>, ModelError> {
    let ours = ["18-25", "26-35", "36-45", "46-55", "over 55"];
    let sumut = ["18-24", "25-34", "35-44", "45-54", "55+"];
    let jateng = ["18-24", "25-35", "35-45", "45-55", "55+"];
    let batch_16 = "2021 batches 12-16 (to 2021-04-01)";
    let mut controls = Vec::new();
    for (region, period, years, bands) in [
        ("Kabupaten Garut", BATCH_22, Years::TO_2021, ours),
        ("Sumatera Utara", batch_16, Years::Y2021, sumut),
        ("Jawa Tengah", JATENG_2020, Years::Y2020, jateng),
    ] {
        let key = |band| Key::of(region, period, "age", band);
        let mut sum = 0.0;
        for band in bands {
            sum += sources.figure(&key(band))?.value;
        }
        let scale = Estimate::exactly(1.0) / Estimate::exactly(sum);
        for (at, band) in bands.into_iter().enumerate() {
            let figure = sources.figure(&key(band))?;
            let clause = Clause::new(Trait::Age, at, at);
            let scope = Scope::new(years, Place::named(sources, &figure.region)?).with(clause);
            let asked = figure.value / sum;
            let measure = Measure::Share(scope);
            let control = Control::new(ControlKind::Soft, measure, asked, figure);
            let interval = Some((figure.estimate() * scale).interval());
            controls.push(if bands != ours {
                let id = format!("tercetak {band} tahun, diskalakan ke 100%");
                let en = format!("printed as {band}, scaled to 100%");
                let derived = control.derived(DerivedBy::Categories, interval, (&id, &en));
                let (region, [of_id, of_en]) = (&figure.region, printed_ages(band));
                derived.printed_of(&format!("{region}, {of_id}"), &format!("{region}, {of_en}"))
            } else if (sum - 100.0).abs() > 1e-9 {
                let words = ("diskalakan ke 100%", "scaled to 100%");
                control.derived(DerivedBy::Scaled, interval, words)
            } else {
                control
            });
        }
    }
    Ok(controls)
}
