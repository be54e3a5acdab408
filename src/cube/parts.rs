//! Categories that are parts of others of the same dimension (JSON-stat `category.child`).

use super::{CatIx, Code, CubeError, Id, Members};

/// Levels of parts above a category: more are an error of the file, and slow to walk.
const DEEPEST: usize = 32;

/// For each category the one it is a part of. None is a part of itself or of two others.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Parts {
    parents: Vec<Option<CatIx>>,
}

impl Parts {
    /// No category is a part of another.
    pub(super) fn none(categories: usize) -> Self {
        Self {
            parents: vec![None; categories],
        }
    }

    /// Adds parts to categories: parent, parts.
    ///
    /// # Errors
    /// [`CubeError::UnknownCode`], [`CubeError::ChildCycle`], [`CubeError::PartsTooDeep`].
    pub(super) fn add(
        &mut self,
        dimension: &Id,
        categories: &Members,
        children: &[(Code, Vec<Code>)],
    ) -> Result<(), CubeError> {
        for (parent, parts) in children {
            let above = categories.find(dimension, parent)?;
            for part in parts {
                let below = categories.find(dimension, part)?;
                let cycle = above == below || self.holders(above).any(|above| above == below);
                if cycle || self.parents[below.0].is_some() {
                    return Err(CubeError::ChildCycle {
                        dimension: dimension.clone(),
                        code: part.clone(),
                    });
                }
                self.check_depth(dimension, categories, above)?;
                self.parents[below.0] = Some(above);
            }
        }
        for at in 0..self.parents.len() {
            self.check_depth(dimension, categories, CatIx(at))?;
        }
        Ok(())
    }

    fn check_depth(
        &self,
        dimension: &Id,
        categories: &Members,
        of: CatIx,
    ) -> Result<(), CubeError> {
        if self.holders(of).nth(DEEPEST).is_none() {
            return Ok(());
        }
        Err(CubeError::PartsTooDeep {
            dimension: dimension.clone(),
            code: categories.get(of).code().clone(),
            limit: DEEPEST,
        })
    }

    /// The category this one is a part of.
    pub(super) fn parent(&self, of: CatIx) -> Option<CatIx> {
        self.parents[of.0]
    }

    /// What a category is a part of, the nearest first.
    pub(super) fn holders(&self, of: CatIx) -> impl Iterator<Item = CatIx> + '_ {
        std::iter::successors(self.parents[of.0], |above| self.parents[above.0])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cube::{Category, Label};

    fn code(text: &str) -> Code {
        Code::new(text)
    }

    fn parts(codes: &[Code], children: &[(Code, Vec<Code>)]) -> Result<Parts, CubeError> {
        let id = Id::new("d");
        let categories = codes
            .iter()
            .map(|code| Category::new(code.clone(), Label::new("")));
        let categories = Members::new(&id, categories.collect())?;
        let mut parts = Parts::none(codes.len());
        parts.add(&id, &categories, children)?;
        Ok(parts)
    }

    #[test]
    fn parts_of_parts_without_end_are_refused() {
        let codes: Vec<Code> = (0..40).map(|at| code(&at.to_string())).collect();
        let mut chain: Vec<(Code, Vec<Code>)> = codes
            .windows(2)
            .map(|pair| (pair[0].clone(), vec![pair[1].clone()]))
            .collect();
        for _ in 0..2 {
            assert!(matches!(
                parts(&codes, &chain),
                Err(CubeError::PartsTooDeep { limit: 32, .. })
            ));
            chain.reverse();
        }
        assert!(parts(&codes, &chain[..32]).is_ok());
    }

    #[test]
    fn a_category_cannot_be_a_part_of_itself() {
        let codes = ["T", "a", "b", "b1", "b2"].map(code);
        let around = [(code("b"), vec![code("b1")]), (code("b1"), vec![code("b")])];
        let error = parts(&codes, &around);
        assert!(matches!(error, Err(CubeError::ChildCycle { .. })));
    }
}
