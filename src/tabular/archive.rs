//! How much a ZIP archive unpacks to, before anything of its size is allocated.

use std::io::{Read as _, copy, sink};

use flate2::read::DeflateDecoder;

/// What an archive says of a file in it, in its list (APPNOTE 4.3.12).
struct Entry {
    packed: usize,
    unpacked: u64,
    is_deflated: bool,
    header: usize,
}

/// Why an archive is not unpacked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoArchive {
    /// Its list of files is not there: it was cut, or is none.
    Broken,
    /// It unpacks to more than is taken.
    TooLarge,
}

/// Deflate packs no better (RFC 1951: 258 bytes in two bits).
const MOST_RATIO: u64 = 1032;

/// Holds an archive against a limit of bytes, unpacked. What it says of itself is not believed where its
/// bytes could hold more.
pub(super) fn check_archive(bytes: &[u8], limit: u64) -> Result<(), NoArchive> {
    let entries = entries(bytes).ok_or(NoArchive::Broken)?;
    let said = entries
        .iter()
        .map(|entry| entry.unpacked)
        .fold(0, u64::saturating_add);
    if said > limit {
        return Err(NoArchive::TooLarge);
    }
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if length.saturating_mul(MOST_RATIO) <= limit {
        return Ok(());
    }
    let mut left = limit;
    for entry in entries {
        left = left
            .checked_sub(unpacked_size(bytes, &entry, left))
            .ok_or(NoArchive::TooLarge)?;
    }
    Ok(())
}

/// The list of files at the end of an archive.
fn entries(bytes: &[u8]) -> Option<Vec<Entry>> {
    // It is followed by a comment of at most 65535 bytes.
    let tail = bytes.len().saturating_sub(65_557);
    let found = bytes[tail..]
        .windows(4)
        .rposition(|at| at == b"PK\x05\x06")?;
    let end = tail + found;
    let count = u16_at(bytes, end + 10)?;
    let mut at = usize::try_from(u32_at(bytes, end + 16)?).ok()?;
    let mut all = Vec::new();
    for _ in 0..count {
        if bytes.get(at..at.checked_add(4)?)? != b"PK\x01\x02" {
            return None;
        }
        let lengths = [28, 30, 32].map(|field| u16_at(bytes, at + field).map(usize::from));
        let [name, extra, comment] = lengths;
        let (name, extra) = (name?, extra?);
        let extra_fields = bytes.get(at + 46 + name..at + 46 + name + extra)?;
        let mut long = long_numbers(extra_fields);
        // A number that does not fit is one of the long ones, which are in the same order.
        let mut number = |field: usize| match u32_at(bytes, at + field)? {
            u32::MAX => long.next(),
            number => Some(u64::from(number)),
        };
        let (unpacked, packed, header) = (number(24)?, number(20)?, number(42)?);
        all.push(Entry {
            packed: usize::try_from(packed).ok()?,
            unpacked,
            is_deflated: u16_at(bytes, at + 10)? == 8,
            header: usize::try_from(header).ok()?,
        });
        at += 46 + name + extra + comment?;
    }
    Some(all)
}

/// The long numbers of a file in the list (APPNOTE 4.5.3).
fn long_numbers(mut extra: &[u8]) -> impl Iterator<Item = u64> {
    let mut numbers: &[u8] = &[];
    while let (Some(id), Some(length)) = (u16_at(extra, 0), u16_at(extra, 2)) {
        let (field, rest) = extra[4..].split_at(usize::from(length).min(extra.len() - 4));
        if id == 1 {
            numbers = field;
        }
        extra = rest;
    }
    let (numbers, _) = numbers.as_chunks::<8>();
    numbers.iter().map(|bytes| u64::from_le_bytes(*bytes))
}

/// How many bytes a file unpacks to, counted to one more than a limit.
fn unpacked_size(bytes: &[u8], entry: &Entry, limit: u64) -> u64 {
    let field = |at: usize| {
        let field = u16_at(bytes, entry.header.saturating_add(at));
        field.map_or(0, usize::from)
    };
    let start = entry.header.saturating_add(30 + field(26) + field(28));
    let packed = bytes.get(start..start.saturating_add(entry.packed));
    let Some(packed) = packed.filter(|_| entry.is_deflated) else {
        return u64::try_from(entry.packed).unwrap_or(u64::MAX);
    };
    let mut unpacked = DeflateDecoder::new(packed).take(limit.saturating_add(1));
    // What cannot be unpacked is found by the reader.
    copy(&mut unpacked, &mut sink()).unwrap_or(0)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(bytes.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::DeflateEncoder;

    use super::*;

    /// An archive of one file of zeros, which says that it has so many.
    fn archive(zeros: usize, said: u32) -> Vec<u8> {
        let mut deflater = DeflateEncoder::new(Vec::new(), Compression::best());
        deflater.write_all(&vec![0; zeros]).unwrap();
        let packed = deflater.finish().unwrap();
        let size = u32::try_from(packed.len()).unwrap().to_le_bytes();
        let mut bytes = b"PK\x03\x04".to_vec();
        bytes.extend([0; 26]);
        bytes.extend(&packed);
        let list = u32::try_from(bytes.len()).unwrap().to_le_bytes();
        bytes.extend(b"PK\x01\x02\0\0\0\0\0\0\x08\0");
        bytes.extend([0; 8]);
        bytes.extend(size);
        bytes.extend(said.to_le_bytes());
        bytes.extend([0; 18]);
        bytes.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0\x2e\0\0\0");
        bytes.extend(list);
        bytes.extend([0; 2]);
        bytes
    }

    #[test]
    fn what_unpacks_to_too_much_is_refused_whatever_it_says() {
        let small = archive(1000, 1000);
        assert_eq!(check_archive(&small, 1_000_000), Ok(()));
        let honest = archive(2_000_000, 2_000_000);
        assert_eq!(check_archive(&honest, 1_000_000), Err(NoArchive::TooLarge));
        let liar = archive(2_000_000, 10);
        assert_eq!(check_archive(&liar, 1_000_000), Err(NoArchive::TooLarge));
        assert_eq!(check_archive(&liar, 3_000_000), Ok(()));
    }

    #[test]
    fn an_archive_without_its_list_is_broken() {
        let whole = archive(1000, 1000);
        let cut = &whole[..whole.len() - 30];
        assert_eq!(check_archive(cut, 1_000_000), Err(NoArchive::Broken));
    }
}
