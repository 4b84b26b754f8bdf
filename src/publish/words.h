#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tela::publish {

/// `text` without accents and case: compatibility decomposition, marks dropped, lower case; as
/// site.js does with what a reader types. REQUIRES: UTF-8.
[[nodiscard]] std::string fold(std::string_view text);

/// The runs of letters and digits of fold(text), of at least two and at most 40 characters (longer
/// ones are cut), at most `most` of them.
[[nodiscard]] std::vector<std::string> words(std::string_view text, std::size_t most = 64);

} // namespace tela::publish
