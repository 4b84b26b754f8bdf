#pragma once

#include "gazetteer/gazetteer.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace tela::gazetteer {

/// A code of a state in a list: bytes [start, end) of it.
struct StateCode {
  std::size_t start = 0;
  std::size_t end = 0;
  const State* state = nullptr; ///< nullptr: no state has the code, or it may be a word
};

/// The codes of ISO 3166-1 (alpha-2, alpha-3) or UN M49 that `list` consists of, whatever parts
/// them; nothing when it holds anything else. A letter in lower case is no code. Alone, "NA" and
/// "NO" are read as none: tables write "not available" and "no" so. Cost: linear in the list times
/// the number of states.
[[nodiscard]] std::optional<std::vector<StateCode>> read_state_codes(std::string_view list,
                                                                     const Gazetteer& gazetteer);

} // namespace tela::gazetteer
