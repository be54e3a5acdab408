//! What the names of files and sheets tell.

use crate::cube::Period;

/// The period in each name, where each has exactly one and they are not all the same.
pub(super) fn periods_of_names(names: &[String]) -> Option<Vec<String>> {
    let periods: Vec<String> = names
        .iter()
        .map(|name| period_of(name))
        .collect::<Option<_>>()?;
    let differ = periods.windows(2).any(|pair| pair[0] != pair[1]);
    differ.then_some(periods)
}

/// The one period in a name: that of `grants_2021-03` is `2021-03`.
fn period_of(name: &str) -> Option<String> {
    let name = name.trim();
    if Period::parse(name).is_some() && !name.contains('_') {
        return Some(name.to_owned());
    }
    // A year right behind a word is one, too: w2021, data2021, pop2021_final.
    let parted = parted(name);
    let name = &*parted;
    // First with what stands within a period, then without.
    let signs: [&[char]; 2] = [&['_', ' ', '.', '(', ')'], &['_', ' ', '.', '(', ')', '-']];
    signs.into_iter().find_map(|signs| {
        let words = name.split(signs).filter(|word| !word.is_empty());
        let mut periods = words.filter(|word| Period::parse(word).is_some());
        let period = periods.next()?;
        periods.next().is_none().then(|| period.to_owned())
    })
}

/// A name with a sign between letters and the digits of a year behind them.
fn parted(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let is_digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let mut parted = String::new();
    for (at, letter) in letters.iter().enumerate() {
        let is_year = (at..at + 4).all(is_digit) && !is_digit(at + 4);
        if at > 1 && is_year && letters[at - 1].is_alphabetic() && letters[at - 2].is_alphabetic()
            || at == 1 && is_year && letters[0].is_alphabetic()
        {
            parted.push('_');
        }
        parted.push(*letter);
    }
    parted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_its_period_where_it_has_one() {
        for (name, expected) in [
            ("2021", Some("2021")),
            ("grants_2021", Some("2021")),
            ("grants-2021", Some("2021")),
            ("Grants 2021 (final)", Some("2021")),
            ("grants_2021-03", Some("2021-03")),
            ("2021Q2", Some("2021Q2")),
            ("w2021", Some("2021")),
            ("data2021", Some("2021")),
            ("pop2021_final", Some("2021")),
            ("part-0000", None),
            ("Sheet1", None),
            ("from_2020_to_2021", None),
        ] {
            assert_eq!(period_of(name).as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn names_tell_periods_where_each_has_its_own() {
        let periods = |names: &[&str]| {
            periods_of_names(&names.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(
            periods(&["a_2021", "a_2022"]),
            Some(vec!["2021".to_owned(), "2022".to_owned()])
        );
        assert_eq!(periods(&["2024_north", "2024_south"]), None);
        assert_eq!(periods(&["2021", "notes"]), None);
    }
}
