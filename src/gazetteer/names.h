#pragma once

#include "gazetteer/gazetteer.h"
#include "gazetteer/lexicon.h"
#include "gazetteer/passage.h"
#include "records/record.h"

#include <string_view>
#include <vector>

namespace tela::gazetteer {

/// A state or territory named in a passage.
struct StateName : Range {
  std::uint16_t state = 0; ///< index into Gazetteer::states()
  std::string_view rule;
  double score = 1;
};

/// A city or an adjective, and the states it can belong to.
struct HintName : Range {
  std::span<const Meaning> meanings;
};

/// A process or organisation named in a passage.
struct BodyName : Range {
  std::uint16_t body = 0; ///< index into Gazetteer::bodies()
  std::string_view rule;
  double score = 1;
};

/// Everything named in a passage; each list in order of place.
struct Names {
  std::vector<StateName> states;
  std::vector<HintName> cities;
  std::vector<HintName> demonyms;
  std::vector<BodyName> bodies;
  std::vector<records::Warning> warnings;
};

/// One pass over the passage for states, cities and adjectives, one for bodies; ambiguous names are
/// decided by the rules of ambiguity.h or reported. Cost: linear.
[[nodiscard]] Names find_names(const Passage& passage, const Gazetteer& gazetteer);

} // namespace tela::gazetteer
