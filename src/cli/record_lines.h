#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace tela::cli {

/// Names and the lines, from 1, on which they stand; 0: nowhere yet. The names are somebody else's.
using NameLines = std::unordered_map<std::string_view, std::uint64_t>;

/// Sets the line on which each name first stands by itself in `content`, which may be XML, JSON, a
/// table or text: quotes, commas, brackets and white space part what stands there. What refers to
/// another record (ref="…" in IATI) does not count. One pass, whatever the number of names.
void find_lines(std::string_view content, NameLines& names);

} // namespace tela::cli
