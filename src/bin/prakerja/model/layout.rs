//! The order of the cells: year, region, then the five traits of a person.

/// The periods, in order.
pub(crate) const YEARS: [&str; 4] = ["2020", "2021", "2022", "2023"];

/// How many combinations of traits a region and year has.
pub(crate) const PROFILES: usize = 200;

/// Position of a region in the order of codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct RegionIx(pub(crate) usize);

/// A trait of a person, in the order of the cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Trait {
    Sex,
    Age,
    Education,
    Training,
    Disability,
}

impl Trait {
    pub(crate) const ALL: [Self; 5] = [
        Self::Sex,
        Self::Age,
        Self::Education,
        Self::Training,
        Self::Disability,
    ];

    /// The id of its dimension.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Sex => "sex",
            Self::Age => "age",
            Self::Education => "education",
            Self::Training => "training",
            Self::Disability => "disability",
        }
    }

    /// The codes of its categories.
    pub(crate) fn codes(self) -> &'static [&'static str] {
        match self {
            Self::Sex => &["F", "M"],
            Self::Age => &["18-25", "26-35", "36-45", "46-55", "56-64"],
            Self::Education => &["sd", "smp", "sma", "diploma", "s1"],
            Self::Training => &["never", "before"],
            Self::Disability => &["yes", "no"],
        }
    }

    /// The category of a profile, 0 to 199.
    pub(crate) fn category(self, profile: usize) -> usize {
        let after: usize = Self::ALL
            .iter()
            .filter(|other| **other > self)
            .map(|other| other.codes().len())
            .product();
        profile / after % self.codes().len()
    }
}

/// Some of the four years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Years([bool; YEARS.len()]);

impl Years {
    pub(crate) const ALL: Self = Self([true; YEARS.len()]);
    pub(crate) const Y2020: Self = Self::only(0);
    pub(crate) const Y2021: Self = Self::only(1);
    pub(crate) const Y2023: Self = Self::only(3);
    pub(crate) const TO_2021: Self = Self([true, true, false, false]);
    pub(crate) const TO_2022: Self = Self([true, true, true, false]);

    /// One year, by position.
    pub(crate) const fn only(year: usize) -> Self {
        let mut years = [false; YEARS.len()];
        years[year] = true;
        Self(years)
    }

    pub(crate) fn has(self, year: usize) -> bool {
        self.0[year]
    }

    /// Whether these are the years of some names, all of them and no other.
    pub(crate) fn are(self, names: &[&str]) -> bool {
        (0..YEARS.len()).all(|year| self.0[year] == names.contains(&YEARS[year]))
    }

    /// The positions of the years, in order.
    pub(crate) fn positions(self) -> impl Iterator<Item = usize> {
        (0..YEARS.len()).filter(move |&year| self.0[year])
    }

    /// As it is written: `2021`, or `2020-2022`.
    pub(crate) fn text(self) -> String {
        let mut positions = self.positions();
        match (positions.next(), positions.last()) {
            (Some(first), Some(last)) => format!("{}-{}", YEARS[first], YEARS[last]),
            (Some(only), None) => YEARS[only].to_owned(),
            (None, _) => String::new(),
        }
    }
}

/// Where a cell stands in the whole cube of `regions` regions.
pub(crate) fn cell(regions: usize, year: usize, region: RegionIx, profile: usize) -> usize {
    (year * regions + region.0) * PROFILES + profile
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn profiles_run_row_major_over_the_traits() {
        let at = |profile| Trait::ALL.map(|of| of.category(profile));
        assert_eq!(at(0), [0, 0, 0, 0, 0]);
        assert_eq!(at(1), [0, 0, 0, 0, 1]);
        assert_eq!(at(2), [0, 0, 0, 1, 0]);
        assert_eq!(at(4), [0, 0, 1, 0, 0]);
        assert_eq!(at(20), [0, 1, 0, 0, 0]);
        assert_eq!(at(100), [1, 0, 0, 0, 0]);
        assert_eq!(at(199), [1, 4, 4, 1, 1]);
        let profiles: usize = Trait::ALL.iter().map(|of| of.codes().len()).product();
        assert_eq!(profiles, PROFILES);
    }

    #[test]
    fn years_read_as_a_year_or_a_span() {
        assert_eq!(Years::Y2021.text(), "2021");
        assert_eq!(Years::TO_2022.text(), "2020-2022");
    }
}
