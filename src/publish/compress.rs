//! Each file also as brotli and gzip, so that a plain host need not compress.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

use brotli::enc::backward_references::BrotliEncoderMode;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::publish::error::SiteError;
use crate::publish::tree::forget_old;

/// Below this many bytes the headers of an answer outweigh any gain.
const SMALLEST_BYTES: usize = 200;
/// Larger files, of which there are few, are packed in three ways, and the smallest is kept.
const TRIED_OFTEN_BYTES: usize = 500_000;
/// Smaller results are made again sooner than they are looked up.
const SMALLEST_KEPT_BYTES: usize = 16_384;

/// How hard brotli tries, 0 to 11.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quality(u32);

impl Quality {
    /// For a folder that will be published: smallest files.
    pub const SMALLEST: Self = Self(11);
    /// For the server on one's own machine.
    pub const QUICK: Self = Self(5);
    /// For tests.
    pub const QUICKEST: Self = Self(1);

    /// The number that brotli knows it by.
    #[must_use]
    pub fn level(self) -> u32 {
        self.0
    }
}

/// A content coding of HTTP that is laid beside a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coding {
    /// RFC 7932.
    Brotli,
    /// RFC 1952.
    Gzip,
}

impl Coding {
    /// All of them, the one that a server should prefer first.
    pub const ALL: [Self; 2] = [Self::Brotli, Self::Gzip];

    /// The token in `Accept-Encoding` and `Content-Encoding`.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// The ending of the file beside the plain one.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
        }
    }
}

/// Compresses, and keeps large results for the next build.
#[derive(Debug)]
pub struct Compressor {
    quality: Quality,
    kept: PathBuf,
}

impl Compressor {
    /// Keeps its results below `cache`, and forgets those of long ago.
    #[must_use]
    pub fn new(cache: &std::path::Path, quality: Quality) -> Self {
        let kept = cache.join("compressed");
        forget_old(&kept);
        Self { quality, kept }
    }

    /// How hard it tries.
    #[must_use]
    pub fn quality(&self) -> Quality {
        self.quality
    }

    /// `bytes` in `coding`, or nothing where that would not be smaller by a
    /// twentieth. `hash` names the bytes in the cache.
    ///
    /// # Errors
    /// When the cache cannot be written.
    pub fn compress(
        &self,
        bytes: &[u8],
        hash: &str,
        coding: Coding,
    ) -> Result<Option<Vec<u8>>, SiteError> {
        if bytes.len() < SMALLEST_BYTES {
            return Ok(None);
        }
        let name = format!("{hash}.{}-4{}", self.quality.0, coding.ending());
        let path = self.kept.join(name);
        let packed = if let Ok(kept) = fs::read(&path) {
            kept
        } else {
            let packed = self.pack(bytes, coding).map_err(SiteError::write(&path))?;
            if bytes.len() >= SMALLEST_KEPT_BYTES {
                self.keep(&path, &packed)?;
            }
            packed
        };
        let gains = packed.len() + bytes.len() / 20 < bytes.len();
        Ok(gains.then_some(packed))
    }

    /// Written aside and then renamed, so that another build at the same time
    /// never reads half a file.
    fn keep(&self, path: &std::path::Path, packed: &[u8]) -> Result<(), SiteError> {
        fs::create_dir_all(&self.kept).map_err(SiteError::write(&self.kept))?;
        let aside = path.with_extension(format!("{}-part", std::process::id()));
        fs::write(&aside, packed).map_err(SiteError::write(&aside))?;
        fs::rename(&aside, path).map_err(SiteError::write(path))
    }

    fn pack(&self, bytes: &[u8], coding: Coding) -> std::io::Result<Vec<u8>> {
        let mut packed = Vec::new();
        match coding {
            Coding::Brotli => return in_brotli(bytes, self.quality),
            Coding::Gzip => {
                let level = Compression::new(self.quality.0.clamp(1, 9));
                let mut writer = GzEncoder::new(&mut packed, level);
                writer.write_all(bytes)?;
                writer.finish()?;
            }
        }
        Ok(packed)
    }
}

/// `bytes` as brotli of a quality, as they are laid beside a file.
///
/// # Errors
/// When the encoder refuses.
pub fn in_brotli(bytes: &[u8], quality: Quality) -> std::io::Result<Vec<u8>> {
    let packed = |mode: BrotliEncoderMode, lgblock: i32| {
        let mut packed = Vec::new();
        let params = brotli::enc::BrotliEncoderParams {
            mode,
            lgblock,
            quality: i32::try_from(quality.0).unwrap_or(11),
            size_hint: bytes.len(),
            ..Default::default()
        };
        brotli::BrotliCompress(&mut &bytes[..], &mut packed, &params)?;
        Ok::<_, std::io::Error>(packed)
    };
    let generic = packed(BrotliEncoderMode::BROTLI_MODE_GENERIC, 0)?;
    if quality != Quality::SMALLEST || bytes.len() < TRIED_OFTEN_BYTES {
        return Ok(generic);
    }
    // What fonts are packed by suits some programs, and blocks of one size or another suit others.
    let of_fonts = packed(BrotliEncoderMode::BROTLI_MODE_FONT, 0)?;
    let in_large_blocks = packed(BrotliEncoderMode::BROTLI_MODE_FONT, 20)?;
    let in_small_blocks = packed(BrotliEncoderMode::BROTLI_MODE_GENERIC, 16)?;
    let in_blocks = packed(BrotliEncoderMode::BROTLI_MODE_GENERIC, 18)?;
    let all = [
        generic,
        of_fonts,
        in_large_blocks,
        in_small_blocks,
        in_blocks,
    ];
    Ok(all.into_iter().min_by_key(Vec::len).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn what_is_compressed_reads_back_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let compressor = Compressor::new(folder.path(), Quality::QUICKEST);
        let bytes = "districts and towns ".repeat(2_000).into_bytes();
        let packed = compressor
            .compress(&bytes, "h", Coding::Brotli)
            .unwrap()
            .unwrap();
        let mut plain = Vec::new();
        brotli::Decompressor::new(&packed[..], 4096)
            .read_to_end(&mut plain)
            .unwrap();
        assert_eq!(plain, bytes);
        let packed = compressor
            .compress(&bytes, "h", Coding::Gzip)
            .unwrap()
            .unwrap();
        let mut plain = Vec::new();
        flate2::read::GzDecoder::new(&packed[..])
            .read_to_end(&mut plain)
            .unwrap();
        assert_eq!(plain, bytes);
    }

    #[test]
    fn a_large_result_is_taken_from_the_cache_the_second_time() {
        let folder = tempfile::tempdir().unwrap();
        let compressor = Compressor::new(folder.path(), Quality::QUICKEST);
        let bytes = vec![7; SMALLEST_KEPT_BYTES];
        compressor.compress(&bytes, "h", Coding::Gzip).unwrap();
        fs::write(folder.path().join("compressed/h.1-4.gz"), b"kept").unwrap();
        let again = compressor.compress(&bytes, "h", Coding::Gzip).unwrap();
        assert_eq!(again.as_deref(), Some(&b"kept"[..]));
    }

    #[test]
    fn nothing_is_written_beside_a_file_that_does_not_gain() {
        let folder = tempfile::tempdir().unwrap();
        let compressor = Compressor::new(folder.path(), Quality::QUICKEST);
        assert_eq!(
            compressor.compress(b"short", "a", Coding::Brotli).unwrap(),
            None
        );
        // Marsaglia's xorshift (2003): bytes without a pattern.
        let mut state = 2_463_534_242_u32;
        let next = || {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            state.to_le_bytes()[1]
        };
        let noise: Vec<u8> = std::iter::repeat_with(next).take(900).collect();
        assert_eq!(
            compressor.compress(&noise, "b", Coding::Gzip).unwrap(),
            None
        );
    }
}
