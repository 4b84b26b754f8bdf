#pragma once

#include "records/record.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Building and cutting of text that knows where each of its bytes was read.
namespace tela::records {

/// Appends `bytes` as they stand in the source from `start` on.
void append_verbatim(MappedText& text, std::string_view bytes, std::uint64_t start);

/// Appends `bytes`, which stand for all of the source's [start, end): a decoded character
/// reference, a folded run of white space. REQUIRES: start < end.
void append_replacement(MappedText& text, std::string_view bytes, std::uint64_t start,
                        std::uint64_t end);

/// Appends source text as a reader sees it: white space of every kind folded into single spaces,
/// invisible characters (soft hyphens, zero-width spaces, direction marks, controls) left out,
/// complete character references decoded. No space is put at the beginning of a line. Cost: linear.
/// REQUIRES: well-formed UTF-8.
void append_cleaned(MappedText& text, std::string_view raw, std::uint64_t start);

/// `raw` as append_cleaned() shows it, but with character references left alone and line breaks
/// kept: the value of a format that has no markup of its own.
[[nodiscard]] std::string visible_text(std::string_view raw);

/// Appends text that is mapped already.
void append_mapped(MappedText& text, const MappedText& more);

/// Appends `more` with `mark` between the two, which stands for the gap in the source. No mark when
/// either is empty. REQUIRES: `more` stands behind `text` in the source, or neither has places.
void append_behind(MappedText& text, std::string_view mark, const MappedText& more);

/// Whether a line that ends so breaks a word that `next` ends: "Con-" and "ference".
[[nodiscard]] bool breaks_word(std::string_view line, std::string_view next);

/// Appends the next line of wrapped text: behind a space, or without the hyphen that breaks a word.
/// "Guinea-" and "Bissau" keep it. REQUIRES: as append_behind().
void append_wrapped(MappedText& text, const MappedText& next);

/// text[start, end) with its map. REQUIRES: start <= end <= text.value.size().
[[nodiscard]] MappedText slice(const MappedText& text, std::size_t start, std::size_t end);

/// Without spaces and line breaks at both ends.
[[nodiscard]] MappedText trimmed(MappedText text);

/// The value and the source range of all of it.
[[nodiscard]] Text to_text(const MappedText& text);

/// The value and source range of text[start, end).
[[nodiscard]] Text to_text(const MappedText& text, std::size_t start, std::size_t end);

} // namespace tela::records
