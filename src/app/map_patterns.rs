//! The patterns of what is no class.

use leptos::prelude::*;
use super::value::{Derived};

use super::live::text;
use crate::scene::{Fill, HATCH_PX, hatch};

/// A pattern for each fill that is no colour, under the letter of the picture that uses it.
pub(super) fn patterns(letter: char, transform: Derived<String>) -> AnyView {
    let pattern = |fill: Fill| {
        let name = fill.pattern().unwrap_or_default();
        view! {
            <pattern id=format!("{letter}-{name}") class=name width=HATCH_PX height=HATCH_PX
                patternUnits="userSpaceOnUse" patternTransform=text(move || transform.get())>
                <rect width=HATCH_PX height=HATCH_PX></rect>
                <path d=hatch(fill)></path>
            </pattern>
        }
        .into_any()
    };
    let patterns: Vec<AnyView> = Fill::MARKED.into_iter().map(pattern).collect();
    view! { <defs>{patterns}</defs> }.into_any()
}
