#include "network/affiliation.h"

#include "base/error.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace tela::network {

namespace {

// Groups the ties of `rows` by column instead: a counting sort, so that the new rows come out
// ascending.
TieRows transpose(const TieRows& rows, Node column_count) {
  TieRows result;
  result.offsets.assign(std::size_t{column_count} + 1, 0);
  for (const Node column : rows.columns) ++result.offsets[column + 1];
  for (Node c = 0; c < column_count; ++c) result.offsets[c + 1] += result.offsets[c];
  result.columns.resize(rows.columns.size());
  result.weights.resize(rows.weights.size());
  result.periods.resize(rows.periods.size());
  std::vector<std::uint64_t> next(result.offsets.begin(), result.offsets.end() - 1);
  for (Node r = 0; r < rows.size(); ++r)
    for (std::uint64_t tie = rows.offsets[r]; tie < rows.offsets[r + 1]; ++tie) {
      const std::uint64_t to = next[rows.columns[tie]]++;
      result.columns[to] = r;
      if (!rows.weights.empty()) result.weights[to] = rows.weights[tie];
      if (!rows.periods.empty()) result.periods[to] = rows.periods[tie];
    }
  return result;
}

void check(const Tie& tie, Node actor_count, Node event_count) {
  if (tie.actor >= actor_count || tie.event >= event_count)
    throw base::Error(base::Failure::input, "a tie names an actor or event that does not exist");
  if (!std::isfinite(tie.weight) || tie.weight <= 0)
    throw base::Error(base::Failure::input, "the weight of a tie is not a positive number",
                      "leave ties without weight out, or give them weight 1");
}

// Sorts and merges ties of the same actor and event.
void merge_repeated(std::vector<Tie>& ties) {
  const auto key = [](const Tie& tie) { return std::tie(tie.event, tie.actor); };
  const auto before = [&](const Tie& a, const Tie& b) { return key(a) < key(b); };
  if (!std::is_sorted(ties.begin(), ties.end(), before))
    std::stable_sort(ties.begin(), ties.end(), before);
  std::size_t kept = 0;
  for (const Tie& tie : ties) {
    if (kept > 0 && key(ties[kept - 1]) == key(tie)) {
      ties[kept - 1].weight += tie.weight;
      ties[kept - 1].period = hull(ties[kept - 1].period, tie.period);
    } else {
      ties[kept++] = tie;
    }
  }
  ties.resize(kept);
}

TieRows rows_by_event(Node event_count, const std::vector<Tie>& ties) {
  TieRows rows;
  rows.offsets.assign(std::size_t{event_count} + 1, 0);
  const bool weighted =
      std::any_of(ties.begin(), ties.end(), [](auto& t) { return t.weight != 1; });
  const bool dated =
      std::any_of(ties.begin(), ties.end(), [](auto& t) { return t.period != Period{}; });
  for (const Tie& tie : ties) {
    ++rows.offsets[tie.event + 1];
    rows.columns.push_back(tie.actor);
    if (weighted) rows.weights.push_back(tie.weight);
    if (dated) rows.periods.push_back(tie.period);
  }
  for (Node e = 0; e < event_count; ++e) rows.offsets[e + 1] += rows.offsets[e];
  return rows;
}

} // namespace

Affiliation::Affiliation(Node actor_count, Node event_count, std::vector<Tie> ties)
    : Affiliation(actor_count, TieRows{}) {
  for (const Tie& tie : ties) check(tie, actor_count, event_count);
  merge_repeated(ties);
  by_event_ = rows_by_event(event_count, ties);
}

Affiliation::Affiliation(Node actor_count, TieRows by_event)
    : actor_count_(actor_count), by_event_(std::move(by_event)),
      by_actor_(std::make_shared<LazyRows>()) {}

const TieRows& Affiliation::by_actor() const {
  std::call_once(by_actor_->made, [&] { by_actor_->rows = transpose(by_event_, actor_count_); });
  return by_actor_->rows;
}

Affiliation Affiliation::transposed() const {
  return {event_count(), by_actor()};
}

Affiliation Affiliation::during(const Period& window) const {
  TieRows kept;
  for (Node event = 0; event < event_count(); ++event) {
    for (std::uint64_t tie = by_event_.offsets[event]; tie < by_event_.offsets[event + 1]; ++tie) {
      if (!by_event_.period(tie).overlaps(window)) continue;
      kept.columns.push_back(by_event_.columns[tie]);
      if (!by_event_.weights.empty()) kept.weights.push_back(by_event_.weights[tie]);
      if (!by_event_.periods.empty()) kept.periods.push_back(by_event_.periods[tie]);
    }
    kept.offsets.push_back(kept.columns.size());
  }
  return {actor_count(), std::move(kept)};
}

std::vector<SharedEvent> shared_events(const Affiliation& graph, Node a, Node b) {
  const TieRows& rows = graph.by_actor();
  std::vector<SharedEvent> shared;
  std::uint64_t x = rows.offsets[a];
  std::uint64_t y = rows.offsets[b];
  while (x < rows.offsets[a + 1] && y < rows.offsets[b + 1]) {
    if (rows.columns[x] == rows.columns[y]) {
      const Period first = rows.period(x);
      const Period second = rows.period(y);
      if (first.overlaps(second)) shared.push_back({rows.columns[x], intersection(first, second)});
      ++x;
      ++y;
    } else {
      ++(rows.columns[x] < rows.columns[y] ? x : y);
    }
  }
  return shared;
}

} // namespace tela::network
