//! Bands of age, and the dates that a spreadsheet makes of them.

use crate::cube::Period;

/// Whether a text is a band of two whole numbers: `15-19`.
pub(super) fn is_plain_band(text: &str) -> bool {
    text.split_once(['-', '–']).is_some_and(|(from, to)| {
        [from, to]
            .iter()
            .all(|part| part.trim().parse::<u32>().is_ok_and(|end| end < 1000))
    })
}

/// The band that a date was: `9-May` and `05-Sep` were 5-9, `14-Oct` was 10-14; `2014-10` and the first of it,
/// which a spreadsheet makes of 10-14 where there is no 14th month, too.
pub(super) fn band_of_date(text: &str) -> Option<(u32, u32)> {
    let number = |text: &str| text.parse::<u32>().ok();
    let month = |text: &str| Period::month_of(text);
    let date = text.split_once(' ').map_or(text, |(date, _)| date);
    let parts: Vec<&str> = date.split(['-', '/']).collect();
    let pair = match *parts {
        [a, b] => match (number(a), month(b), month(a), number(b)) {
            (Some(day), Some(month), ..) | (.., Some(month), Some(day)) => (month, day),
            (Some(year), .., Some(month)) if a.len() == 4 => (month, year % 100),
            _ => return None,
        },
        [year, month, day] if year.len() == 4 => {
            let (year, month, day) = (number(year)?, number(month)?, number(day)?);
            let is_first = day == 1 && year % 100 > 12;
            (month, if is_first { year % 100 } else { day })
        }
        _ => return None,
    };
    let (from, to) = (pair.0.min(pair.1), pair.0.max(pair.1));
    (to <= 99 && from <= 12).then_some((from, to))
}

/// The dates among some texts that stand beside bands, each with the band that it was: `9-May`, `5-9`.
pub(super) fn dates_among_bands<'t>(
    texts: impl Iterator<Item = &'t str> + Clone,
) -> Vec<(&'t str, String)> {
    if !texts.clone().any(is_plain_band) {
        return Vec::new();
    }
    let dates = texts.filter_map(|text| {
        let (from, to) = band_of_date(text)?;
        Some((text, format!("{from}-{to}")))
    });
    dates.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_was_the_band_of_its_month_and_day() {
        assert_eq!(band_of_date("9-May"), Some((5, 9)));
        assert_eq!(band_of_date("05-Sep"), Some((5, 9)));
        assert_eq!(band_of_date("14-Oct"), Some((10, 14)));
        assert_eq!(band_of_date("Oct-14"), Some((10, 14)));
        assert_eq!(band_of_date("2025-10-14 00:00:00"), Some((10, 14)));
        assert_eq!(band_of_date("2025-10-14"), Some((10, 14)));
        assert_eq!(band_of_date("2014-10-01"), Some((10, 14)));
        assert_eq!(band_of_date("2014-10"), Some((10, 14)));
        assert_eq!(band_of_date("05-sept"), Some((5, 9)));
        assert_eq!(band_of_date("05/set"), Some((5, 9)));
        assert_eq!(band_of_date("Okt-14"), Some((10, 14)));
        for text in ["0-4", "65+", "May", "Female", "15-19", "2021"] {
            assert_eq!(band_of_date(text), None, "{text}");
        }
    }

    #[test]
    fn only_beside_bands_a_date_is_one() {
        let among = |texts: &[&'static str]| dates_among_bands(texts.iter().copied());
        assert_eq!(
            among(&["0-4", "9-May", "65+"]),
            [("9-May", "5-9".to_owned())]
        );
        assert_eq!(among(&["9-May", "14-Oct"]), []);
    }
}
