//! Bytes of any encoding as UTF-8, as a stream.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Decoder, Encoding};
use std::io::{self, Read};

/// Pieces that are read at once.
const PIECE: usize = 64 * 1024;
/// So many pieces with other letters than Latin ones decide the encoding.
const ENOUGH: usize = 16;

/// The encoding of a text: by its mark, or by its letters.
pub(super) fn of(mut text: impl Read) -> io::Result<&'static Encoding> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let mut piece = vec![0; PIECE];
    let (mut first, mut telling) = (true, 0);
    loop {
        let length = text.read(&mut piece)?;
        let read = &piece[..length];
        if first && let Some((marked, _)) = Encoding::for_bom(read) {
            return Ok(marked);
        }
        first = false;
        if length == 0 || telling == ENOUGH {
            detector.feed(&[], true);
            return Ok(detector.guess(None, Utf8Detection::Allow));
        }
        if !read.is_ascii() {
            telling += 1;
            detector.feed(read, false);
        }
    }
}

/// A reader that gives UTF-8; what cannot be read becomes the replacement character.
pub(super) struct Decoded<R> {
    from: R,
    decoder: Decoder,
    raw: Vec<u8>,
    text: Vec<u8>,
    given: usize,
    is_over: bool,
}

impl<R: Read> Decoded<R> {
    /// Of a text in an encoding; its mark is left out.
    pub(super) fn new(from: R, encoding: &'static Encoding) -> Self {
        let decoder = encoding.new_decoder_with_bom_removal();
        Self { from, decoder, raw: vec![0; PIECE], text: Vec::new(), given: 0, is_over: false }
    }

    fn refill(&mut self) -> io::Result<()> {
        let length = self.from.read(&mut self.raw)?;
        self.is_over = length == 0;
        let room = self.decoder.max_utf8_buffer_length(length).unwrap_or(4 * PIECE);
        self.text.resize(room.max(16), 0);
        let piece = &self.raw[..length];
        let (_, _, written, _) = self.decoder.decode_to_utf8(piece, &mut self.text, self.is_over);
        self.text.truncate(written);
        self.given = 0;
        Ok(())
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.given == self.text.len() {
            if self.is_over {
                return Ok(0);
            }
            self.refill()?;
        }
        let rest = &self.text[self.given..];
        let length = rest.len().min(into.len());
        into[..length].copy_from_slice(&rest[..length]);
        self.given += length;
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cyrillic_of_one_byte_a_letter_is_read_and_so_is_a_mark() {
        let words = "Дата создания;Исполнитель;Затрачено\nЗаявка от клиента;Специалист;час\n";
        let (old, _, _) = encoding_rs::WINDOWS_1251.encode(words);
        for bytes in [old.into_owned(), format!("\u{feff}{words}").into_bytes(), words.into()] {
            let encoding = of(&bytes[..]).unwrap();
            let mut text = String::new();
            Decoded::new(&bytes[..], encoding).read_to_string(&mut text).unwrap();
            assert_eq!(text, words);
        }
    }
}
