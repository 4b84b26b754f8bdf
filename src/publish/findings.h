#pragma once

#include "publish/page_file.h"
#include "publish/site.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tela::publish {

/// Two states and how many projects they share.
struct SharedProjects {
  rdf::Id one, other;
  std::uint64_t projects = 0;
};

/// A thing and how often it occurs.
struct Counted {
  rdf::Id thing;
  std::uint64_t count = 0;
};

/// What the first page tells of the data before anybody has asked.
struct Findings {
  std::optional<SharedProjects> strongest; ///< of all pairs of states
  std::optional<Counted> busiest;          ///< the process with the most meetings
  std::vector<Counted> basis;              ///< how sure facts are, the commonest first
  std::vector<PageFile> maps; ///< of the states that share projects, one for each language; or none
};

/// Cost: a projection of the projects for each language, and a scan of two predicates.
[[nodiscard]] Findings find(const Site& site);

} // namespace tela::publish
