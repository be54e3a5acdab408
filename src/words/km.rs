//! Khmer. Not yet translated: its own name, its numbers and its plural are here, every other word is English
//! until it is filled in, and the foot of the page says so (`privacy`).

use super::{Messages, NumberForm, PluralRule, en};

pub(super) static MESSAGES: Messages = Messages {
    numbers: NumberForm {
        group: ',',
        decimal: '.',
        before_sign: "",
        mark: "",
    },
    plurals: PluralRule::Uniform,
    code: "km",
    name: "ភាសាខ្មែរ",
    privacy: "Everything is worked out in your browser: no account, no cookie, no tracking. Not yet translated into Khmer.",
    ..en::MESSAGES
};
