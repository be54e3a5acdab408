//! A control: one figure the model is held to, what was printed of it, and how strictly it is kept.

use jangkau::cube::{ControlKind, DerivedBy, Interval, Label, Printed, PrintedUnit, Source};

use super::figures::{PublishedFigure, whole_years};
pub(crate) use super::measure::{Clause, Measure, Place, Scope};

/// How the measured value stands to the one asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bound {
    Exactly,
    /// The figure is of a part of the years, or printed as "more than".
    AtLeast,
}

/// What was made of a printed figure.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Derived {
    pub(crate) how: DerivedBy,
    /// What a printed percentage is of.
    pub(crate) percent_of: Option<Scope>,
    /// What the printed figures leave open, in the measure of the control.
    pub(crate) interval: Option<Interval>,
    pub(crate) text: Label,
}

/// One published figure, or one derived from published ones, and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Control {
    pub(crate) kind: ControlKind,
    pub(crate) measure: Measure,
    pub(crate) bound: Bound,
    /// Persons, a share from 0 to 1, a rank, or regions.
    pub(crate) asked: f64,
    pub(crate) tolerance: f64,
    /// What stands in the source, its period in the words of the file; `None` of what its text tells
    /// without a figure of its own.
    pub(crate) printed: Option<Printed>,
    /// `None`: what is asked is what is printed.
    pub(crate) derived: Option<Derived>,
    pub(crate) source: Source,
    /// What is to be known of it.
    pub(crate) note: Option<Label>,
}

impl Control {
    /// A control that asks for a printed figure, or for what was derived from it. Where the figure is of
    /// another period than the years of the control, or of a part of them, it says so.
    pub(crate) fn new(
        kind: ControlKind,
        measure: Measure,
        asked: f64,
        figure: &PublishedFigure,
    ) -> Self {
        let tolerance = match (&measure, kind) {
            (_, ControlKind::Hard) | (Measure::Rank(..) | Measure::Reached(_), _) => 0.0,
            (Measure::Share(_) | Measure::PartShare(..), _) => 0.005,
            (Measure::Count(_), _) => asked * 0.005,
        };
        let printed = figure.printed();
        let is_percent = printed.unit == PrintedUnit::Percent;
        let own = if is_percent {
            figure.share()
        } else {
            figure.estimate()
        };
        let years = measure.scope().years;
        let is_of_these_years = whole_years(&figure.period).is_some_and(|it| years.are(it));
        let control = Self {
            kind,
            measure,
            bound: Bound::Exactly,
            asked,
            tolerance,
            printed: Some(printed),
            derived: None,
            source: figure.source.clone(),
            note: None,
        };
        if is_of_these_years {
            return control;
        }
        let words = ("dipakai untuk seluruh kurun", "taken for the whole period");
        control.derived(DerivedBy::OtherPeriod, Some(own.interval()), words)
    }

    /// A control whose figure its source tells in words.
    pub(crate) fn told(measure: Measure, asked: f64, source: &Source) -> Self {
        Self {
            kind: ControlKind::Check,
            measure,
            bound: Bound::Exactly,
            asked,
            tolerance: 0.0,
            printed: None,
            derived: None,
            source: source.clone(),
            note: None,
        }
    }

    /// Derived from what was printed, in this way.
    pub(crate) fn derived(
        mut self,
        how: DerivedBy,
        interval: Option<Interval>,
        (id, en): (&str, &str),
    ) -> Self {
        self.derived = Some(Derived {
            how,
            percent_of: None,
            interval,
            text: Label::new(id).with("en", en),
        });
        self
    }

    /// Printed of others than those of its scope.
    pub(crate) fn printed_of(mut self, id: &str, en: &str) -> Self {
        if let Some(printed) = &mut self.printed {
            printed.of = Some(Label::new(id).with("en", en));
        }
        self
    }

    /// A printed percentage of everyone of a scope.
    pub(crate) fn percentage_of(
        self,
        whole: Scope,
        interval: Interval,
        words: (&str, &str),
    ) -> Self {
        let mut control = self.derived(DerivedBy::Percentage, Some(interval), words);
        if let Some(derived) = &mut control.derived {
            derived.percent_of = Some(whole);
        }
        control
    }

    /// Kept within this distance; without it, half a percent.
    pub(crate) fn within(mut self, tolerance: f64) -> Self {
        self.tolerance = tolerance;
        self
    }

    /// A lower bound: what was printed leaves anything open above it.
    pub(crate) fn at_least(mut self) -> Self {
        self.bound = Bound::AtLeast;
        let bound = Label::new("batas bawah").with("en", "a lower bound");
        match &mut self.derived {
            Some(derived) => {
                derived.text = bound;
                if let Some(interval) = &mut derived.interval {
                    interval.high = f64::INFINITY;
                }
            }
            None => self.note = Some(bound),
        }
        self
    }

    pub(crate) fn noted(mut self, id: &str, en: &str) -> Self {
        self.note = Some(Label::new(id).with("en", en));
        self
    }

    /// Every value that what was printed leaves open, in the measure of the control.
    pub(crate) fn interval(&self) -> Option<Interval> {
        if let Some(derived) = &self.derived {
            return derived.interval;
        }
        let printed = self.printed.as_ref()?;
        let Interval { low, high } = printed.interval();
        Some(match printed.unit {
            PrintedUnit::Count => Interval { low, high },
            PrintedUnit::Percent => Interval {
                low: low / 100.0,
                high: high / 100.0,
            },
        })
    }
}
