#include "events/fact.h"

#include <algorithm>
#include <array>

namespace tela::events {

namespace {

/// In the order of the enumerations.
constexpr std::array<std::string_view, question_count> questions = {"process", "edition", "place",
                                                                    "dates",   "chair",   "part"};
constexpr std::array<std::string_view, fact_count> facts = {
    "always",         "title",        "lead",
    "early",          "own-field",    "other-field",
    "opens-page",     "dateline",     "own-process",
    "other-process",  "sole-process", "other-edition",
    "announced",      "mentioned",    "state-behind",
    "office-before",  "in-name",      "meeting-of",
    "elsewhere",      "stated-year",  "today",
    "several-days",   "its-kind",     "first",
    "own-first",      "only-one",     "repeated",
    "named-twice",    "named-often",  "with-edition",
    "meets-next",     "at-meeting",   "aside",
    "alone",

    "event-page",     "titled",       "global",
    "parent-named",   "occasion",     "handover",
    "takes",          "succeeds",     "presides",
    "presided",       "apposition",   "chair-of",
    "jointly",        "unshared",     "adjective",
    "other-body",     "committee",    "former",
    "member",         "not-member",   "member-of-many",
    "among-members",  "all-members",  "counted",
    "behind-process", "continued",    "with-organisations",
    "host",           "long-list",    "alone-on-line"};

template<class Value, std::size_t size>
std::optional<Value> named(const std::array<std::string_view, size>& names, std::string_view name) {
  const auto* const found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return {};
  return static_cast<Value>(found - names.begin());
}

} // namespace

std::string_view to_string(Question question) {
  return questions[static_cast<std::size_t>(question)];
}

std::string_view to_string(Fact fact) {
  return facts[static_cast<std::size_t>(fact)];
}

std::optional<Question> question_named(std::string_view name) {
  return named<Question>(questions, name);
}

std::optional<Fact> fact_named(std::string_view name) {
  return named<Fact>(facts, name);
}

} // namespace tela::events
