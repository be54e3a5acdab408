//! Bytes of a text file to text.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::error::Failure;
use super::odd_letters::odd_letters;
use super::remark::Remark;

/// The text of a file and the name of its encoding: UTF-8, with or without a mark, where it is valid,
/// else the encoding that the file names, else Windows-1252, which any bytes are, but not any words.
pub(super) fn text_from_bytes<'b>(
    bytes: &'b [u8],
    named: Option<&str>,
) -> Result<(Cow<'b, str>, &'static str), Failure> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((Cow::Borrowed(text), UTF_8.name()));
    }
    // UTF-16 is told before, by its bytes.
    let other = |encoding: &&Encoding| ![UTF_8, UTF_16LE, UTF_16BE].contains(encoding);
    let encoding = named.and_then(encoding_named).filter(other);
    if let (None, Some(odd)) = (encoding, odd_letters(bytes)) {
        let [found, expected, remedy] = odd.texts();
        let fault = Remark::new("encoding", 1, "").found(&found);
        return Err(fault.expected(&expected).remedy(&remedy).into());
    }
    let encoding = encoding.unwrap_or(WINDOWS_1252);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Ok((text, encoding.name()))
}

/// An encoding by its name, or by the number of its page of codes.
fn encoding_named(name: &str) -> Option<&'static Encoding> {
    let known = Encoding::for_label(name.as_bytes());
    known.or_else(|| Encoding::for_label(format!("windows-{name}").as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], named: Option<&str>, expected: (&str, &str)) {
        let (text, encoding) = text_from_bytes(bytes, named).unwrap();
        assert_eq!((&*text, encoding), expected);
    }

    #[test]
    fn valid_utf_8_is_taken_as_such_whatever_the_file_says() {
        check(b"\xef\xbb\xbfk\xc3\xb6n", None, ("kön", "UTF-8"));
        check(b"k\xc3\xb6n", Some("windows-1252"), ("kön", "UTF-8"));
    }

    #[test]
    fn other_bytes_are_of_the_page_that_is_named_else_of_1252() {
        check(b"k\xf6n", None, ("kön", "windows-1252"));
        check(b"k\xf6n", Some("utf-8"), ("kön", "windows-1252"));
        check(b"k\xf6n", Some("no such page"), ("kön", "windows-1252"));
        check(b"\xec\xf3\xe6", Some("1251"), ("муж", "windows-1251"));
        check(b"\xb9", Some("iso-8859-15"), ("¹", "ISO-8859-15"));
    }

    #[test]
    fn bytes_that_make_no_words_are_refused_unless_their_encoding_is_named() {
        let refused = text_from_bytes(b"\xcc\xee\xf1\xea\xe2\xe0", None);
        let refused = crate::formats::FormatError::from(refused.unwrap_err()).to_string();
        assert!(refused.contains("windows-1251"), "{refused}");
        check(
            b"\xcc\xee\xf1\xea\xe2\xe0",
            Some("1251"),
            ("Москва", "windows-1251"),
        );
    }
}
