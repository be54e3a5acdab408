//! Published figures the model is compared with and not bent to: conflicting ones, parts of a year
//! as lower bounds, ranks, and how many regions were reached.

use jangkau::cube::ControlKind;

use super::control::{Clause, Control, Measure, Place, Scope};
use super::estimate::Estimate;
use super::figures::Key;
use super::layout::{Trait, Years};
use super::{ModelError, Sources, count_checks, keys};

/// Every check.
pub(crate) fn controls(sources: &Sources) -> Result<Vec<Control>, ModelError> {
    let mut controls = national_shares(sources)?;
    controls.extend(bands(sources)?);
    controls.extend(local_shares(sources)?);
    controls.extend(count_checks::controls(sources)?);
    Ok(controls)
}

/// A published figure, in percent where a share is measured.
pub(super) fn check(
    sources: &Sources,
    key: &Key<'_>,
    measure: Measure,
) -> Result<Control, ModelError> {
    let figure = sources.figure(key)?;
    let asked = match measure {
        Measure::Share(_) | Measure::PartShare(..) => figure.value / 100.0,
        Measure::Count(_) | Measure::Rank(..) | Measure::Reached(_) => figure.value,
    };
    Ok(Control::new(ControlKind::Check, measure, asked, figure))
}

fn national_shares(sources: &Sources) -> Result<Vec<Control>, ModelError> {
    let women = || Clause::new(Trait::Sex, 0, 0);
    let young = || Clause::new(Trait::Age, 0, 1);
    let never = || Clause::new(Trait::Training, 0, 0);
    let education = |first, last| Clause::new(Trait::Education, first, last);
    let to_may = "2023 batches 48-53 (to 2023-05-31)";
    let sd_smp = Key::nation(keys::HALF_2021, "education", "SD-SMP");
    let sma_up = "SMA ke atas";
    let rows = [
        (keys::WOMEN[4], Years::ALL, women()),
        (
            Key::nation(to_may, "sex", "perempuan"),
            Years::Y2023,
            women(),
        ),
        (
            Key::nation(keys::NOVEMBER_2020, "age", "18-35"),
            Years::Y2020,
            young(),
        ),
        (
            Key::nation(keys::AUGUST_2023, "age", "18-35 (printed 13-35)"),
            Years::Y2023,
            young(),
        ),
        (
            Key::nation("2020-2021", "prior training", "never trained before"),
            Years::TO_2021,
            never(),
        ),
        (
            Key::nation(keys::OCTOBER_2020, "education", sma_up),
            Years::Y2020,
            education(2, 4),
        ),
        (
            Key::nation(keys::NOVEMBER_2020, "education", sma_up),
            Years::Y2020,
            education(2, 4),
        ),
        (sd_smp.by("Liputan6"), Years::Y2021, education(0, 1)),
        (sd_smp.by("iNews.id"), Years::Y2021, education(0, 1)),
        (
            Key::nation("2020 to 2022-11", "education", "SD ke bawah"),
            Years::TO_2022,
            education(0, 0),
        ),
    ];
    let controls = rows.into_iter().map(|(key, years, clause)| {
        let scope = Scope::new(years, Place::Nation).with(clause);
        check(sources, &key, Measure::Share(scope))
    });
    controls.collect()
}

/// Published bands that cut ours, and the share of the 62 kabupaten tertinggal in 2020.
fn bands(sources: &Sources) -> Result<Vec<Control>, ModelError> {
    let nation = |years| Scope::new(years, Place::Nation);
    // 50-55 are six of the ten years of 46-55, and 61-64 four of the nine of 56-64.
    let fifty = Measure::PartShare(
        nation(Years::TO_2022),
        Trait::Age,
        &[0.0, 0.0, 0.0, 0.6, 1.0],
    );
    let sixty = Measure::PartShare(
        nation(Years::Y2020),
        Trait::Age,
        &[0.0, 0.0, 0.0, 0.0, 4.0 / 9.0],
    );
    let survey = "2020-2022 (survey to 2022-12-10)";
    let in_2020 = sources.figure(&keys::Y2020)?.value;
    let remote = sources.figure(&Key::nation("2020", "region type", "kabupaten tertinggal"))?;
    let measure = Measure::Count(Scope::new(Years::Y2020, Place::Tertinggal));
    Ok(vec![
        check(sources, &Key::nation(survey, "age", "50 and over"), fifty)?.noted(
            "0,6 dari golongan 46–55 dan seluruh 56–64",
            "0.6 of the band 46–55 and all of 56–64",
        ),
        check(sources, &Key::nation("2020", "age", "over 60"), sixty)?
            .noted("4/9 dari golongan 56–64", "4/9 of the band 56–64"),
        Control::new(
            ControlKind::Check,
            measure,
            remote.value / 100.0 * in_2020,
            remote,
        )
        .within(0.005 * in_2020)
        .percentage_of(
            nation(Years::Y2020),
            (remote.share() * Estimate::exactly(in_2020)).interval(),
            (
                "persentase terbit × jumlah 2020",
                "published percentage × the count of 2020",
            ),
        ),
    ])
}

fn local_shares(sources: &Sources) -> Result<Vec<Control>, ModelError> {
    let sumut = || -> Result<Place, ModelError> {
        Ok(Place::Province(
            sources.province_2020("Sumatera Utara")?.into(),
        ))
    };
    let batch_16 = "2021 batches 12-16 (to 2021-04-01)";
    let surabaya = Place::Region(sources.region("Kota Surabaya")?);
    let in_sumut = |dimension, category| Key::of("Sumatera Utara", batch_16, dimension, category);
    let education = |at| Clause::new(Trait::Education, at, at);
    let rows = [
        (
            in_sumut("sex", "perempuan"),
            Years::Y2021,
            sumut()?,
            Clause::new(Trait::Sex, 0, 0),
        ),
        (
            in_sumut("education", "SMA/sederajat"),
            Years::Y2021,
            sumut()?,
            education(2),
        ),
        (
            in_sumut("education", "sarjana (S1)"),
            Years::Y2021,
            sumut()?,
            education(4),
        ),
        (
            Key::of(
                "Kota Surabaya",
                "cumulative batches 1-22, to 2022-01-13",
                "education",
                "SMA/SMK",
            ),
            Years::TO_2021,
            surabaya,
            education(2),
        ),
    ];
    let controls = rows.into_iter().map(|(key, years, place, clause)| {
        check(
            sources,
            &key,
            Measure::Share(Scope::new(years, place).with(clause)),
        )
    });
    controls.collect()
}
