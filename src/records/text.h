#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tela::records {

/// Half-open byte range in the source as read. Both 0: not read from a text (made by hand,
/// computed).
struct Span {
  std::uint64_t start = 0;
  std::uint64_t end = 0;

  [[nodiscard]] bool known() const noexcept { return end > start; }
  bool operator==(const Span&) const = default;
};

/// A value and where it stands. `value` is cleaned (white space folded, residue removed), the bytes
/// of `span` are what the page has.
struct Text {
  std::string value;
  Span span;

  [[nodiscard]] bool empty() const noexcept { return value.empty(); }
  bool operator==(const Text&) const = default;
};

/// A stretch of running text with the map back to the source: value[i] was read at offsets[i]. Kept
/// so that links found in cleaned text quote the source's own bytes.
struct MappedText {
  std::string value;
  std::vector<std::uint64_t> offsets; ///< one per byte of value, not decreasing; empty: no map
  std::uint64_t end = 0;              ///< behind the last byte in the source

  /// The source range of value[start, stop); unknown when there is no map (text made by hand).
  /// REQUIRES: start < stop <= value.size().
  [[nodiscard]] Span span(std::size_t start, std::size_t stop) const {
    if (offsets.empty()) return {};
    return {offsets[start], stop < offsets.size() ? offsets[stop - 1] + 1 : end};
  }
  bool operator==(const MappedText&) const = default;
};

} // namespace tela::records
