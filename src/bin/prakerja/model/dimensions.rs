//! The year, the five traits and their categories, named in both languages.

use jangkau::cube::{Category, Code, CubeError, Dimension, Id, Label, Role};

use super::layout::{Trait, YEARS};
use super::texts;

/// Indonesian, English.
type Both = (&'static str, &'static str);

/// A text in both languages.
pub(crate) fn label((id, en): Both) -> Label {
    let label = Label::new(id);
    if id == en {
        label
    } else {
        label.with("en", en)
    }
}

/// The four years.
pub(crate) fn year() -> Result<Dimension, CubeError> {
    let years = YEARS.map(|year| Category::new(Code::new(year), Label::new(year)));
    let whole = Label::new("2020–2023");
    let dimension = Dimension::new(
        Id::new("year"),
        label(("Tahun", "Year")),
        Role::Time,
        years.to_vec(),
    )?;
    let dimension = dimension.with_notes(vec![texts::of_year()]);
    Ok(dimension.with_all_label(whole))
}

/// A trait with its categories, each with the words that stand for it after the noun.
pub(crate) fn of_trait(of: Trait) -> Result<Dimension, CubeError> {
    let categories = of
        .codes()
        .iter()
        .zip(names(of))
        .map(|(code, (name, phrase))| {
            Category::new(Code::new(code), label(*name)).with_phrase(Some(label(*phrase)))
        });
    let dimension = Dimension::new(
        Id::new(of.id()),
        label(title(of)),
        Role::Classification,
        categories.collect(),
    )?;
    Ok(dimension.with_notes(vec![texts::of_trait(of)]))
}

fn title(of: Trait) -> Both {
    match of {
        Trait::Sex => ("Jenis kelamin", "Sex"),
        Trait::Age => ("Umur", "Age"),
        Trait::Education => ("Pendidikan", "Education"),
        Trait::Training => ("Pelatihan sebelumnya", "Earlier training"),
        Trait::Disability => ("Disabilitas", "Disability"),
    }
}

/// Name and phrase of each category, in the order of the codes.
fn names(of: Trait) -> &'static [(Both, Both)] {
    match of {
        Trait::Sex => &[
            (("Perempuan", "Women"), ("perempuan", "who are women")),
            (("Laki-laki", "Men"), ("laki-laki", "who are men")),
        ],
        Trait::Age => &[
            (
                ("18–25 tahun", "18–25 years"),
                ("berusia 18–25 tahun", "aged 18 to 25"),
            ),
            (
                ("26–35 tahun", "26–35 years"),
                ("berusia 26–35 tahun", "aged 26 to 35"),
            ),
            (
                ("36–45 tahun", "36–45 years"),
                ("berusia 36–45 tahun", "aged 36 to 45"),
            ),
            (
                ("46–55 tahun", "46–55 years"),
                ("berusia 46–55 tahun", "aged 46 to 55"),
            ),
            (
                ("56–64 tahun", "56–64 years"),
                ("berusia 56–64 tahun", "aged 56 to 64"),
            ),
        ],
        Trait::Education => &[
            (
                ("SD ke bawah", "Primary school (SD) or less"),
                ("berpendidikan SD ke bawah", "with primary school or less"),
            ),
            (
                ("SMP", "Lower secondary (SMP)"),
                ("berpendidikan SMP", "with lower secondary school"),
            ),
            (
                ("SMA/SMK", "Upper secondary (SMA/SMK)"),
                ("berpendidikan SMA/SMK", "with upper secondary school"),
            ),
            (
                ("Diploma", "Diploma"),
                ("berpendidikan diploma", "with a diploma"),
            ),
            (
                ("S1 ke atas", "Bachelor’s degree (S1) or above"),
                (
                    "berpendidikan S1 ke atas",
                    "with a bachelor’s degree or above",
                ),
            ),
        ],
        Trait::Training => &[
            (
                ("Belum pernah", "Never trained before"),
                (
                    "yang belum pernah mengikuti pelatihan",
                    "who had never been trained before",
                ),
            ),
            (
                ("Pernah", "Trained before"),
                (
                    "yang pernah mengikuti pelatihan",
                    "who had been trained before",
                ),
            ),
        ],
        Trait::Disability => &[
            (
                ("Penyandang disabilitas", "With a disability"),
                WITH_DISABILITY,
            ),
            (
                ("Bukan penyandang disabilitas", "Without a disability"),
                ("yang bukan penyandang disabilitas", "without a disability"),
            ),
        ],
    }
}

/// The words of the headline facts, which follow a share.
pub(crate) const NEVER_TRAINED: Both = (
    "belum pernah mengikuti pelatihan",
    "had never been trained before",
);
pub(crate) const WITH_DISABILITY: Both = ("penyandang disabilitas", "with a disability");
pub(crate) const TERTINGGAL: Both = (
    "dari kabupaten tertinggal",
    "from a kabupaten tertinggal (disadvantaged regency)",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_category_has_a_name_and_a_phrase_in_both_languages() {
        for of in Trait::ALL {
            let dimension = of_trait(of).unwrap();
            assert_eq!(dimension.categories().len(), of.codes().len());
            for (_, category) in dimension.categories().iter() {
                let phrase = category.phrase().unwrap();
                assert_ne!(phrase.own(), phrase.in_lang("en"), "{}", category.code());
            }
        }
    }
}
