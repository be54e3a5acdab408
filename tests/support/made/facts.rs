//! Figures that Veluna's offices are said to have published, beside `water`.

use serde_json::{Value, json};

/// The pages that controls and facts name.
pub(super) fn sources() -> Value {
    json!([
        {"title": "Water in 2022", "publisher": "Office of Made Figures", "date": "2023-01",
            "url": "https://figures.example/water-2022"},
        {"title": "Rain and wells", "publisher": "The Amara Courier", "date": "2022-05-04",
            "url": "https://courier.example/rain"},
    ])
}

/// Seven facts: of the whole, a district, two of a commune and year by two sources, a share, one
/// that the cube cannot say, one of another country.
pub(super) fn facts() -> Value {
    let texts = [
        ("Households", "Rumah tangga"),
        ("Money", "Uang"),
        ("total", "jumlah"),
        ("with piped water", "berair pipa"),
        ("spent", "dibelanjakan"),
        ("2022", "2022"),
        ("2019–2022", "2019–2022"),
        ("households", "rumah tangga"),
        ("% of households", "% rumah tangga"),
        ("shells", "kerang"),
        ("Outer Marland", "Marland Luar"),
    ];
    let place = |text: &str| texts.iter().position(|(en, _)| *en == text).unwrap();
    let (all, people) = (place("2019–2022"), place("households"));
    let households = |about: &str| json!({"topic": 0, "about": place(about), "unit": people});
    let fact = |mut fact: Value, rest: Value| {
        let more = rest.as_object().unwrap().clone();
        fact.as_object_mut().unwrap().extend(more);
        fact
    };
    let year = place("2022");
    let of_n1 = json!({"period": ["2022"], "commune": ["n1"]});
    json!({
        "labels": texts.map(|(en, id)| json!({"en": en, "id": id})),
        "sources": sources(),
        "facts": [
            fact(households("total"), json!({"period": year, "value": 40_000,
                "selection": {"period": ["2022"]}, "source": 0})),
            fact(households("total"), json!({"period": all, "value": 29_000,
                "place": {"district": "north"}, "selection": {"district": ["north"]}, "source": 1})),
            fact(households("total"), json!({"period": year, "value": 4_800,
                "place": {"commune": "n1"}, "selection": of_n1, "source": 0})),
            fact(households("total"), json!({"period": year, "value": 5_000,
                "place": {"commune": "n1"}, "selection": of_n1, "source": 1})),
            fact(households("with piped water"), json!({"period": all, "value": 65,
                "unit": place("% of households"), "selection": {"source": ["piped"]}, "of": {}, "source": 1})),
            {"topic": place("Money"), "about": place("spent"), "period": all, "unit": place("shells"),
                "value": 1_250_000, "source": 0},
            fact(households("total"), json!({"period": year, "value": 700,
                "elsewhere": place("Outer Marland"), "source": 1})),
        ],
    })
}
