//! The controls that hold to the person.

use jangkau::cube::{ControlKind, Source};

use super::control::{Clause, Control, Measure, Place, Scope};
use super::figures::Key;
use super::layout::{Trait, YEARS, Years};
use super::national::National;
use super::provinces::Province;
use super::{ModelError, Sources, keys};

const JEMBER: Key<'static> = Key::of("Kabupaten Jember", "2020-2023", "recipients", "total");
const ROTE_NDAO: Key<'static> = Key::of("Kabupaten Rote Ndao", "2020-2023", "recipients", "total");
const BANJARBARU: Key<'static> = Key::of(
    "Kota Banjarbaru",
    "2020-2022",
    "recipients",
    "effective recipients (penerima efektif)",
);

/// Every hard control: years, women by year, training, disability, tertinggal, provinces, and the
/// three regions with a net count of their own.
pub(crate) fn controls(
    sources: &Sources,
    national: &National,
    provinces: &[Province<'_>],
) -> Result<Vec<Control>, ModelError> {
    let mut controls = years(sources, national)?;
    controls.extend(women(sources, national)?);
    let whole = |place, clause: Option<Clause>, asked: u32, source: &Source| {
        let mut scope = Scope::new(Years::ALL, place);
        scope.clause = clause;
        hard(scope, asked, source)
    };
    let source = |key: &Key<'_>| Ok::<_, ModelError>(&sources.figure(key)?.source);
    let never = Clause::new(Trait::Training, 0, 0);
    let disability = Clause::new(Trait::Disability, 0, 0);
    for (place, clause, asked, key) in [
        (
            Place::Nation,
            Some(never),
            national.never_trained,
            &keys::NEVER[2],
        ),
        (
            Place::Nation,
            Some(disability),
            national.disability,
            &keys::DISABILITY[3],
        ),
        (
            Place::Tertinggal,
            None,
            national.tertinggal,
            &keys::TERTINGGAL,
        ),
    ] {
        controls.push(whole(place, clause, asked, source(key)?).noted(
            "persentase terbit × 17,5 juta",
            "published percentage × 17.5 million",
        ));
    }
    controls.extend(provinces.iter().flat_map(|it| province(it, sources)));
    for (key, years) in [
        (JEMBER, Years::ALL),
        (ROTE_NDAO, Years::ALL),
        (BANJARBARU, Years::TO_2022),
    ] {
        let figure = sources.figure(&key)?;
        let place = Place::Region(sources.region(&figure.region)?);
        let asked = super::persons::persons(figure.value);
        controls.push(hard(Scope::new(years, place), asked, &figure.source));
    }
    Ok(controls)
}

fn hard(scope: Scope, asked: u32, source: &Source) -> Control {
    Control::new(
        ControlKind::Hard,
        Measure::Count(scope),
        f64::from(asked),
        source,
    )
}

fn years(sources: &Sources, national: &National) -> Result<Vec<Control>, ModelError> {
    let bases = [keys::Y2020, keys::TO_BATCH_22, keys::Y2022, keys::WHOLE];
    let mut controls = Vec::new();
    for (year, key) in bases.iter().enumerate() {
        let scope = Scope::new(Years::only(year), Place::Nation);
        let source = &sources.figure(key)?.source;
        let control = hard(scope, national.years[year], source);
        controls.push(match year {
            1 => control.noted(
                "gelombang 1–22 dikurangi 2020",
                "batches 1–22 less those of 2020",
            ),
            3 => control.noted(
                "17,5 juta (dibulatkan) dikurangi 2020–2022",
                "17.5 million (rounded) less 2020–2022",
            ),
            _ => control,
        });
    }
    Ok(controls)
}

fn women(sources: &Sources, national: &National) -> Result<Vec<Control>, ModelError> {
    let mut controls = Vec::new();
    for (year, key) in keys::WOMEN.iter().take(YEARS.len()).enumerate() {
        let women = Clause::new(Trait::Sex, 0, 0);
        let scope = Scope::new(Years::only(year), Place::Nation).with(women);
        let source = &sources.figure(key)?.source;
        let control = hard(scope, national.women[year], source);
        controls.push(if year == 2 {
            control.noted(
                "sisa dari 51% untuk 2020–2022, dibulatkan ke persen",
                "what 51% of 2020–2022 leaves, to the whole percent",
            )
        } else {
            control.noted(
                "persentase terbit × jumlah tahun itu",
                "published percentage × the count of that year",
            )
        });
    }
    Ok(controls)
}

fn province(province: &Province<'_>, sources: &Sources) -> [Control; 2] {
    let place = || Place::Province(province.code.into());
    let in_2020 = hard(
        Scope::new(Years::Y2020, place()),
        province.in_2020,
        &province.figure_2020.source,
    )
    .noted(
        "angka terbit, diskalakan ke jumlah nasional 2020",
        "as published, scaled to the national count of 2020",
    );
    let gross = sources.figure(&super::provinces::NATION_GROSS).ok();
    let figure = province.figure_whole.or(gross);
    let source = figure.map_or_else(Source::default, |figure| figure.source.clone());
    let whole = hard(Scope::new(Years::ALL, place()), province.whole, &source);
    let whole = if province.net {
        whole
    } else if province.figure_whole.is_some() {
        whole.noted(
            "angka bruto, diskalakan ke 17,5 juta",
            "gross count, scaled to 17.5 million",
        )
    } else {
        whole.noted(
            "tidak ada dalam tabel: bagian dari sisa enam provinsi",
            "not in the table: a part of what six provinces share",
        )
    };
    [in_2020, whole]
}
