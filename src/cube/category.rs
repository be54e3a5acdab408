//! Categories: the values a dimension can take, and the groups of a grouping.

use super::{CatIx, CubeError, Decimals, Id, Label, MeasuringType, Unit, order_by};

/// The code of a category or group: what links and files say.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(Box<str>);

impl Code {
    /// A code, taken as it stands.
    #[must_use]
    pub fn new(code: &str) -> Self {
        Self(code.into())
    }
    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// One category of a dimension, or one group of a grouping.
#[derive(Debug, Clone, PartialEq)]
pub struct Category {
    code: Code,
    label: Label,
    phrase: Option<Label>,
    unit: Option<Unit>,
    measuring_type: Option<MeasuringType>,
    reference_period: Option<Box<str>>,
    other_codes: Vec<(Box<str>, Code)>,
}

impl Category {
    /// A category with its name.
    #[must_use]
    pub fn new(code: Code, label: Label) -> Self {
        Self {
            code,
            label,
            phrase: None,
            unit: None,
            measuring_type: None,
            reference_period: None,
            other_codes: Vec::new(),
        }
    }
    /// Gives it another name.
    #[must_use]
    pub fn with_label(mut self, label: Label) -> Self {
        self.label = label;
        self
    }

    /// Adds the words that stand for it in a sentence, after the noun.
    #[must_use]
    pub fn with_phrase(mut self, phrase: Option<Label>) -> Self {
        self.phrase = phrase;
        self
    }
    /// Adds the unit of its figures (metric dimensions).
    #[must_use]
    pub fn with_unit(mut self, unit: Option<Unit>) -> Self {
        self.unit = unit;
        self
    }
    /// Adds the time that its figures speak of ("31 December"; metric dimensions).
    #[must_use]
    pub fn with_reference_period(mut self, reference_period: Option<&str>) -> Self {
        self.reference_period = reference_period.map(Into::into);
        self
    }
    /// Adds what its figures measure (metric dimensions).
    #[must_use]
    pub fn with_measuring_type(mut self, measuring_type: Option<MeasuringType>) -> Self {
        self.measuring_type = measuring_type;
        self
    }
    /// Adds the codes other schemes have for it: scheme, code.
    #[must_use]
    pub fn with_other_codes(mut self, codes: Vec<(Box<str>, Code)>) -> Self {
        for code in codes {
            let place = self.other_codes.partition_point(|known| *known <= code);
            self.other_codes.insert(place, code);
        }
        self
    }

    /// The code.
    #[must_use]
    pub fn code(&self) -> &Code {
        &self.code
    }
    /// The name for readers.
    #[must_use]
    pub fn label(&self) -> &Label {
        &self.label
    }
    /// The words that stand for it in a sentence.
    #[must_use]
    pub fn phrase(&self) -> Option<&Label> {
        self.phrase.as_ref()
    }
    /// The unit of its figures.
    #[must_use]
    pub fn unit(&self) -> Option<&Unit> {
        self.unit.as_ref()
    }
    /// The time that its figures speak of within a period, where the publisher says so.
    #[must_use]
    pub fn reference_period(&self) -> Option<&str> {
        self.reference_period.as_deref()
    }
    /// What its figures measure, where the publisher says so.
    #[must_use]
    pub fn measuring_type(&self) -> Option<MeasuringType> {
        self.measuring_type
    }
    /// How many decimals its figures have, where the publisher says so.
    #[must_use]
    pub fn decimals(&self) -> Option<Decimals> {
        self.unit.as_ref()?.decimals
    }
    /// The codes other schemes have for it: scheme, code; in the order of the schemes.
    #[must_use]
    pub fn other_codes(&self) -> &[(Box<str>, Code)] {
        &self.other_codes
    }
}

/// Categories or groups in order, found by position or by code.
#[derive(Debug, Clone, PartialEq)]
pub struct Members {
    list: Vec<Category>,
    by_code: Vec<CatIx>,
}

impl Members {
    /// At least one category, each code once.
    ///
    /// # Errors
    /// [`CubeError::NoCategories`] and [`CubeError::DuplicateCode`], naming `list_id`.
    pub fn new(list_id: &Id, list: Vec<Category>) -> Result<Self, CubeError> {
        if list.is_empty() {
            return Err(CubeError::NoCategories {
                list: list_id.clone(),
            });
        }
        let order = order_by(list.len(), &|a, b| list[a].code.cmp(&list[b].code));
        let by_code: Vec<CatIx> = order.into_iter().map(CatIx).collect();
        let twice = by_code
            .windows(2)
            .find(|pair| list[pair[0].0].code == list[pair[1].0].code);
        if let Some(pair) = twice {
            return Err(CubeError::DuplicateCode {
                list: list_id.clone(),
                code: list[pair[0].0].code.clone(),
            });
        }
        Ok(Self { list, by_code })
    }

    /// How many there are; never 0.
    #[must_use]
    #[allow(clippy::len_without_is_empty, reason = "there is always at least one")]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The one at a position.
    ///
    /// # Panics
    /// When the position is not of this list.
    #[must_use]
    pub fn get(&self, at: CatIx) -> &Category {
        &self.list[at.0]
    }

    /// Where a code stands.
    #[must_use]
    pub fn position(&self, code: &str) -> Option<CatIx> {
        let found = self
            .by_code
            .binary_search_by(|at| self.list[at.0].code.as_str().cmp(code));
        found.ok().map(|at| self.by_code[at])
    }

    /// The position of a code that must be there.
    ///
    /// # Errors
    /// [`CubeError::UnknownCode`], naming `list_id`.
    pub(super) fn find(&self, list_id: &Id, code: &Code) -> Result<CatIx, CubeError> {
        let found = self.position(code.as_str());
        found.ok_or_else(|| CubeError::UnknownCode {
            list: list_id.clone(),
            code: code.clone(),
        })
    }

    /// All, in order.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (CatIx, &Category)> {
        self.list
            .iter()
            .enumerate()
            .map(|(at, category)| (CatIx(at), category))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn members(codes: &[&str]) -> Result<Members, CubeError> {
        let category = |code: &&str| Category::new(Code::new(code), Label::new("x"));
        Members::new(&Id::new("d"), codes.iter().map(category).collect())
    }

    #[test]
    fn a_code_is_found_where_it_stands_in_the_list() {
        let found = members(&["b", "", "a", "A"]).unwrap();
        let at = ["a", "A", "b", "", "c"].map(|code| found.position(code).map(|at| at.0));
        assert_eq!(at, [Some(2), Some(3), Some(0), Some(1), None]);
    }

    #[test]
    fn no_code_stands_twice_and_no_list_is_empty() {
        let twice = members(&["b", "a", "b"]);
        assert!(
            matches!(twice, Err(CubeError::DuplicateCode { code, .. }) if code.as_str() == "b")
        );
        assert!(matches!(members(&[]), Err(CubeError::NoCategories { .. })));
    }
}
