//! The card of the model: what it is, what it may be used for, and how far it is off.

use jangkau::cube::Sureness;
use jangkau::cube::{ControlKind, Label};
use jangkau::formats::json_stat::{ControlCount, FigureError, ModelCard};

use super::backtest::{Case, Figure, errors, tenth};
use super::dimensions::label;
use super::fit::Fitted;
use super::{ModelError, Sources, texts};

/// The card of a fit and of its back-tests.
///
/// # Errors
/// [`ModelError::NoRegion`] when a place of a case is not in the sources.
pub(crate) fn model_card(sources: &Sources, fitted: &Fitted) -> Result<ModelCard, ModelError> {
    let mut of_figures = Vec::new();
    for figure in Figure::ALL {
        let cases = fitted.cases.iter().filter(|case| case.figure == figure);
        if let Some(errors) = errors(cases) {
            of_figures.push(FigureError {
                figure: label(name(figure)),
                sureness: Sureness::SharedOut,
                error: errors.error,
                worst_percent: tenth(errors.worst.percent()),
                worst_place: place_name(sources, &errors.worst)?.into(),
            });
        }
    }
    let conflicts = texts::conflicts().into_iter();
    Ok(ModelCard {
        id: texts::ID.into(),
        release: texts::RELEASE.into(),
        updated: texts::UPDATED.into(),
        lang: "id".into(),
        label: texts::title(),
        method: texts::method(),
        uses: labels(USES),
        limits: labels(LIMITS),
        controls: ControlKind::ALL.map(|kind| count(fitted, kind)).to_vec(),
        test: labels(TEST),
        errors: of_figures,
        conflicts: conflicts
            .map(|conflict| conflict.text)
            .chain(labels(CONFLICTS))
            .collect(),
    })
}

fn count(fitted: &Fitted, kind: ControlKind) -> ControlCount {
    let of_kind = || fitted.outcomes.iter().filter(|it| it.control.kind == kind);
    ControlCount {
        kind,
        all: of_kind().count(),
        kept: of_kind().filter(|it| it.kept()).count(),
        printed: of_kind().filter(|it| it.control.derived.is_none()).count(),
    }
}

fn name(figure: Figure) -> (&'static str, &'static str) {
    match figure {
        Figure::Region => (
            "Peserta satu kabupaten/kota",
            "Participants of a regency or city",
        ),
        Figure::ProvinceYears => (
            "Peserta satu provinsi dalam satu tahun atau lebih",
            "Participants of a province in one year or more",
        ),
    }
}

fn place_name(sources: &Sources, case: &Case) -> Result<String, ModelError> {
    Ok(super::report::place_named(sources, &case.place)?.1)
}

/// The place of the case of a kind that is off most, for the command line.
pub(crate) fn table(card: &ModelCard) -> String {
    let mut text = format!(
        "{:<50} {:>5} {:>8} {:>8} {:>8}\n",
        "figure left out", "cases", "median", "90th", "worst"
    );
    for it in &card.errors {
        let error = it.error;
        text += &format!(
            "{:<50} {:>5} {:>6.1} % {:>6.1} % {:>6.1} % {}\n",
            it.figure.in_lang("en"),
            error.cases,
            error.median_percent,
            error.p90_percent,
            it.worst_percent,
            it.worst_place,
        );
    }
    text
}

fn labels(texts: &[(&'static str, &'static str)]) -> Vec<Label> {
    texts.iter().copied().map(label).collect()
}

const USES: &[(&str, &str)] = &[
    (
        "Jumlah nasional menurut tahun dan jumlah provinsi, sejauh angka terbitnya dibulatkan.",
        "Counts of the nation by year and of provinces, as far as their printed figures are rounded.",
    ),
    (
        "Kisaran besar jumlah peserta di kabupaten/kota tanpa angka sendiri, dengan kesalahan di bawah ini.",
        "The order of size of regencies and cities without a figure of their own, with the errors below.",
    ),
];

const LIMITS: &[(&str, &str)] = &[
    (
        "Bukan untuk membandingkan atau memeringkat kabupaten/kota tanpa angka sendiri: jumlahnya mengikuti penduduk.",
        "Not to compare or rank regencies and cities without a figure of their own: their counts follow population.",
    ),
    (
        "Bukan untuk silang antarciri, dan bukan untuk pangsa ciri di daerah tanpa angka terbit: itu hanya pola, bukan perkiraan, dan tidak punya kesalahan yang dapat diuji.",
        "Not for one trait crossed with another, nor for shares of traits where none was published: these are patterns and no estimates, and have no error that could be tested.",
    ),
    (
        "Bukan dasar keputusan tentang orang atau sel kecil; nol dalam model tidak berarti tidak ada orang.",
        "No ground for decisions about people or small cells; a modelled zero does not mean nobody.",
    ),
];

const TEST: &[(&str, &str)] = &[
    (
        "Setiap angka daerah yang terbit dikeluarkan dari model bersama orang-orangnya, juga dari semua jumlah yang memuatnya; sisanya disesuaikan lagi. Daerah itu lalu mendapat sebanyak, per penduduk dan tahun, yang dimiliki daerah seprovinsinya yang tanpa angka terbit (tertinggal atau tidak, seperti dia; bila tidak ada, semua daerah lain di provinsi itu). Provinsi dalam satu tahun mengikuti tahun-tahun provinsi lain, dengan angka terbitnya yang lain tetap dipenuhi.",
        "Each published figure of a region is taken out of the model with its people, out of every total that holds them, too; the rest is fitted again. The region then gets as many per inhabitant and year as the regions of its province have of which nothing was published (disadvantaged or not, as it is; where there are none, all others of the province). A province in a year follows the years of the other provinces, its other published figures still met.",
    ),
    (
        "Kesalahan adalah jarak mutlak dalam persen dari angka terbit, setelah dibawa ke akhir tahunnya. Daerah yang punya angka sendiri bukan contoh acak: kebanyakan kota dan daerah besar, dan sepuluh ada di satu provinsi.",
        "The error is the absolute distance in percent of the published figure, once brought to the end of its year. Regions with a figure of their own are no random sample: most are cities and large places, and ten lie in one province.",
    ),
];

/// Sources that disagree on figures that the model does not rest on.
const CONFLICTS: &[(&str, &str)] = &[
    (
        "Bengkulu 2020: 71.243 sampai gelombang 9, 73.820 setahun; bagian 2021 berjumlah 48.447, tercetak 48.446.",
        "Bengkulu in 2020: 71,243 to batch 9, 73,820 for the year; the parts of 2021 add up to 48,447, printed is 48,446.",
    ),
    (
        "Maluku gelombang 1–3: 6.354 di judul dan sebagai jumlah bagian, 6.534 di teks.",
        "Maluku, batches 1–3: 6,354 in the headline and as the sum of its parts, 6,534 in the text.",
    ),
    (
        "Riau: 9.488 sampai gelombang 2; 14.490 sampai gelombang 3, 9.586 di antaranya dibayar.",
        "Riau: 9,488 to batch 2; 14,490 to batch 3, of which 9,586 were paid.",
    ),
    (
        "Anggaran 2023: 4,37 atau 4,6 triliun rupiah; 2022: 17,99 dialokasikan, 17,84 terpakai.",
        "Budget of 2023: 4.37 or 4.6 trillion rupiah; of 2022: 17.99 allotted, 17.84 spent.",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::backtest::backtest;
    use crate::model::control::{Control, Place};
    use crate::model::fit::tests::shipped_fit;
    use crate::model::sources::tests::shipped;
    use jangkau::formats::Limits;
    use jangkau::formats::json_stat::model_card_from_bytes;

    #[test]
    fn the_shipped_card_agrees_with_a_fresh_back_test() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("public/data/prakerja/model-card.json");
        let bytes = std::fs::read(path).unwrap();
        let shipped_card = model_card_from_bytes(&bytes, &Limits::PAGE).unwrap();
        assert_eq!(shipped_card, model_card(&shipped(), shipped_fit()).unwrap());
        let controls = shipped_fit().outcomes.iter().map(|it| it.control.clone());
        let controls: Vec<Control> = controls.collect();
        let cases = backtest(shipped().regions(), &controls).unwrap();
        assert_eq!(cases, shipped_fit().cases);
        let regions = cases.iter().filter(|case| case.figure == Figure::Region);
        assert_eq!(regions.count(), 31);
    }

    /// 166,704 were published; by its inhabitants it would have a third less.
    #[test]
    fn the_region_that_was_published_to_the_person_is_missed_by_a_third() {
        let jember = shipped().region("Kabupaten Jember").unwrap();
        let mut cases = shipped_fit().cases.iter();
        let case = cases.find(|case| case.place == Place::Region(jember));
        let case = case.unwrap();
        assert!((case.known - 166_704.0).abs() < 0.5, "{case:?}");
        assert!((30.0..37.0).contains(&case.percent()), "{case:?}");
        assert!(case.found < case.known, "{case:?}");
    }
}
