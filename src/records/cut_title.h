#pragma once

#include <string>
#include <string_view>

namespace tela::records {

/// Whether `title` ends inside what a reader takes for one character: a reference ("men&",
/// "d&eacute"), one half of a character of UTF-16 ("&#55357;"), a character that could not be
/// decoded (U+FFFD), a picture that the next one was to complete (a joiner, half of a flag). An
/// ellipsis behind the cut does not hide it. A short title is not taken for cut when it ends in '&'
/// and one or two letters ("AT&T").
[[nodiscard]] bool ends_inside_character(std::string_view title);

/// `title` for people: "…" stands for what of its last character is there.
[[nodiscard]] std::string without_cut_character(std::string_view title);

} // namespace tela::records
