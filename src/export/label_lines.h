#pragma once

#include <string>
#include <string_view>

namespace tela::export_ {

/// A label on at most three lines of about 22 characters, broken between words and parted by '\n';
/// what does not fit is cut, with "…" in its place. REQUIRES: UTF-8.
[[nodiscard]] std::string label_lines(std::string_view label);

/// How large lines will be drawn, in points.
struct LabelSize {
  double width = 0, height = 0;
};
[[nodiscard]] LabelSize size_of_lines(std::string_view lines);

/// The height of the letters of a label, in points of the finished picture.
inline constexpr double label_size = 11;

} // namespace tela::export_
