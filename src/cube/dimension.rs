//! A dimension: the ordered categories along one side of a cube, and its coarser groupings.

use super::parts::Parts;
use super::{CatIx, Category, Code, CubeError, Grouping, Id, Label, Members};

/// What a dimension stands for (JSON-stat 2.0, `role`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Periods, in order.
    Time,
    /// Places.
    Geo,
    /// Different measures: exactly one category is shown at a time.
    Metric,
    /// Any other classification.
    Classification,
}

/// One side of a cube.
#[derive(Debug, Clone, PartialEq)]
pub struct Dimension {
    id: Id,
    label: Label,
    role: Role,
    all_label: Option<Label>,
    categories: Members,
    groupings: Vec<Grouping>,
    total: Option<CatIx>,
    parts: Parts,
}

impl Dimension {
    /// A dimension with its categories in order, without groupings.
    ///
    /// # Errors
    /// [`CubeError::NoCategories`] and [`CubeError::DuplicateCode`].
    pub fn new(
        id: Id,
        label: Label,
        role: Role,
        categories: Vec<Category>,
    ) -> Result<Self, CubeError> {
        let categories = Members::new(&id, categories)?;
        let parts = Parts::none(categories.len());
        Ok(Self {
            id,
            label,
            role,
            all_label: None,
            categories,
            groupings: Vec::new(),
            total: None,
            parts,
        })
    }

    /// Names all places (or periods, or people) of the dimension together, as in "Veluna".
    #[must_use]
    pub fn with_all_label(mut self, all_label: Label) -> Self {
        self.all_label = Some(all_label);
        self
    }

    /// Adds coarser views of the same categories.
    ///
    /// # Errors
    /// [`CubeError::GroupingSize`] when a grouping does not speak of every category.
    pub fn with_groupings(mut self, groupings: Vec<Grouping>) -> Result<Self, CubeError> {
        for grouping in &groupings {
            if grouping.leaves() != self.categories.len() {
                return Err(CubeError::GroupingSize {
                    grouping: grouping.id().clone(),
                    expected: self.categories.len(),
                    found: grouping.leaves(),
                });
            }
        }
        self.groupings = groupings;
        Ok(self)
    }

    /// Marks a category as the published total of the others: it is never added to them.
    ///
    /// # Errors
    /// [`CubeError::UnknownCode`] when the dimension has no such category.
    pub fn with_total(mut self, code: &Code) -> Result<Self, CubeError> {
        self.total = Some(self.categories.find(&self.id, code)?);
        Ok(self)
    }

    /// Tells which categories are parts of another (JSON-stat `category.child`): parent, parts.
    ///
    /// # Errors
    /// [`CubeError::UnknownCode`] for a code without a category, [`CubeError::ChildCycle`] when a
    /// category would be a part of itself or of two others, [`CubeError::PartsTooDeep`].
    pub fn with_children(mut self, children: &[(Code, Vec<Code>)]) -> Result<Self, CubeError> {
        self.parts.add(&self.id, &self.categories, children)?;
        Ok(self)
    }

    /// What a category is a part of, the nearest first.
    pub(super) fn holders(&self, of: CatIx) -> impl Iterator<Item = CatIx> + '_ {
        self.parts.holders(of)
    }

    /// Which categories are added up when `chosen` are picked (`None`: no choice made): never a
    /// part together with what already holds it. Shape: one entry a category.
    #[must_use]
    pub fn additive(&self, chosen: Option<&[bool]>) -> Vec<bool> {
        let all = vec![true; self.categories.len()];
        let chosen = match (chosen, self.total) {
            (None, Some(total)) => return (0..all.len()).map(|at| at == total.0).collect(),
            (Some(chosen), Some(total)) if chosen[total.0] => {
                return (0..chosen.len()).map(|at| at == total.0).collect();
            }
            (chosen, _) => chosen.unwrap_or(&all),
        };
        if self.role == Role::Metric {
            let first = chosen.iter().position(|&picked| picked);
            return (0..chosen.len()).map(|at| Some(at) == first).collect();
        }
        (0..chosen.len())
            .map(|at| chosen[at] && !self.holders(CatIx(at)).any(|above| chosen[above.0]))
            .collect()
    }

    /// The id, as written in links and files.
    #[must_use]
    pub fn id(&self) -> &Id {
        &self.id
    }
    /// The name for readers.
    #[must_use]
    pub fn label(&self) -> &Label {
        &self.label
    }
    /// What it stands for.
    #[must_use]
    pub fn role(&self) -> Role {
        self.role
    }
    /// The name of all categories together, where the publisher gave one.
    #[must_use]
    pub fn all_label(&self) -> Option<&Label> {
        self.all_label.as_ref()
    }
    /// The categories, in the order of the cube.
    #[must_use]
    pub fn categories(&self) -> &Members {
        &self.categories
    }
    /// The coarser views.
    #[must_use]
    pub fn groupings(&self) -> &[Grouping] {
        &self.groupings
    }
    /// The category that is the total of the others.
    #[must_use]
    pub fn total(&self) -> Option<CatIx> {
        self.total
    }
    /// The category this one is a part of.
    #[must_use]
    pub fn parent(&self, of: CatIx) -> Option<CatIx> {
        self.parts.parent(of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dimension() -> Dimension {
        let categories = ["T", "a", "b", "b1", "b2"]
            .map(|code| Category::new(Code::new(code), Label::new(code)));
        Dimension::new(
            Id::new("d"),
            Label::new("D"),
            Role::Classification,
            categories.to_vec(),
        )
        .unwrap()
    }

    fn code(text: &str) -> Code {
        Code::new(text)
    }

    #[test]
    fn a_total_is_never_added_to_its_parts() {
        let with_total = dimension().with_total(&code("T")).unwrap();
        assert_eq!(
            with_total.additive(None),
            [true, false, false, false, false]
        );
        assert_eq!(
            with_total.additive(Some(&[false, true, true, false, false])),
            [false, true, true, false, false]
        );
        assert_eq!(
            with_total.additive(Some(&[true, true, true, false, false])),
            [true, false, false, false, false]
        );
    }

    #[test]
    fn a_part_is_never_added_to_what_holds_it() {
        let nested = dimension()
            .with_children(&[(code("b"), vec![code("b1"), code("b2")])])
            .unwrap();
        assert_eq!(nested.additive(None), [true, true, true, false, false]);
        assert_eq!(
            nested.additive(Some(&[false, false, false, true, true])),
            [false, false, false, true, true]
        );
    }
}
