//! Which category a code in a link means.

use crate::cube::{Axis, CatIx, Category, Cube};

/// A category by its own code, or by the code of another scheme, where no code of that scheme is
/// another category's own.
pub(super) fn category_of(cube: &Cube, axis: Axis, code: &str) -> Option<CatIx> {
    let members = cube.members(axis);
    members.position(code).or_else(|| {
        let other = |(_, category): &(CatIx, &Category)| {
            category
                .other_codes()
                .iter()
                .any(|(scheme, other)| other.as_str() == code && is_free(cube, axis, scheme))
        };
        members.iter().find(other).map(|(at, _)| at)
    })
}

fn is_free(cube: &Cube, axis: Axis, scheme: &str) -> bool {
    let members = cube.members(axis);
    members.iter().all(|(at, category)| {
        let mut of_scheme = category
            .other_codes()
            .iter()
            .filter(|(known, _)| &**known == scheme);
        of_scheme.all(|(_, other)| members.position(other.as_str()).is_none_or(|own| own == at))
    })
}
