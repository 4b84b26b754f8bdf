#pragma once

#include "events/cue_index.h"
#include "events/gazetteer_terms.h"

#include <cstdint>
#include <vector>

namespace tela::events {

/// What a label of a page announces.
enum class FieldKind : std::uint8_t {
  chair,
  other_chairs, ///< former and coming ones
  place,
  dates,
  parties,
  bystanders,
  other
};

/// A labelled value: "Current Chair: Angola", or a heading "Member States" with the lines of names
/// below it, a field each. `Range` is the value.
struct Field : Range {
  FieldKind kind{};
};

/// The labelled fields of a passage in order of place. A label is one of the phrases of the label
/// cues that begins a line and is followed by a colon, at most a bracket between ("Members (16):"),
/// or is a line of its own; its value ends with the line or at the next label, known or not.
[[nodiscard]] std::vector<Field> find_fields(const Passage& passage, const CueIndex& cues);

} // namespace tela::events
