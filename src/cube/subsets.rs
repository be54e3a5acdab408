//! Every choice of some things.

/// Every choice of two or more of a few things: of the first of them before those with later ones.
pub(crate) fn subsets<T: Copy>(things: &[T]) -> impl Iterator<Item = Vec<T>> {
    let chosen = move |set: usize| {
        let members = things.iter().enumerate();
        let members = members.filter(move |(nth, _)| set >> nth & 1 == 1);
        members.map(|(_, thing)| *thing).collect::<Vec<T>>()
    };
    let sets = 1..1_usize << things.len();
    sets.map(chosen).filter(|set| set.len() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_of_two_or_more_comes_once() {
        let found: Vec<Vec<char>> = subsets(&['a', 'b', 'c']).collect();
        let expected = [&['a', 'b'][..], &['a', 'c'], &['b', 'c'], &['a', 'b', 'c']];
        assert_eq!(found, expected);
        assert_eq!(subsets(&[1]).count(), 0);
    }
}
