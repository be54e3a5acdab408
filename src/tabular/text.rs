//! Bytes to text: packed or not, in the encoding that they are found to be in.

use std::borrow::Cow;
use std::io::Read as _;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use flate2::read::MultiGzDecoder;

use crate::formats::{OddLetters, odd_letters};

/// How a file begins that is packed with gzip (RFC 1952).
const GZIP: &[u8] = b"\x1f\x8b";
/// Bytes by which UTF-16 without a mark is told.
const SAMPLE: usize = 4096;

/// A text and how it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Text {
    /// The text, without a byte order mark, its lines ended by `\n`.
    pub(super) letters: String,
    /// The name of its encoding: `UTF-8`.
    pub(super) encoding: &'static str,
    /// Whether it was packed.
    pub(super) was_packed: bool,
    /// Lines, counted from 1, in another encoding than the rest: what could not be read as UTF-8 in a file
    /// that is UTF-8 elsewhere.
    pub(super) odd_lines: Vec<usize>,
}

/// Why bytes are no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NoText {
    /// No letters that anybody wrote, in an encoding that is not told by them.
    Odd(OddLetters),
    /// Packed with gzip, and broken off; how many bytes of text had come.
    CutGzip(usize),
    /// More text than can be taken.
    TooLarge {
        /// Bytes taken at most.
        limit: usize,
    },
}

/// Reads a text of at most `limit` bytes, before and after unpacking, in the encoding that is named; one
/// that is valid in UTF-8, or says its encoding itself, is read as that, and without a name as what it is
/// found to be.
pub(super) fn text_of(bytes: &[u8], limit: usize, named: Option<&str>) -> Result<Text, NoText> {
    let packed = bytes.starts_with(GZIP);
    let bytes: Cow<'_, [u8]> = if packed {
        unpacked(bytes, limit)?.into()
    } else {
        bytes.into()
    };
    if bytes.len() > limit {
        return Err(NoText::TooLarge { limit });
    }
    let found = encoding_of(&bytes);
    let named = named.and_then(|name| Encoding::for_label(name.as_bytes()));
    let is_open = found == WINDOWS_1252;
    let encoding = named.filter(|it| is_open && *it != UTF_8).unwrap_or(found);
    let odd_lines = if encoding == WINDOWS_1252 {
        odd_lines(&bytes)
    } else {
        Vec::new()
    };
    if encoding == WINDOWS_1252 && named.is_none() && odd_lines.is_empty() {
        odd_letters(&bytes).map_or(Ok(()), |odd| Err(NoText::Odd(odd)))?;
    }
    let text = if odd_lines.is_empty() {
        let (text, _, _) = encoding.decode(&bytes);
        text
    } else {
        String::from_utf8_lossy(&bytes)
    };
    Ok(Text {
        letters: with_plain_line_ends(&text),
        encoding: if odd_lines.is_empty() {
            encoding.name()
        } else {
            UTF_8.name()
        },
        was_packed: packed,
        odd_lines,
    })
}

fn unpacked(bytes: &[u8], limit: usize) -> Result<Vec<u8>, NoText> {
    let mut out = Vec::new();
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    match MultiGzDecoder::new(bytes).take(most).read_to_end(&mut out) {
        Ok(_) if out.len() > limit => Err(NoText::TooLarge { limit }),
        Ok(_) => Ok(out),
        Err(_) => Err(NoText::CutGzip(out.len())),
    }
}

/// By its mark; else UTF-16 where every second byte of the beginning is 0, UTF-8 where all of it is
/// valid, and Windows-1252 where it is not: whatever it is then, its bytes have letters there.
fn encoding_of(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let zeros = |first: usize| {
        let every_second = sample.iter().skip(first).step_by(2);
        every_second.filter(|byte| **byte == 0).count()
    };
    let most = sample.len() * 2 / 5;
    if sample.len() >= 4 && zeros(1) >= most && zeros(0) == 0 {
        UTF_16LE
    } else if sample.len() >= 4 && zeros(0) >= most && zeros(1) == 0 {
        UTF_16BE
    } else if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        WINDOWS_1252
    }
}

/// The lines that are no UTF-8, where others are and say so by letters of several bytes.
fn odd_lines(bytes: &[u8]) -> Vec<usize> {
    let lines = || bytes.split(|byte| *byte == b'\n');
    let is_wide = |line: &[u8]| !line.is_ascii() && std::str::from_utf8(line).is_ok();
    if !lines().any(is_wide) {
        return Vec::new();
    }
    let numbered = lines().zip(1..);
    let odd = numbered.filter(|(line, _)| std::str::from_utf8(line).is_err());
    odd.map(|(_, number)| number).collect()
}

fn with_plain_line_ends(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    const LIMIT: usize = 1_000_000;

    #[track_caller]
    fn check(bytes: &[u8], text: &str, encoding: &str) {
        let read = text_of(bytes, LIMIT, None).unwrap();
        assert_eq!((&*read.letters, read.encoding), (text, encoding));
        assert_eq!(read.odd_lines, [0; 0]);
    }

    fn gzip(text: &str) -> Vec<u8> {
        let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
        packer.write_all(text.as_bytes()).unwrap();
        packer.finish().unwrap()
    }

    #[test]
    fn the_encoding_is_told_by_the_bytes() {
        check(b"a;b\n1;2\n", "a;b\n1;2\n", "UTF-8");
        check(
            "\u{feff}Jumlah;Téléphone".as_bytes(),
            "Jumlah;Téléphone",
            "UTF-8",
        );
        check(b"R\xe9gion;12\x804", "Région;12€4", "windows-1252");
        let wide: Vec<u8> = "จังหวัด\t1\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        check(&[b"\xff\xfe", &wide[..]].concat(), "จังหวัด\t1\n", "UTF-16LE");
        let wide = || "Region,Year\nIlocos,2020\n".encode_utf16();
        let little: Vec<u8> = wide().flat_map(u16::to_le_bytes).collect();
        check(&little, "Region,Year\nIlocos,2020\n", "UTF-16LE");
        let big: Vec<u8> = wide().flat_map(u16::to_be_bytes).collect();
        check(&big, "Region,Year\nIlocos,2020\n", "UTF-16BE");
    }

    #[test]
    fn every_end_of_a_line_is_one() {
        check(b"a\r\nb\rc\nd", "a\nb\nc\nd", "UTF-8");
    }

    #[test]
    fn lines_in_another_encoding_are_told_apart_from_a_file_in_it() {
        let read = text_of(b"S\xc3\xa3o Paulo\nCear\xe1\nPar\xc3\xa1\n", LIMIT, None).unwrap();
        assert_eq!((read.encoding, read.odd_lines), ("UTF-8", vec![2]));
    }

    #[test]
    fn what_is_packed_is_unpacked_or_said_to_be_cut() {
        let packed = gzip("a,b\n1,2\n");
        let read = text_of(&packed, LIMIT, None).unwrap();
        assert_eq!((&*read.letters, read.was_packed), ("a,b\n1,2\n", true));
        let long = gzip(&"region,year,persons\n".repeat(1000));
        let cut = text_of(&long[..long.len() / 2], LIMIT, None);
        assert!(matches!(cut, Err(NoText::CutGzip(_))), "{cut:?}");
    }

    #[test]
    fn more_than_can_be_taken_is_refused_before_it_fills_the_memory() {
        let bomb = gzip(&"0".repeat(100_000));
        assert!(bomb.len() < 1000);
        assert_eq!(
            text_of(&bomb, 1000, None),
            Err(NoText::TooLarge { limit: 1000 })
        );
    }
}
