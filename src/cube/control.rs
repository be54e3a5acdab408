//! Controls: figures that a cube reproduces, what was printed of each, and what was derived from it.

use super::{Interval, Label, Selection, Source};

/// How strictly a control is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ControlKind {
    /// To the unit.
    Hard,
    /// As near as the others allow.
    Soft,
    /// Compared, not imposed.
    Check,
}

impl ControlKind {
    /// From the strictest.
    pub const ALL: [Self; 3] = [Self::Hard, Self::Soft, Self::Check];

    /// Its name in files, which no language changes.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Hard => "hard",
            Self::Soft => "soft",
            Self::Check => "check",
        }
    }
}

/// What a printed number counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrintedUnit {
    /// The unit of the cube.
    Count,
    /// Percent of a whole.
    Percent,
}

/// A figure as somebody printed it.
#[derive(Debug, Clone, PartialEq)]
pub struct Printed {
    /// The number, in the unit it was printed in: 86 of "86 %".
    pub value: f64,
    /// Its unit.
    pub unit: PrintedUnit,
    /// The place of its last digit: 1 of "4.5 %", 0 of "86 %", -5 of "17.5 million".
    pub decimals: i8,
    /// The period it speaks of, as its publisher says it.
    pub period: Label,
    /// Whom it speaks of, place included, where these are not those of the control: another place, a wider
    /// group of people.
    pub of: Option<Label>,
}

impl Printed {
    /// Every number that is printed so, in the unit of print. A count printed to the unit is exact.
    ///
    /// ```
    /// use jangkau::cube::{Interval, Label, Printed, PrintedUnit};
    /// let printed = |value, unit, decimals| Printed { value, unit, decimals, period: Label::new("2024"), of: None };
    /// let millions = printed(17_500_000.0, PrintedUnit::Count, -5);
    /// assert_eq!(Some(millions.interval()), Interval::new(17_450_000.0, 17_550_000.0));
    /// let percent = printed(86.0, PrintedUnit::Percent, 0);
    /// assert_eq!(Some(percent.interval()), Interval::new(85.5, 86.5));
    /// assert!(printed(5_509_055.0, PrintedUnit::Count, 0).interval().is_exact());
    /// ```
    #[must_use]
    pub fn interval(&self) -> Interval {
        if self.unit == PrintedUnit::Count && self.decimals >= 0 {
            return Interval::exactly(self.value);
        }
        let half = 0.5 * 10_f64.powi(-i32::from(self.decimals));
        Interval {
            low: (self.value - half).max(0.0),
            high: self.value + half,
        }
    }

    /// The same in the measure of a control: of percent 0 to 1.
    fn measured(&self) -> Interval {
        match self.unit {
            PrintedUnit::Count => self.interval(),
            PrintedUnit::Percent => {
                let Interval { low, high } = self.interval();
                Interval {
                    low: low / 100.0,
                    high: high / 100.0,
                }
            }
        }
    }
}

/// How a figure was derived from what was printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DerivedBy {
    /// A printed percentage of a count.
    Percentage,
    /// What a larger whole, or a longer period, leaves.
    Difference,
    /// Printed figures added up.
    Sum,
    /// Brought to another total, or to the end of its period.
    Scaled,
    /// A printed figure shared out in the shape of another.
    Split,
    /// The figure of another period, or of a part of it, taken for this one.
    OtherPeriod,
    /// Printed for categories that are nearly these.
    Categories,
    /// Set by the publisher of the cube: nobody printed it.
    Assumed,
}

impl Control {
    /// Whether more than what was printed went into it: the shape of another figure, another period or other
    /// categories, or what its publisher set.
    #[must_use]
    pub fn rests_on_assumption(&self) -> bool {
        self.derived
            .as_ref()
            .is_some_and(|derived| match derived.how {
                DerivedBy::Percentage | DerivedBy::Difference | DerivedBy::Sum => false,
                DerivedBy::Scaled
                | DerivedBy::Split
                | DerivedBy::OtherPeriod
                | DerivedBy::Categories
                | DerivedBy::Assumed => true,
            })
    }
}

impl DerivedBy {
    /// Every way.
    pub const ALL: [Self; 8] = [
        Self::Percentage,
        Self::Difference,
        Self::Sum,
        Self::Scaled,
        Self::Split,
        Self::OtherPeriod,
        Self::Categories,
        Self::Assumed,
    ];

    /// Its name in files, which no language changes.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Percentage => "percentage",
            Self::Difference => "difference",
            Self::Sum => "sum",
            Self::Scaled => "scaled",
            Self::Split => "split",
            Self::OtherPeriod => "period",
            Self::Categories => "categories",
            Self::Assumed => "assumed",
        }
    }
}

/// What the publisher of a cube derived from a printed figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Derived {
    /// How.
    pub how: DerivedBy,
    /// The same in words.
    pub text: Label,
    /// What a printed percentage is of.
    pub percent_of: Option<Selection>,
    /// Every value that the printed figures leave open, in the measure of the control; `None` where
    /// they do not bound it.
    pub interval: Option<Interval>,
}

/// A figure that the cube reproduces, or is compared with.
#[derive(Debug, Clone, PartialEq)]
pub struct Control {
    /// How strictly.
    pub kind: ControlKind,
    /// What is measured.
    pub selection: Selection,
    /// A share is measured over this; `None`: a count.
    pub share_of: Option<Selection>,
    /// The figure asked for: units of the cube, or 0 to 1 for a share.
    pub value: f64,
    /// The largest distance that still counts as kept.
    pub tolerance: f64,
    /// What was printed; `None` where the publisher of the cube does not say.
    pub printed: Option<Printed>,
    /// What `value` was derived by; `None`: it is the printed figure itself.
    pub derived: Option<Derived>,
    /// Where the printed figure stands.
    pub source: Source,
    /// What the publisher of the cube adds.
    pub note: Option<Label>,
}

impl Control {
    /// Every value that what was printed leaves open, in the measure of the control; `None` where
    /// nothing is said of it.
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        match &self.derived {
            Some(derived) => derived.interval,
            None => self.printed.as_ref().map(Printed::measured),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn control(printed: Option<Printed>, derived: Option<Derived>) -> Control {
        Control {
            kind: ControlKind::Hard,
            selection: Selection::all(),
            share_of: None,
            value: 0.86,
            tolerance: 0.0,
            printed,
            derived,
            source: Source::default(),
            note: None,
        }
    }

    #[test]
    fn a_control_is_as_wide_as_what_was_printed_or_derived_of_it() {
        let percent = |value, decimals| Printed {
            value,
            unit: PrintedUnit::Percent,
            decimals,
            period: Label::new("2024"),
            of: None,
        };
        let derived = |interval| Derived {
            how: DerivedBy::Percentage,
            text: Label::new("86 % of 100"),
            percent_of: Some(Selection::all()),
            interval,
        };
        let own = control(Some(percent(86.0, 0)), None);
        assert_eq!(own.interval(), Interval::new(0.855, 0.865));
        let fine = control(Some(percent(4.5, 1)), None).interval().unwrap();
        assert!((fine.low - 0.0445).abs() < 1e-12 && (fine.high - 0.0455).abs() < 1e-12);
        // Nothing is below zero.
        let none = control(Some(percent(0.0, 0)), None);
        assert_eq!(none.interval(), Interval::new(0.0, 0.005));
        let within = Interval::new(85.0, 87.0);
        let made = control(Some(percent(86.0, 0)), Some(derived(within)));
        assert_eq!(made.interval(), within);
        assert_eq!(control(None, Some(derived(None))).interval(), None);
        assert_eq!(control(None, None).interval(), None);
    }

    #[test]
    fn every_way_has_a_name_of_its_own() {
        let mut keys = DerivedBy::ALL.map(DerivedBy::key);
        keys.sort_unstable();
        assert!(keys.windows(2).all(|pair| pair[0] < pair[1]), "{keys:?}");
        let kinds = ControlKind::ALL.map(ControlKind::key);
        assert_eq!(kinds, ["hard", "soft", "check"]);
    }
}
