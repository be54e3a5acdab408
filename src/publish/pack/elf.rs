//! What an executable of Linux asks of its system.

/// The kind of a program header that names the loader of shared libraries (ELF-64, `PT_INTERP`).
const LOADER: u32 = 3;

/// Whether the executable asks for no loader of shared libraries; nothing where it is no 64-bit
/// little-endian ELF file (System V ABI, "ELF-64 Object File Format" 1.5).
pub(super) fn is_static(bytes: &[u8]) -> Option<bool> {
    let part = |at: usize, length: usize| bytes.get(at..at.checked_add(length)?);
    let number = |at: usize, length: usize| {
        let digits = part(at, length)?.iter().rev();
        let value = digits.fold(0_u64, |value, byte| value << 8 | u64::from(*byte));
        usize::try_from(value).ok()
    };
    if part(0, 6)? != b"\x7fELF\x02\x01" {
        return None;
    }
    let (start, size, count) = (number(32, 8)?, number(54, 2)?, number(56, 2)?);
    for header in 0..count {
        let at = start.checked_add(header.checked_mul(size)?)?;
        if number(at, 4)? == LOADER as usize {
            return Some(false);
        }
    }
    Some(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file with program headers of these kinds.
    fn elf(kinds: &[u32]) -> Vec<u8> {
        let mut bytes = vec![0; 64];
        bytes[..6].copy_from_slice(b"\x7fELF\x02\x01");
        bytes[32] = 64;
        bytes[54] = 56;
        bytes[56] = u8::try_from(kinds.len()).unwrap();
        for kind in kinds {
            bytes.extend(kind.to_le_bytes());
            bytes.extend([0; 52]);
        }
        bytes
    }

    #[test]
    fn a_file_that_names_a_loader_is_not_static() {
        // PT_LOAD is 1, PT_DYNAMIC 2; the latter stands in static files that may lie anywhere, too.
        assert_eq!(is_static(&elf(&[1, 2])), Some(true));
        assert_eq!(is_static(&elf(&[1, 3, 2])), Some(false));
    }

    #[test]
    fn what_is_no_elf_or_cut_short_says_nothing() {
        assert_eq!(is_static(b"MZ"), None);
        assert_eq!(is_static(&elf(&[1, 3])[..70]), None);
    }
}
