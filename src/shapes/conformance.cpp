#include "shapes/conformance.h"

#include "base/require.h"

#include <algorithm>

namespace tela::shapes {

namespace {

constexpr std::size_t bytes_of_answer = 80; // with its node in the table

} // namespace

std::optional<bool> Conformance::find(ShapeIndex shape, rdf::Id node) {
  const auto found = answers_.find({shape, node});
  if (found == answers_.end()) return std::nullopt;
  assume(found->second.assumes);
  return found->second.conforms;
}

void Conformance::assume(std::size_t depth) {
  if (depth != nothing && !going_on_.empty())
    going_on_.back().assumes = std::min(going_on_.back().assumes, depth);
}

void Conformance::begin(ShapeIndex shape, rdf::Id node) {
  const Key key{shape, node};
  base::require([&] { return std::ranges::find(going_on_, key, &Check::key) == going_on_.end(); },
                "a check that is not going on");
  answers_[key] = {true, going_on_.size()};
  going_on_.push_back({key, nothing, {}});
}

void Conformance::end(bool conforms, bool keep) {
  const Check check = std::move(going_on_.back());
  going_on_.pop_back();
  for (const Key& key : check.resting) answers_.erase(key);
  const bool rests = check.assumes < going_on_.size();
  if (keep) {
    answers_[check.key] = {conforms, rests ? check.assumes : nothing};
    if (rests) going_on_[check.assumes].resting.push_back(check.key);
  } else {
    answers_.erase(check.key);
  }
  if (rests) assume(check.assumes);
  held_.hold(answers_.size() * bytes_of_answer);
}

} // namespace tela::shapes
