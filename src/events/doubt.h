#pragma once

#include "gazetteer/links.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tela::events {

/// What is less sure than this is said to be doubtful: of ten such links one or more are wrong.
constexpr double doubt_limit = 0.8;

/// A part of a meeting that the reader took, or left, without being sure.
struct DoubtfulLink {
  std::string_view
      part;          ///< "process", "edition", "place", "dates", "chair", "participant", "other"
  std::string value; ///< id, number, words or ISO code
  std::string quote; ///< the words it was read from; may be empty
  double probability = 0; ///< that it is right
};

/// The doubtful links of a meeting, in the order of its fields. What a record states itself is
/// sure.
[[nodiscard]] std::vector<DoubtfulLink> doubtful_links(const gazetteer::Event& event);

/// One line about all of them for people: "doubtful: chair MX (0.66); participant EG (0.62)".
/// Nothing when nothing is doubtful.
[[nodiscard]] std::optional<records::Warning>
doubt_warning(const std::vector<gazetteer::Event>& events);

} // namespace tela::events
