#pragma once

#include "relations/one_mode.h"

#include <string>
#include <vector>

namespace tela::relations {

/// Something that two actors share, with what the sources say.
struct Reason {
  std::string kind; ///< of the edge: "shared-projects"
  std::string iri;
  std::string label;
  network::Period period;
  std::string when; ///< the same as the store says it: "2008", "2008-04 to 2009"; may be empty
  std::string page; ///< web page of the source; may be empty
  std::vector<std::string> quotes; ///< the words of the source that name the two, where known
};

/// What is asked: two actors and the relations to look at.
struct WhyOptions : Selection {
  std::string language = "en";
};

/// The answer; `labels` are those of the two.
struct Why {
  std::string first_label;
  std::string second_label;
  std::vector<Reason> reasons; ///< by relation, then by IRI
};

/// Why two actors are tied: exactly the events that the weight "count" counts. Throws Error(usage)
/// when the store does not know one of the two. Cost: that of reading the relations.
[[nodiscard]] Why why(const store::Store& store, const WhyOptions& options, std::string_view first,
                      std::string_view second);

} // namespace tela::relations
