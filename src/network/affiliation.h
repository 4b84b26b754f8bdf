#pragma once

#include "network/period.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

/// Networks over plain numbers: two-mode graphs, their projections, measures, communities, and the
/// attributed graph that exports take. Knows no RDF.
namespace tela::network {

/// A node of a graph: an index from 0. What it stands for is the caller's to know.
using Node = std::uint32_t;

/// One tie of a two-mode graph: an actor (a state) takes part in an event (a project, a process, a
/// meeting, an article).
struct Tie {
  Node actor = 0;
  Node event = 0;
  double weight = 1; ///< its own weight, a budget share for instance; positive and finite
  Period period;     ///< when it holds
};

/// Ties grouped by one side, as compressed sparse rows. The ties of row r stand at
/// [offsets[r], offsets[r + 1]), ascending by column.
struct TieRows {
  std::vector<std::uint64_t> offsets{0};
  std::vector<Node> columns;
  std::vector<double> weights; ///< one per tie; empty when all are 1
  std::vector<Period> periods; ///< one per tie; empty when all are unbounded

  [[nodiscard]] Node size() const noexcept { return static_cast<Node>(offsets.size() - 1); }
  [[nodiscard]] std::uint32_t degree(Node row) const noexcept {
    return static_cast<std::uint32_t>(offsets[row + 1] - offsets[row]);
  }
  [[nodiscard]] std::span<const Node> row(Node row) const noexcept {
    return std::span(columns).subspan(offsets[row], degree(row));
  }
  [[nodiscard]] double weight(std::uint64_t tie) const noexcept {
    return weights.empty() ? 1.0 : weights[tie];
  }
  [[nodiscard]] Period period(std::uint64_t tie) const noexcept {
    return periods.empty() ? Period{} : periods[tie];
  }
};

/// Two-mode graph of actors and events: sparse, immutable. Kept by event; by actor too from when
/// that is first asked for. About 4 bytes a tie and side (12 with weights). Safe to read from many
/// threads.
class Affiliation {
 public:
  Affiliation() : Affiliation(0, TieRows{}) {}

  /// Ties in any order. A pair that stands twice is one tie: weights added, periods joined to their
  /// hull. Cost: n log n in the ties. Throws Error(input) when a tie lies outside the counts or a
  /// weight is not positive and finite.
  Affiliation(Node actor_count, Node event_count, std::vector<Tie> ties);

  /// From rows that are sorted already: `by_event` holds actors below `actor_count`, strictly
  /// ascending in each row. Cost: linear. This is the fast way from a sorted store.
  Affiliation(Node actor_count, TieRows by_event);

  [[nodiscard]] Node actor_count() const noexcept { return actor_count_; }
  [[nodiscard]] Node event_count() const noexcept { return by_event_.size(); }
  [[nodiscard]] std::uint64_t tie_count() const noexcept { return by_event_.columns.size(); }
  [[nodiscard]] const TieRows& by_event() const noexcept { return by_event_; }
  /// Cost: linear in the ties the first time, then nothing.
  [[nodiscard]] const TieRows& by_actor() const;

  /// The same graph with the sides exchanged: projects as actors of states. Cost: a copy.
  [[nodiscard]] Affiliation transposed() const;

  /// The ties that hold at some time of `window`; numbering of actors and events stays.
  [[nodiscard]] Affiliation during(const Period& window) const;

 private:
  struct LazyRows {
    std::once_flag made;
    TieRows rows;
  };

  Node actor_count_;
  TieRows by_event_;
  std::shared_ptr<LazyRows> by_actor_; // copies share it
};

/// An event that two actors share, and when both took part in it.
struct SharedEvent {
  Node event = 0;
  Period period;
};

/// Why two actors are tied: the events they share, ascending. Ties whose periods do not meet do not
/// count as shared. Cost: linear in the two degrees.
[[nodiscard]] std::vector<SharedEvent> shared_events(const Affiliation& graph, Node a, Node b);

} // namespace tela::network
