//! The words of a language.

use std::rc::Rc;

use crate::browser::fetch_bytes;
use crate::words::Messages;

/// The words of a language, from the folder of the program; `None` where they do not come, or are
/// of another build.
pub(crate) async fn words_of(lang: &str, assets: &str) -> Option<&'static Messages> {
    let url = [assets, "words.", lang, ".txt"].concat();
    let bytes = fetch_bytes(&url, None, Rc::new(|_| ())).await.ok()?;
    read_words(String::from_utf8(bytes).ok()?)
}

/// Reads [`Messages::to_language_file`]; kept for as long as the page lives.
pub(crate) fn read_words(sheet: String) -> Option<&'static Messages> {
    Some(Box::leak(Box::new(Messages::from_language_file(
        sheet.leak(),
    )?)))
}
