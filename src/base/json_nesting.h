#pragma once

#include <string_view>

namespace tela::base {

/// Whether brackets stand deeper than `most` in each other in a JSON text; for what is no JSON, the
/// answer means nothing. To be asked before a parser is: one that looks at the depth itself by a
/// callback takes quadratic time (nlohmann's). Cost: linear, about a nanosecond a byte.
[[nodiscard]] bool nests_deeper(std::string_view json, int most);

} // namespace tela::base
