#include "gazetteer/cue.h"

#include <algorithm>
#include <array>

namespace tela::gazetteer {

namespace {

/// In the order of the enumeration.
constexpr std::array<std::string_view, cue_count> names = {
    "meeting-noun",  "held",          "to-be-held",       "founding",
    "earlier",       "later",         "other-meeting",    "process-noun",
    "margin",        "framed",        "within-term",      "online",
    "aside",         "all-processes", "chair-noun",       "preside",
    "presided",      "hold-chair",    "take-chair",       "took-chair",
    "hand-over",     "succeed",       "elected",          "jointly",
    "under",         "committee",     "host-noun",        "delegate",
    "government",    "member",        "attend",           "partake",
    "sign",          "speak",         "state-noun",       "negation",
    "absent",        "except",        "neither",          "observer",
    "donor",         "route",         "by-agent",         "place",
    "with",          "conjunction",   "particle",         "bystander",
    "post",          "since",         "possessive",       "about-to",
    "thank",         "today",         "pronoun",          "copula",
    "counted-other", "chair-office",  "occasion",         "seat",
    "name-head",     "label-chair",   "label-chairs",     "label-place",
    "label-dates",   "label-parties", "label-bystanders", "label-other"};

} // namespace

std::string_view to_string(Cue cue) {
  return names[static_cast<std::size_t>(cue)];
}

std::optional<Cue> cue_named(std::string_view name) {
  const auto* const found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return {};
  return static_cast<Cue>(found - names.begin());
}

} // namespace tela::gazetteer
