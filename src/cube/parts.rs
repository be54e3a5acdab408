//! Categories that are parts of others of the same dimension (JSON-stat `category.child`).

use super::{CatIx, Code, CubeError, Id, Members};

/// Levels of parts above a category: more are an error of the file, and slow to walk.
const DEEPEST: usize = 32;

/// For each category those that it is a part of. None is a part of itself.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Parts {
    parents: Vec<Vec<CatIx>>,
}

impl Parts {
    /// No category is a part of another.
    pub(super) fn none(categories: usize) -> Self {
        Self {
            parents: vec![Vec::new(); categories],
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
                if !self.parents[below.0].contains(&above) {
                    self.parents[below.0].push(above);
                }
            }
        }
        self.check(dimension, categories)
    }

    /// How deep each category lies, found from the top down: what is never found lies in a circle.
    fn check(&self, dimension: &Id, categories: &Members) -> Result<(), CubeError> {
        let mut open: Vec<usize> = self.parents.iter().map(Vec::len).collect();
        let mut level: Vec<usize> = (0..open.len()).filter(|at| open[*at] == 0).collect();
        let children = self.children();
        let code = |at: usize| categories.get(CatIx(at)).code().clone();
        for depth in 0.. {
            let Some(&first) = level.first() else { break };
            if depth > DEEPEST {
                return Err(CubeError::PartsTooDeep {
                    dimension: dimension.clone(),
                    code: code(first),
                    limit: DEEPEST,
                });
            }
            let mut below = Vec::new();
            for part in level.iter().flat_map(|at| &children[*at]) {
                open[part.0] -= 1;
                if open[part.0] == 0 {
                    below.push(part.0);
                }
            }
            level = below;
        }
        match open.iter().position(|open| *open > 0) {
            None => Ok(()),
            Some(at) => Err(CubeError::ChildCycle {
                dimension: dimension.clone(),
                code: code(at),
            }),
        }
    }

    /// The categories this one is a part of.
    pub(super) fn parents(&self, of: CatIx) -> &[CatIx] {
        &self.parents[of.0]
    }

    /// Everything a category is a part of, the nearest first.
    pub(super) fn holders(&self, of: CatIx) -> Vec<CatIx> {
        let mut holders = self.parents[of.0].clone();
        let mut at = 0;
        while let Some(&holder) = holders.get(at) {
            let further = self.parents[holder.0].iter();
            let further: Vec<CatIx> = further
                .filter(|it| !holders.contains(it))
                .copied()
                .collect();
            holders.extend(further);
            at += 1;
        }
        holders
    }

    /// The parts of each category, in order.
    pub(super) fn children(&self) -> Vec<Vec<CatIx>> {
        let mut children = vec![Vec::new(); self.parents.len()];
        for (part, parents) in self.parents.iter().enumerate() {
            for parent in parents {
                children[parent.0].push(CatIx(part));
            }
        }
        children
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
