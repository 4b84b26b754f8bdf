#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tela::export_ {

/// A label on at most three lines of about 22 characters, broken between words and parted by '\n';
/// what does not fit is cut, with "…" in its place. REQUIRES: UTF-8.
[[nodiscard]] std::string label_lines(std::string_view label);

/// Text on as many lines of at most `letters` as it needs.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t letters);

/// The text with a capital, where its first letter is ASCII.
[[nodiscard]] std::string sentence(std::string text);

/// How large lines will be drawn, in points.
struct LabelSize {
  double width = 0, height = 0;
};
[[nodiscard]] LabelSize size_of_lines(std::string_view lines);

/// The height of the letters of a label, in points of the finished picture.
inline constexpr double label_size = 11;
/// About how wide a letter is, in parts of its height.
inline constexpr double letter_width = 0.56;
/// What is left free around everything, in points.
inline constexpr double picture_margin = 21.6;

} // namespace tela::export_
