//! Households reached by a water programme: modelled, with denominators, a basis and controls.

use serde_json::{Value, json};

use super::country::{Commune, by_code, codes, communes, dimension};

const YEARS: [(&str, u32); 4] = [("2019", 1), ("2020", 2), ("2021", 3), ("2022", 4)];

/// What the sources of a commune are multiplied by: piped, well, rain.
fn sources(commune: &Commune) -> [u32; 3] {
    if commune.is_town() {
        [8, 2, 0]
    } else {
        [5, 3, 2]
    }
}

/// What owners and tenants are multiplied by.
fn tenures(year: &str) -> [u32; 2] {
    if year == "2022" { [6, 4] } else { [7, 3] }
}

/// Row-major in the order of the dimensions.
fn values() -> Vec<u32> {
    let mut values = Vec::new();
    for commune in communes() {
        for (year, of_year) in YEARS {
            for of_source in sources(&commune) {
                for of_tenure in tenures(year) {
                    values.push(commune.number * of_year * of_source * of_tenure);
                }
            }
        }
    }
    values
}

/// The totals of every commune: a column a year, and their sum.
pub(super) fn regions_csv() -> String {
    let mut text = "code,name,district,2019,2020,2021,2022,2019-2022,status\n".to_owned();
    for it in communes() {
        let years = YEARS.map(|(_, of_year)| (it.number * of_year * 100).to_string());
        text += &format!(
            "{},{},{},{},{},E\n",
            it.code,
            it.name,
            it.district,
            years.join(","),
            it.number * 1000
        );
    }
    text
}

pub(super) fn dataset() -> Value {
    json!({
        "version": "2.0", "class": "dataset",
        "label": "Households reached by the water programme, 2019–2022 (made)",
        "updated": "2023-02-01",
        "source": "Made for tests: no figure is real",
        "id": ["commune", "period", "source", "tenure"], "size": [12, 4, 3, 2],
        "role": {"time": ["period"], "geo": ["commune"]},
        "dimension": {
            "commune": dimension(),
            "period": {
                "label": "Year", "category": {"index": YEARS.map(|(code, _)| code)},
                "extension": {"labels": {"id": "Tahun"}, "whole": "2019–2022"},
            },
            "source": {
                "label": "Water source",
                "category": {
                    "index": ["piped", "well", "rain"],
                    "label": {"piped": "Piped water", "well": "Well", "rain": "Rain water"},
                    "extension": {
                        "labels": {"id": {"piped": "Air pipa", "well": "Sumur", "rain": "Air hujan"}},
                        "phrases": {
                            "en": {"piped": "with piped water", "well": "with a well", "rain": "with rain water"},
                            "id": {"piped": "berair pipa", "well": "bersumur", "rain": "berair hujan"},
                        },
                    },
                },
                "extension": {"labels": {"id": "Sumber air"}},
            },
            "tenure": {
                "label": "Tenure",
                "category": {
                    "index": ["owner", "tenant"],
                    "label": {"owner": "Owners", "tenant": "Tenants"},
                    "extension": {
                        "labels": {"id": {"owner": "Pemilik", "tenant": "Penyewa"}},
                        "phrases": {
                            "en": {"owner": "who own their home", "tenant": "who rent their home"},
                            "id": {"owner": "pemilik rumah", "tenant": "penyewa rumah"},
                        },
                    },
                },
                "note": [{"en": "As the household said on the day of the visit.", "id": "Menurut rumah tangga pada hari kunjungan."}],
                "extension": {"labels": {"id": "Status rumah"}},
            },
        },
        "value": values(),
        "status": "E",
        "extension": extension(),
    })
}

fn extension() -> Value {
    json!({
        "id": "water", "release": "1", "lang": "en",
        "labels": {"id": "Rumah tangga yang dijangkau program air, 2019–2022 (rekaan)"},
        "source": {"en": "Made for tests: no figure is real", "id": "Dibuat untuk uji: tiada angka yang nyata"},
        "licence": "CC0-1.0",
        "contact": [
            {"en": "Questions and errors: water@figures.example", "id": "Pertanyaan dan kesalahan: water@figures.example"},
        ],
        "kind": "modelled", "aggregation": "sum",
        "noun": {
            "en": {"one": "household", "many": "households"},
            "id": {"one": "rumah tangga", "many": "rumah tangga"},
        },
        "headline": [
            {"dimension": "source", "code": "rain",
                "phrase": {"en": "rely on rain water", "id": "mengandalkan air hujan"}},
            {"grouping": "kind", "code": "town", "phrase": {"en": "in towns", "id": "di kota"}},
        ],
        "basis": {
            "dimension": "commune", "grouping": "district",
            "count": {"else": "own", "group": ["n4", "n5"], "all": ["s3"]},
            "dimensions": {
                "source": {"else": "all", "own": ["n1", "c1", "s1"], "group": ["n2", "n3", "n4", "n5"]},
                "tenure": {"else": "all", "own": ["c1"]},
            },
        },
        "notes": [
            {"en": "Every cell is a product of four numbers.", "id": "Setiap sel adalah hasil kali empat bilangan."},
        ],
        "method": [
            {"en": "Communes, years, sources and tenure are multiplied.", "id": "Komune, tahun, sumber air dan status rumah dikalikan."},
        ],
        "conflicts": [
            {"en": "Two reports print another count of 2019.", "id": "Dua laporan memuat jumlah 2019 yang lain."},
        ],
        "sources": super::facts::sources(),
        "controls": [
            {"kind": "hard", "selection": {"period": ["2022"]}, "value": 40_000, "source": 0},
            {"kind": "soft", "selection": {"source": ["piped"]}, "of": {}, "value": 0.65, "tolerance": 0.005,
                "source": 1, "note": {"en": "printed as 65%", "id": "tercetak 65%"}},
            {"kind": "check", "selection": {"district": ["north"]}, "value": 29_000, "source": 1},
        ],
        "denominators": [{
            "class": "dataset", "label": "Inhabitants, 2021", "id": ["commune"], "size": [codes().len()],
            "value": by_code(|it| it.inhabitants).into_iter().map(|(_, people)| people).collect::<Value>(),
            "extension": {
                "id": "inhabitants", "labels": {"id": "Penduduk, 2021"}, "period": "2021",
                "source": {"title": "Census of Veluna", "publisher": "Office of Made Figures", "date": "2021-06", "url": ""},
            },
        }],
    })
}
