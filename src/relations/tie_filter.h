#pragma once

#include "network/period.h"
#include "relations/ties.h"

#include <optional>
#include <string>
#include <vector>

namespace tela::relations {

/// What --where asks for.
struct Conditions {
  std::string region{};   ///< M49 code or name: actors that lie, or are counted, in it
  std::string status{};   ///< "active" or "completed": of projects
  std::string coverage{}; ///< "national", "regional", "multiRegional", "global"
  std::optional<network::Period> period{}; ///< ties that hold at some time of it
  Role role = Role::any;                   ///< of memberships
  /// What counts beside what pages show and what follows from it: "general-knowledge".
  std::vector<std::string> include{};
};

/// Reads "region=419" or "region=Caribbean", "status=active", "coverage=regional", "year=2015" or
/// "period=2015..2020", "role=member". Throws Error(usage) that names the keys there are.
void read_condition(std::string_view text, Conditions& conditions);

/// The conditions as sets of ids. What rests on general knowledge alone is left out unless it is
/// included. The period is that of intermediate things; of events it is the caller's to ask for.
/// Throws Error(usage) when the store knows no such region, status or coverage, and for what
/// cannot be included.
[[nodiscard]] TieFilter tie_filter(const store::Store& store, Actors actors,
                                   const Conditions& conditions);

} // namespace tela::relations
