//! Which periods are of one series: years and quarters never share a line.

use super::Period;
use crate::cube::{CatIx, Category, Cube, DimIx, Dimension, Role, Selection, order_by};

impl Period {
    /// The period that a category names, by its label or else its code.
    #[must_use]
    pub fn of(category: &Category) -> Option<Self> {
        let texts = [category.label().own(), category.code().as_str()];
        texts.into_iter().find_map(Self::parse)
    }
}

/// The periods of a dimension, the one that ends last first; of two that end on the same day the
/// longer. What names no period comes last, the last of the file first.
pub(super) fn latest_end_first(dimension: &Dimension) -> Vec<usize> {
    let end = |at: usize| {
        let period = Period::of(dimension.categories().get(CatIx(at)));
        period.map_or((i64::MIN, 0, at), |period| (period.end, period.days(), at))
    };
    let periods: Vec<_> = (0..dimension.categories().len()).map(end).collect();
    order_by(periods.len(), &|a, b| periods[b].cmp(&periods[a]))
}

/// How the periods of a dimension stand to each other. It follows from their names, and to read these
/// takes much code: so it is part of a reading, which a page is given.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct PeriodOrder {
    /// Every period, the one that ends last first.
    pub(crate) last_first: Vec<usize>,
    /// The periods that are equally long, each list from the first to the last. A total of all periods is in
    /// none.
    pub(crate) series: Vec<Vec<usize>>,
}

impl PeriodOrder {
    pub(super) fn of(dimension: &Dimension) -> Self {
        let periods = dimension.categories().iter();
        let periods: Vec<Option<Period>> =
            periods.map(|(_, category)| Period::of(category)).collect();
        let mut series: Vec<(Option<i64>, Vec<usize>)> = Vec::new();
        for (at, period) in periods.iter().enumerate() {
            if dimension.total() == Some(CatIx(at)) {
                continue;
            }
            let days = period.map(Period::days);
            match series.iter_mut().find(|(known, _)| *known == days) {
                Some((_, series)) => series.push(at),
                None => series.push((days, vec![at])),
            }
        }
        let in_order = |series: Vec<usize>| {
            let start = |nth: usize| (periods[series[nth]].map(|period| period.start), nth);
            let order = order_by(series.len(), &|a, b| start(a).cmp(&start(b)));
            order.into_iter().map(|nth| series[nth]).collect()
        };
        Self {
            last_first: latest_end_first(dimension),
            series: series
                .into_iter()
                .map(|(_, series)| in_order(series))
                .collect(),
        }
    }
}

impl Cube {
    /// The period that the figure of a selection speaks of, or the last of those added up; `None`
    /// without a dimension of time.
    #[must_use]
    pub fn period_read(&self, selection: &Selection) -> Option<CatIx> {
        let time = self.with_role(Role::Time)?;
        let total = self.dimension(time).total();
        let passes = selection.passes(self, time, None);
        let counted = self.counted(selection, time, passes.as_deref());
        let reading = self.reading(selection);
        let latest = reading.of(time).periods.last_first.iter();
        let mut periods = latest.map(|at| CatIx(*at)).filter(|at| Some(*at) != total);
        let read = periods.clone().find(|at| counted[at.0]);
        read.or_else(|| periods.next())
    }

    /// The periods of a dimension of time that are as long as one, itself among them, from the first to the last: those that
    /// may share a line. Categories that name no period are as long as each other, in the order of
    /// the file; a total of all periods is of no series.
    ///
    /// ```
    /// use jangkau::cube::*;
    /// let codes = ["2020", "2020Q1", "2020Q2", "2021"];
    /// let periods = codes.map(|code| Category::new(Code::new(code), Label::new(code)));
    /// let time = Dimension::new(Id::new("t"), Label::new("Period"), Role::Time, periods.to_vec())?;
    /// let cube = Cube::new(vec![time], Values::Whole(vec![9; 4]), Default::default(), Metadata::default())?;
    /// assert_eq!(cube.series_of(DimIx(0), CatIx(0)), [CatIx(0), CatIx(3)]);
    /// assert_eq!(cube.series_of(DimIx(0), CatIx(2)), [CatIx(1), CatIx(2)]);
    /// # Ok::<(), CubeError>(())
    /// ```
    #[must_use]
    pub fn series_of(&self, time: DimIx, period: CatIx) -> Vec<CatIx> {
        let reading = self.reading(&Selection::all());
        let mut series = reading.of(time).periods.series.iter();
        let own = series.find(|series| series.contains(&period.0));
        own.map_or_else(Vec::new, |own| own.iter().copied().map(CatIx).collect())
    }

    /// The periods from one to another, in the order of the file: those as long as both, where these
    /// are equally long.
    #[must_use]
    pub fn periods_between(&self, time: DimIx, one: CatIx, other: CatIx) -> Vec<CatIx> {
        let series = self.series_of(time, one);
        let all = (one.min(other).0..=one.max(other).0).map(CatIx);
        let is_one_series = series.contains(&other);
        all.filter(|at| !is_one_series || series.contains(at))
            .collect()
    }

    /// Whether the change from a period to the one that is read can be told: both are equally long.
    #[must_use]
    pub fn is_comparable_period(&self, selection: &Selection, from: CatIx) -> bool {
        let time = self.with_role(Role::Time);
        let read = time.zip(self.period_read(selection));
        read.is_some_and(|(time, read)| self.series_of(time, read).contains(&from))
    }
}
