//! A grouping: a coarser view of the categories of a dimension, never extra cells.

use super::{CatIx, Category, CubeError, Id, Label, Members};

/// Groups over the categories of one dimension (a hierarchical code list of SDMX).
#[derive(Debug, Clone, PartialEq)]
pub struct Grouping {
    id: Id,
    label: Label,
    vintage: Option<Box<str>>,
    groups: Members,
    of: Vec<Option<CatIx>>,
}

impl Grouping {
    /// Groups, and for each category of the dimension, in order, the group it belongs to.
    ///
    /// # Errors
    /// [`CubeError::NoCategories`], [`CubeError::DuplicateCode`]; [`CubeError::GroupOutOfRange`]
    /// when a category points at a group that is not there.
    pub fn new(
        id: Id,
        label: Label,
        groups: Vec<Category>,
        of: Vec<Option<CatIx>>,
    ) -> Result<Self, CubeError> {
        let groups = Members::new(&id, groups)?;
        if let Some(found) = of.iter().flatten().find(|group| group.0 >= groups.len()) {
            return Err(CubeError::GroupOutOfRange {
                grouping: id,
                groups: groups.len(),
                found: found.0,
            });
        }
        Ok(Self {
            id,
            label,
            vintage: None,
            groups,
            of,
        })
    }

    /// Names the year whose boundaries or lists the groups follow.
    #[must_use]
    pub fn with_vintage(mut self, vintage: Option<&str>) -> Self {
        self.vintage = vintage.map(Into::into);
        self
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
    /// The year whose boundaries or lists the groups follow.
    #[must_use]
    pub fn vintage(&self) -> Option<&str> {
        self.vintage.as_deref()
    }
    /// The groups, in order.
    #[must_use]
    pub fn groups(&self) -> &Members {
        &self.groups
    }
    /// The group of a category.
    #[must_use]
    pub fn group_of(&self, leaf: CatIx) -> Option<CatIx> {
        self.of[leaf.0]
    }
    /// How many categories it speaks of.
    #[must_use]
    pub fn leaves(&self) -> usize {
        self.of.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cube::{Code, Dimension, Role};

    #[test]
    fn a_grouping_speaks_of_every_category_and_of_groups_it_has() {
        let one = || vec![Category::new(Code::new("g"), Label::new("G"))];
        let grouping =
            |of: &[Option<CatIx>]| Grouping::new(Id::new("g"), Label::new(""), one(), of.to_vec());
        let beyond = grouping(&[Some(CatIx(0)), Some(CatIx(1))]);
        assert!(matches!(
            beyond,
            Err(CubeError::GroupOutOfRange { found: 1, .. })
        ));
        let two = grouping(&[Some(CatIx(0)), None]).unwrap();
        let dimension = Dimension::new(Id::new("d"), Label::new(""), Role::Geo, one()).unwrap();
        let error = dimension.with_groupings(vec![two]);
        assert!(matches!(
            error,
            Err(CubeError::GroupingSize {
                expected: 1,
                found: 2,
                ..
            })
        ));
    }
}
