//! Names of places as they are compared: without case, marks and punctuation, and where that does not
//! do, without the word that says what kind of place it is.

use crate::search::folded;

/// The words that say of what kind a place is.
const KINDS: &str = include_str!("kinds.tsv");

/// Words between the kind and the name, the longer ones first.
const JOINTS: [&str; 16] = [
    "de la", "de las", "de los", "de l", "of the", "de", "des", "du", "d", "do", "da", "dos", "di",
    "del", "of", "von",
];

/// A name, ready to be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// Without case, marks and punctuation.
    pub(super) plain: String,
    /// The name without a word for its kind, and the kind; several where it is not clear what belongs to
    /// the name.
    bare: Vec<(String, usize)>,
}

impl Name {
    pub(super) fn new(text: &str) -> Self {
        let plain = folded(text);
        let bare = bare_forms(&plain);
        Self { plain, bare }
    }
    /// Every form in which the name may stand, with the kind that was set aside for it.
    pub(super) fn forms(&self) -> impl Iterator<Item = (&str, Option<usize>)> {
        let bare = self.bare.iter().map(|(form, kind)| (&**form, Some(*kind)));
        std::iter::once((&*self.plain, None)).chain(bare)
    }
    /// Whether two names are the same once words for kinds are set aside: never where both have one and
    /// these differ.
    pub(super) fn may_be(&self, other: &Self) -> bool {
        self.forms().any(|(form, kind)| {
            other.forms().any(|(other, other_kind)| {
                let agree = kind.zip(other_kind).is_none_or(|(a, b)| a == b);
                agree && form == other
            })
        })
    }
}

/// What is left of a folded name without a kind at its beginning or end.
fn bare_forms(plain: &str) -> Vec<(String, usize)> {
    let mut forms = Vec::new();
    for (kind, line) in KINDS
        .lines()
        .filter(|line| !line.starts_with('#'))
        .enumerate()
    {
        let words = line.split_once('\t').map_or("", |(_, words)| words);
        for word in words.split('|') {
            if let Some(rest) = plain.strip_prefix(word).and_then(|it| it.strip_prefix(' ')) {
                forms.push((rest.to_owned(), kind));
                let joints = JOINTS.iter().filter_map(|joint| {
                    let rest = rest.strip_prefix(joint)?.strip_prefix(' ')?;
                    Some((rest.to_owned(), kind))
                });
                forms.extend(joints);
            }
            if let Some(rest) = plain.strip_suffix(word).and_then(|it| it.strip_suffix(' ')) {
                forms.push((rest.to_owned(), kind));
            }
        }
    }
    forms.retain(|(form, _)| !form.is_empty());
    forms.dedup();
    forms
}

/// Whether one typing error tells two names apart: a letter more, less, other, or two exchanged.
pub(super) fn is_a_slip(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(|text| text.chars().collect::<Vec<char>>());
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    if short.len() < 4 || long.len() - short.len() > 1 || short == long {
        return false;
    }
    let same = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    let rest = |skip_short: usize, skip_long: usize| {
        let rests = (short.get(same + skip_short..), long.get(same + skip_long..));
        matches!(rests, (Some(a), Some(b)) if a == b)
    };
    let exchanged = rest(2, 2) && short[same] == long[same + 1] && short[same + 1] == long[same];
    rest(0, 1) || rest(1, 1) || exchanged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(one: &str, other: &str, expected: bool) {
        let [one, other] = [one, other].map(Name::new);
        assert_eq!(one.may_be(&other), expected, "{one:?} {other:?}");
        assert_eq!(other.may_be(&one), expected);
    }

    #[test]
    fn a_kind_at_the_beginning_or_the_end_may_be_missing() {
        check("Préfecture de Séni-Val", "SENI VAL", true);
        check("Préfecture d'Ouzgane", "Ouzgane", true);
        check("Department of the North", "North", true);
        check("Comuna de La Vega", "La Vega", true);
        check("Département de la Gironne", "Gironne", true);
        check("Kent County", "Kent", true);
        check("Reg. Muro", "muro", true);
    }

    #[test]
    fn two_kinds_of_one_name_are_two_places() {
        check("City of Muro", "Muro District", false);
        check("City of Muro", "Muro City", true);
        check("Dept. Muro", "Departamento Muro", true);
    }

    #[test]
    fn a_kind_alone_is_a_name() {
        check("Region", "", false);
        check("County Town", "County", true);
        check("Newtown", "New Town", false);
    }

    #[test]
    fn one_letter_is_a_slip_and_two_are_not() {
        for (one, other) in [
            ("saltria", "salteria"),
            ("muro", "mura"),
            ("murao", "muroa"),
        ] {
            assert!(
                is_a_slip(one, other) && is_a_slip(other, one),
                "{one} {other}"
            );
        }
        for (one, other) in [
            ("muro", "muro"),
            ("muro", "mora s"),
            ("ain", "aim"),
            ("north", "south"),
        ] {
            assert!(!is_a_slip(one, other), "{one} {other}");
        }
    }
}
