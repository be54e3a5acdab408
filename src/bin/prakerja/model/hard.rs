//! The controls that hold to the person.

use jangkau::cube::{ControlKind, DerivedBy};
use jangkau::words::messages;

use super::control::{Clause, Control, Measure, Place, Scope};
use super::figures::{Key, PublishedFigure};
use super::layout::{Trait, Years};
use super::national::National;
use super::persons::persons;
use super::provinces::{Province, Whole};
use super::{ModelError, Sources, keys};

const JEMBER: Key<'static> = Key::of("Kabupaten Jember", "2020-2023", "recipients", "total");
const ROTE_NDAO: Key<'static> = Key::of("Kabupaten Rote Ndao", "2020-2023", "recipients", "total");
const BANJARBARU: Key<'static> = Key::of(
    "Kota Banjarbaru",
    "2020-2022",
    "recipients",
    "effective recipients (penerima efektif)",
);

/// Every hard control: years, women of 2020, training, disability, tertinggal, provinces, and the
/// three regions with a net count of their own.
pub(crate) fn controls(
    sources: &Sources,
    national: &National,
    provinces: &[Province<'_>],
) -> Result<Vec<Control>, ModelError> {
    let mut controls = years(sources, national)?;
    controls.extend(percentages(sources, national)?);
    controls.extend(provinces.iter().flat_map(province));
    for (key, years) in [
        (JEMBER, Years::ALL),
        (ROTE_NDAO, Years::ALL),
        (BANJARBARU, Years::TO_2022),
    ] {
        let figure = sources.figure(&key)?;
        let place = Place::Region(sources.region(&figure.region)?);
        let scope = Scope::new(years, place);
        controls.push(hard(scope, persons(figure.value), figure));
    }
    Ok(controls)
}

fn hard(scope: Scope, asked: u32, figure: &PublishedFigure) -> Control {
    let measure = Measure::Count(scope);
    Control::new(ControlKind::Hard, measure, f64::from(asked), figure)
}

/// The four years together as they are printed, and each of them.
fn years(sources: &Sources, national: &National) -> Result<Vec<Control>, ModelError> {
    let bases = [keys::Y2020, keys::TO_BATCH_22, keys::Y2022, keys::WHOLE];
    let all = Scope::new(Years::ALL, Place::Nation);
    let figure = sources.figure(&keys::WHOLE)?;
    let mut controls = vec![hard(all, national.years.iter().sum(), figure)];
    for (year, key) in bases.iter().enumerate() {
        let scope = Scope::new(Years::only(year), Place::Nation);
        let control = hard(scope, national.years[year], sources.figure(key)?);
        let interval = Some(national.year_estimates[year].interval());
        let difference = |control: Control, (id, en): (String, String)| {
            control.derived(DerivedBy::Difference, interval, (&id, &en))
        };
        let before: u32 = national.years[..year].iter().sum();
        let [before_id, before_en] = written(f64::from(before));
        controls.push(match year {
            1 => difference(
                control,
                (
                    format!("gelombang 1–22 dikurangi {before_id} peserta tahun 2020"),
                    format!("batches 1–22 less the {before_en} of 2020"),
                ),
            ),
            3 => difference(
                control,
                (
                    format!("17,5 juta (dibulatkan) dikurangi {before_id} peserta tahun 2020–2022"),
                    format!("17.5 million (rounded) less the {before_en} of 2020–2022"),
                ),
            ),
            _ => control,
        });
    }
    Ok(controls)
}

/// A number as Indonesian and English write it.
fn written(number: f64) -> [String; 2] {
    ["id", "en"].map(|lang| messages(lang).numbers.figure(number))
}

/// Printed percentages of a whole period, as persons. Those of a part of a year hold no year to the
/// person: they are soft.
fn percentages(sources: &Sources, national: &National) -> Result<Vec<Control>, ModelError> {
    let all = |place| Scope::new(Years::ALL, place);
    let of = |of| Clause::new(of, 0, 0);
    let in_2020 = Scope::new(Years::Y2020, Place::Nation);
    let rows = [
        (
            in_2020.with(of(Trait::Sex)),
            national.women_2020,
            keys::WOMEN[0],
        ),
        (
            all(Place::Nation).with(of(Trait::Training)),
            national.never_trained,
            keys::NEVER[2],
        ),
        (
            all(Place::Nation).with(of(Trait::Disability)),
            national.disability,
            keys::DISABILITY[3],
        ),
        (
            all(Place::Tertinggal),
            national.tertinggal,
            keys::TERTINGGAL,
        ),
    ];
    let controls = rows.into_iter().map(|(scope, count, key)| {
        let whole = Scope::new(scope.years, Place::Nation);
        let words = if whole.years == Years::ALL {
            (
                "persentase terbit × 17,5 juta",
                "published percentage × 17.5 million",
            )
        } else {
            (
                "persentase terbit × jumlah tahun itu",
                "published percentage × the count of that year",
            )
        };
        let control = hard(scope, persons(count.at), sources.figure(&key)?);
        Ok(control.percentage_of(whole, count.interval(), words))
    });
    controls.collect()
}

fn province(province: &Province<'_>) -> [Control; 2] {
    let place = || Place::Province(province.code.into());
    let scope = Scope::new(Years::Y2020, place());
    let in_2020 = hard(scope, province.in_2020, province.figure_2020).derived(
        DerivedBy::Scaled,
        Some(province.estimate_2020.interval()),
        (
            "angka terbit, diskalakan ke jumlah nasional 2020",
            "as published, scaled to the national count of 2020",
        ),
    );
    let scope = Scope::new(Years::ALL, place());
    let whole = hard(scope, province.whole, province.figure_whole);
    let derived = |how, words| {
        let interval = province
            .estimate_whole
            .map(super::estimate::Estimate::interval);
        whole.clone().derived(how, interval, words)
    };
    let factor = f64::from(province.whole) / province.figure_whole.value;
    let [factor_id, factor] = written((factor * 1e4).round() / 1e4);
    let whole = match province.from {
        Whole::Net => whole.clone(),
        Whole::NetParts => derived(
            DerivedBy::Sum,
            (
                "2020–2022 ditambah 2023 sampai 2 September",
                "2020–2022 and 2023 to 2 September, added up",
            ),
        ),
        Whole::Gross => derived(
            DerivedBy::Scaled,
            (
                &format!("angka bruto × {factor_id}, agar semua provinsi bersama 17,5 juta"),
                &format!(
                    "gross count × {factor}, so that all provinces together have 17.5 million"
                ),
            ),
        ),
        Whole::GrossParts => derived(
            DerivedBy::Scaled,
            (
                "angka bruto bersama provinsi barunya, diskalakan ke 17,5 juta",
                "gross count with that of its new provinces, scaled to 17.5 million",
            ),
        ),
        Whole::Jambi => derived(
            DerivedBy::Assumed,
            (
                "tidak ada dalam tabel: di bawah hitungan September 2024",
                "not in the table: taken below the count of September 2024",
            ),
        ),
        Whole::Rest => derived(
            DerivedBy::Split,
            (
                "tidak ada dalam tabel: bagian dari sisa enam provinsi",
                "not in the table: a part of what six provinces share",
            ),
        )
        .printed_of("Indonesia", "Indonesia"),
    };
    [in_2020, whole]
}
