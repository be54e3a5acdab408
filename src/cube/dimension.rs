//! A dimension: the ordered categories along one side of a cube, and its coarser groupings.

use super::parts::Parts;
use super::{Aggregation, CatIx, Category, Code, CubeError, Grouping, Id, Label, Members};

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

/// What is shown of a dimension where nothing of it is chosen and its publisher says so
/// (`extension.default`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DefaultCategory {
    /// One category.
    Category(CatIx),
    /// The latest period.
    Latest,
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
    aggregation: Option<Aggregation>,
    default: Option<DefaultCategory>,
    can_be_left_out: bool,
    /// Whether each category is known to share nothing with another such; empty where none is.
    disjoint: Vec<bool>,
    notes: Vec<Label>,
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
            aggregation: None,
            default: None,
            can_be_left_out: false,
            disjoint: Vec::new(),
            notes: Vec::new(),
            parts,
        })
    }

    /// The same dimension in another role.
    #[must_use]
    pub fn with_role(mut self, role: Role) -> Self {
        self.role = role;
        self
    }

    /// Gives it another name.
    #[must_use]
    pub fn with_label(mut self, label: Label) -> Self {
        self.label = label;
        self
    }

    /// The same categories with other words; `said` is given each and leaves its code.
    ///
    /// # Errors
    /// [`CubeError::DuplicateCode`] where it does not.
    pub fn with_words(
        mut self,
        said: impl Fn(CatIx, Category) -> Category,
    ) -> Result<Self, CubeError> {
        let categories = self.categories.iter();
        let categories = categories.map(|(at, category)| said(at, category.clone()));
        self.categories = Members::new(&self.id, categories.collect())?;
        Ok(self)
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
    /// category would be a part of itself, [`CubeError::PartsTooDeep`].
    pub fn with_children(mut self, children: &[(Code, Vec<Code>)]) -> Result<Self, CubeError> {
        self.parts.add(&self.id, &self.categories, children)?;
        Ok(self)
    }

    /// Says whether figures may be added along this dimension, whatever holds for the others.
    #[must_use]
    pub fn with_aggregation(mut self, aggregation: Option<Aggregation>) -> Self {
        self.aggregation = aggregation;
        self
    }

    /// Says what is shown where nothing of it is chosen.
    #[must_use]
    pub fn with_default(mut self, default: Option<DefaultCategory>) -> Self {
        self.default = default;
        self
    }

    /// Says that its publisher leaves it out by adding all its categories up (`PxWeb`, `elimination`
    /// without a value).
    #[must_use]
    pub fn with_elimination(mut self, can_be_left_out: bool) -> Self {
        self.can_be_left_out = can_be_left_out;
        self
    }

    /// Tells which categories share nothing with each other, as places whose shapes lie side by side: what is
    /// counted in them may be added.
    ///
    /// # Errors
    /// [`CubeError::UnknownCode`] for a code without a category.
    pub fn with_disjoint(mut self, codes: &[Code]) -> Result<Self, CubeError> {
        let size = if codes.is_empty() {
            0
        } else {
            self.categories.len()
        };
        let mut disjoint = vec![false; size];
        for code in codes {
            disjoint[self.categories.find(&self.id, code)?.0] = true;
        }
        self.disjoint = disjoint;
        Ok(self)
    }

    /// Says how its categories are meant, one paragraph each (JSON-stat 2.0, `note`).
    #[must_use]
    pub fn with_notes(mut self, notes: Vec<Label>) -> Self {
        self.notes = notes;
        self
    }

    /// Everything a category is a part of, the nearest first.
    pub(super) fn holders(&self, of: CatIx) -> Vec<CatIx> {
        self.parts.holders(of)
    }

    /// The chosen categories but those that are a part of another chosen one; `chosen`: ascending.
    pub(super) fn outermost(&self, chosen: &[CatIx]) -> Vec<CatIx> {
        let is_chosen = |above: &CatIx| chosen.binary_search(above).is_ok();
        let is_held = |at: &CatIx| self.holders(*at).iter().any(is_chosen);
        chosen.iter().copied().filter(|at| !is_held(at)).collect()
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
    /// Whether figures may be added along it, where its publisher says so of this dimension.
    #[must_use]
    pub fn aggregation(&self) -> Option<Aggregation> {
        self.aggregation
    }
    /// What is shown where nothing of it is chosen, where its publisher says so.
    #[must_use]
    pub fn default_category(&self) -> Option<DefaultCategory> {
        self.default
    }
    /// Whether its publisher leaves it out by adding all its categories up.
    #[must_use]
    pub fn can_be_left_out(&self) -> bool {
        self.can_be_left_out
    }
    /// Whether a category is known to share nothing with others of which it is known, too.
    #[must_use]
    pub fn is_disjoint(&self, category: CatIx) -> bool {
        self.disjoint.get(category.0).copied().unwrap_or(false)
    }
    /// How its categories are meant ("age when the programme began"), one paragraph each.
    #[must_use]
    pub fn notes(&self) -> &[Label] {
        &self.notes
    }
    /// The categories this one is a part of, as the publisher says.
    #[must_use]
    pub fn parents(&self, of: CatIx) -> &[CatIx] {
        self.parts.parents(of)
    }
    /// The parts of each category, as the publisher says; one entry a category.
    #[must_use]
    pub fn children(&self) -> Vec<Vec<CatIx>> {
        self.parts.children()
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
    fn a_part_is_never_counted_beside_what_holds_it() {
        let nested = dimension()
            .with_children(&[(code("b"), vec![code("b1"), code("b2")])])
            .unwrap();
        let all = [0, 1, 2, 3, 4].map(CatIx);
        assert_eq!(nested.outermost(&all), [0, 1, 2].map(CatIx));
        assert_eq!(nested.outermost(&all[3..]), [3, 4].map(CatIx));
    }
}
