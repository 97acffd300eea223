//! Checksum: of every byte of a part, kept in its own metadata.

use std::fs::File;
use std::hash::Hasher;
use std::io::{self, Read, Seek, SeekFrom, Write};
use twox_hash::XxHash64;

/// Its name in the metadata.
pub(super) const KEY: &str = "staffcast.checksum";
/// Its digits before it is known, and while it is computed.
pub(super) const UNKNOWN: &str = "0000000000000000";
/// The length of the footer, and the mark of the format.
const END: u64 = 8;
/// Read at once.
const BLOCK: usize = 1 << 20;

/// Puts the checksum into a file in which it is unknown.
pub(super) fn seal(file: &mut File) -> io::Result<()> {
    let at = place(file)?.ok_or(io::ErrorKind::InvalidData)?;
    let sum = sum(file, at)?;
    file.seek(SeekFrom::Start(at))?;
    file.write_all(sum.as_bytes())?;
    file.sync_data()
}

/// Whether a file still has the bytes that it was sealed with.
pub(super) fn is_whole(file: &mut File) -> io::Result<bool> {
    let Some(at) = place(file)? else {
        return Ok(false);
    };
    let mut kept = [0; UNKNOWN.len()];
    file.seek(SeekFrom::Start(at))?;
    file.read_exact(&mut kept)?;
    Ok(sum(file, at)?.as_bytes() == kept)
}

/// Where the digits are.
fn place(file: &mut File) -> io::Result<Option<u64>> {
    let length = file.metadata()?.len();
    let mut end = [0; END as usize];
    let Some(before_end) = length.checked_sub(END) else {
        return Ok(None);
    };
    file.seek(SeekFrom::Start(before_end))?;
    file.read_exact(&mut end)?;
    let footer = u64::from(u32::from_le_bytes([end[0], end[1], end[2], end[3]]));
    let Some(from) = before_end.checked_sub(footer) else {
        return Ok(None);
    };
    let mut bytes = vec![0; footer as usize];
    file.seek(SeekFrom::Start(from))?;
    file.read_exact(&mut bytes)?;
    let key = bytes.windows(KEY.len()).rposition(|it| it == KEY.as_bytes());
    // After the key stand the type and the length of the value, a byte each.
    let at = key.map(|it| it + KEY.len() + 2).filter(|it| it + UNKNOWN.len() <= bytes.len());
    Ok(at.map(|it| from + it as u64))
}

/// The checksum of a file without the digits at `at`.
fn sum(file: &mut File, at: u64) -> io::Result<String> {
    let mut hash = XxHash64::with_seed(0);
    let mut block = vec![0; BLOCK];
    let mut add = |file: &mut File, length: u64| -> io::Result<()> {
        let mut left = file.take(length);
        loop {
            match left.read(&mut block)? {
                0 => return Ok(()),
                read => hash.write(&block[..read]),
            }
        }
    };
    file.seek(SeekFrom::Start(0))?;
    add(file, at)?;
    file.seek(SeekFrom::Current(UNKNOWN.len() as i64))?;
    add(file, u64::MAX)?;
    Ok(format!("{:016x}", hash.finish()))
}
