//! Bands of age, and the dates that a spreadsheet makes of them.

/// Months as spreadsheets shorten them.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// Whether a text is a band of two whole numbers: `15-19`.
pub(super) fn is_plain_band(text: &str) -> bool {
    text.split_once(['-', '–']).is_some_and(|(from, to)| {
        [from, to]
            .iter()
            .all(|part| part.trim().parse::<u32>().is_ok())
    })
}

/// The band that a date was: `9-May` and `05-Sep` were 5-9, `14-Oct` was 10-14.
pub(super) fn band_of_date(text: &str) -> Option<(u32, u32)> {
    let month_of = |text: &str| {
        let lower = text.to_lowercase();
        MONTHS.iter().position(|month| *month == lower)
    };
    let day = |text: &str| text.parse::<u32>().ok().filter(|day| *day <= 31);
    let pair = if let Some((date, _)) = text.split_once(' ') {
        let mut parts = date.split('-');
        parts.next().filter(|year| year.len() == 4)?;
        (day(parts.next()?)?, day(parts.next()?)?)
    } else {
        let (a, b) = text.split_once('-')?;
        let month = |text: &str| u32::try_from(month_of(text)? + 1).ok();
        match (day(a), month(b), month(a), day(b)) {
            (Some(day), Some(month), ..) | (.., Some(month), Some(day)) => (month, day),
            _ => return None,
        }
    };
    Some((pair.0.min(pair.1), pair.0.max(pair.1)))
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
        for text in ["0-4", "65+", "May", "Female"] {
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
