#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tela::publish {

/// The runs of letters and digits of base::fold(text), of at least two and at most 40 characters
/// (longer ones are cut), at most `most` of them: as site.js does with what a reader types.
/// REQUIRES: UTF-8.
[[nodiscard]] std::vector<std::string> words(std::string_view text, std::size_t most = 64);

} // namespace tela::publish
