//! How precisely a figure is known that rests on printed ones.

use super::{
    Axis, CatIx, Control, ControlKind, Cube, DerivedBy, Interval, PrintedUnit, Role, Selection,
};

impl Cube {
    /// Every count that the printed figures leave open of a selection: that of its own control, or of a
    /// share of a count that is known so; else the sum of its members along one axis, or of its periods, where each
    /// has one.
    /// `None` where no control speaks of it: then nothing is said, not even that it is exact. A rate is
    /// this, times its factor.
    ///
    /// It is what the *rounding in print* leaves open, no error of a model.
    #[must_use]
    pub fn count_within(&self, selection: &Selection) -> Option<Interval> {
        let of_one = |of: &Selection| {
            self.control_of_count(of)
                .or_else(|| self.control_of_share(of))
        };
        of_one(selection)
            .or_else(|| sum_of_members(selection, of_one))
            .or_else(|| self.sum_of_periods(selection, of_one))
    }

    /// Where nothing is chosen of periods that are added: each of them.
    fn sum_of_periods(
        &self,
        selection: &Selection,
        of_one: impl Fn(&Selection) -> Option<Interval>,
    ) -> Option<Interval> {
        let time = self.with_role(Role::Time)?;
        let mut clauses = selection.clauses();
        if clauses.any(|(axis, _)| axis.dimension() == time)
            || !self.reading(selection).of(time).parts_add()
        {
            return None;
        }
        let axis = Axis::of_dimension(time);
        let all = self.dimension(time).categories().iter();
        let periods = all.map(|(at, _)| of_one(&selection.clone().with(axis, vec![at])));
        sum(periods)
    }

    /// Every share, 0 to 1, that the printed figures leave open of a selection in one that holds it: as
    /// it was printed, else by the two counts.
    #[must_use]
    pub fn share_within(&self, selection: &Selection, whole: &Selection) -> Option<Interval> {
        let printed = |control: &&Control| control.share_of.as_ref() == Some(whole);
        let percent = |control: &&Control| {
            let derived = control.derived.as_ref();
            derived.is_some_and(|it| it.percent_of.as_ref() == Some(whole))
        };
        if let Some(share) = self.kept(selection).find(printed) {
            return share.interval();
        }
        if let Some(control) = self.kept(selection).find(percent) {
            return percentage(control);
        }
        let [part, whole] = [selection, whole].map(|it| self.count_within(it));
        part?.share_of_sum(whole?)
    }

    /// The controls of a selection that the cube was made to keep.
    fn kept(&self, selection: &Selection) -> impl Iterator<Item = &Control> {
        let controls = self.metadata().controls.iter();
        controls.filter(move |it| it.kind != ControlKind::Check && it.selection == *selection)
    }

    fn control_of_count(&self, selection: &Selection) -> Option<Interval> {
        let of_count = |control: &&Control| control.share_of.is_none();
        self.kept(selection).find(of_count)?.interval()
    }

    /// A share of a count that has a control of its own, or whose members have.
    fn control_of_share(&self, selection: &Selection) -> Option<Interval> {
        let share = self.kept(selection).find(|it| it.share_of.is_some())?;
        let whole = share.share_of.as_ref()?;
        let members = || sum_of_members(whole, |of| self.control_of_count(of));
        Some(
            share
                .interval()?
                .of(self.control_of_count(whole).or_else(members)?),
        )
    }
}

/// The members of the one axis of which several are picked, added up.
fn sum_of_members(
    selection: &Selection,
    of_one: impl Fn(&Selection) -> Option<Interval>,
) -> Option<Interval> {
    let several = |(_, picked): &(Axis, &[CatIx])| picked.len() > 1;
    let mut clauses = selection.clauses().filter(several);
    let (Some((axis, picked)), None) = (clauses.next(), clauses.next()) else {
        return None;
    };
    let members = picked
        .iter()
        .map(|at| of_one(&selection.clone().with(axis, vec![*at])));
    sum(members)
}

/// `None` where one is not known.
fn sum(mut parts: impl Iterator<Item = Option<Interval>>) -> Option<Interval> {
    let first = parts.next()??;
    parts.try_fold(first, |sum, part| Some(sum.plus(part?)))
}

/// The percentage that a count was derived from.
fn percentage(control: &Control) -> Option<Interval> {
    let how = control.derived.as_ref().map(|derived| derived.how);
    let printed = control.printed.as_ref();
    let printed = printed.filter(|it| it.unit == PrintedUnit::Percent)?;
    let Interval { low, high } = printed.interval();
    (how == Some(DerivedBy::Percentage)).then_some(Interval {
        low: low / 100.0,
        high: high / 100.0,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cube::{
        Category, Code, Derived, Dimension, Id, Label, Metadata, Printed, Source, Values,
    };

    fn dimension(id: &str, role: Role, codes: &[&str]) -> Dimension {
        let category = |code: &&str| Category::new(Code::new(code), Label::new(code));
        let all = codes.iter().map(category).collect();
        Dimension::new(Id::new(id), Label::new(id), role, all).unwrap()
    }

    fn printed(value: f64, unit: PrintedUnit, decimals: i8) -> Printed {
        let period = Label::new("2024");
        Printed {
            value,
            unit,
            decimals,
            period,
            of: None,
        }
    }

    /// 100 wells of 2023, as printed; about 300 of both years; 40 % of all wells are dug; of those of
    /// 2023 it was printed that 30 % are.
    fn wells() -> Cube {
        let years = dimension("year", Role::Time, &["2023", "2024"]);
        let kinds = dimension("kind", Role::Classification, &["dug", "drilled"]);
        let bare = Cube::new(
            vec![years, kinds],
            Values::Whole(vec![30, 70, 90, 110]),
            Default::default(),
            Metadata::default(),
        )
        .unwrap();
        let control = |selection, share_of, value, printed, derived| Control {
            kind: ControlKind::Soft,
            selection,
            share_of,
            value,
            tolerance: 0.0,
            printed: Some(printed),
            derived,
            source: Source::default(),
            note: None,
        };
        let derived = |how, percent_of, interval| Derived {
            how,
            text: Label::new("derived"),
            percent_of,
            interval,
        };
        let all = printed(300.0, PrintedUnit::Count, -2);
        let left = derived(DerivedBy::Difference, None, Interval::new(150.0, 250.0));
        let forty = printed(40.0, PrintedUnit::Percent, 0);
        let of_all = Some(Selection::all());
        let dug = derived(DerivedBy::Percentage, of_all, Interval::new(98.75, 141.75));
        let controls = vec![
            control(
                year(0),
                None,
                100.0,
                printed(100.0, PrintedUnit::Count, 0),
                None,
            ),
            control(year(1), None, 200.0, all.clone(), Some(left)),
            control(Selection::all(), None, 300.0, all, None),
            control(of_kind(Selection::all()), None, 120.0, forty, Some(dug)),
            control(
                of_kind(year(0)),
                Some(year(0)),
                0.3,
                printed(30.0, PrintedUnit::Percent, 0),
                None,
            ),
        ];
        bare.with_metadata(Metadata {
            controls,
            ..Metadata::default()
        })
        .unwrap()
    }

    fn year(at: usize) -> Selection {
        Selection::all().with(Axis::of_dimension(crate::cube::DimIx(0)), vec![CatIx(at)])
    }

    fn of_kind(selection: Selection) -> Selection {
        selection.with(Axis::of_dimension(crate::cube::DimIx(1)), vec![CatIx(0)])
    }

    #[track_caller]
    fn check(found: Option<Interval>, low: f64, high: f64) {
        let found = found.unwrap();
        let near = |found: f64, expected: f64| (found - expected).abs() < 1e-9;
        assert!(near(found.low, low) && near(found.high, high), "{found:?}");
    }

    #[test]
    fn a_count_is_as_precise_as_what_was_printed_of_it() {
        let cube = wells();
        check(cube.count_within(&year(0)), 100.0, 100.0);
        check(cube.count_within(&Selection::all()), 250.0, 350.0);
        check(cube.count_within(&year(1)), 150.0, 250.0);
        // A share of a count: 29.5 to 30.5 % of 100.
        check(cube.count_within(&of_kind(year(0))), 29.5, 30.5);
        // Both years, named: the sum of the two.
        let axis = Axis::of_dimension(crate::cube::DimIx(0));
        let both = Selection::all().with(axis, vec![CatIx(0), CatIx(1)]);
        check(cube.count_within(&both), 250.0, 350.0);
        assert_eq!(cube.count_within(&of_kind(year(1))), None);
    }

    #[test]
    fn a_share_is_as_it_was_printed_else_by_its_counts() {
        let cube = wells();
        check(cube.share_within(&of_kind(year(0)), &year(0)), 0.295, 0.305);
        let all = Selection::all();
        check(cube.share_within(&of_kind(all.clone()), &all), 0.395, 0.405);
        // 100 of 100 and what 2024 adds, 150 to 250.
        check(
            cube.share_within(&year(0), &all),
            100.0 / 350.0,
            100.0 / 250.0,
        );
        assert_eq!(cube.share_within(&of_kind(year(1)), &year(1)), None);
    }
}
