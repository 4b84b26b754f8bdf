#pragma once

#include "gazetteer/gazetteer.h"
#include "gazetteer/links.h"
#include "records/record.h"

#include <vector>

namespace tela::gazetteer {

struct StateListLinks {
  std::vector<StateLink> states; ///< each once, in the order of the list
  std::vector<records::Warning> warnings;
};

/// The states of a field that lists nothing else. Names may be parted by anything or by nothing
/// ("ChiliUruguay"), in any of the three languages; brackets belong to names, stray ones do not
/// matter. Of all ways to cut the text into names the one is taken that leaves the fewest
/// characters unread, then the one with the fewest names (dynamic programming). What is left unread
/// is reported as "unread-state", a state met again as "repeated-state". What stands behind
/// "except" and its like is no part of the list, and reported as "excepted-state". Cost: linear in
/// the text, times the longest name.
[[nodiscard]] StateListLinks link_states(const records::StateList& list,
                                         const Gazetteer& gazetteer);

} // namespace tela::gazetteer
