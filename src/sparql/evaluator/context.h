#pragma once

#include "base/cancellation.h"
#include "rdf/date_time.h"
#include "sparql/evaluator/dataset.h"
#include "sparql/evaluator/service.h"
#include "sparql/evaluator/words.h"
#include "sparql/optimiser/plan.h"
#include "xsd/regex_cache.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <utility>

namespace tela::sparql::evaluator {

struct Context;

/// Bytes of the query's memory budget, given back at the end of its life.
class Reservation {
 public:
  /// Of no budget until charge_to().
  Reservation() = default;
  explicit Reservation(const Context& context);
  ~Reservation() { release(); }
  Reservation(const Reservation&) = delete;
  Reservation& operator=(const Reservation&) = delete;

  /// Holds `bytes` in all from now on; throws Error(limit) when that is too much.
  void hold(std::size_t bytes) {
    if (memory_ == nullptr || bytes == held_) return;
    if (bytes > held_)
      memory_->charge(bytes - held_);
    else
      memory_->release(held_ - bytes);
    held_ = bytes;
  }
  /// Takes the bytes of `memory` (null: none is kept) from now on.
  void charge_to(base::MemoryBudget* memory) {
    release();
    memory_ = memory;
  }
  void add(std::size_t bytes) { hold(held_ + bytes); }
  /// REQUIRES: so many are held.
  void give_back(std::size_t bytes) { hold(held_ - bytes); }
  void release() {
    if (memory_ != nullptr) memory_->release(held_);
    held_ = 0;
  }

 private:
  base::MemoryBudget* memory_ = nullptr;
  std::size_t held_ = 0;
};

/// What all operators of a query share. One thread at a time, except where a member says otherwise.
struct Context {
  Context(const Dataset& data, Words& local_words) : dataset(data), words(local_words) {}

  const Dataset& dataset;
  Words& words;
  /// Plans a pattern that depends on a row: EXISTS.
  std::function<optimiser::Plan(const algebra::Operator&, const optimiser::GraphScope&)>
      plan_pattern;
  const base::Cancellation* cancellation = nullptr;
  base::MemoryBudget* memory = nullptr;
  unsigned threads = 1; ///< that may work at once
  ServiceHandler service;
  std::string base;                  ///< for IRI()
  rdf::DateTime now;                 ///< the same all through a query
  rdf::GraphSelection default_graph; ///< what patterns outside GRAPH match
  rdf::GraphSelection named_graphs;  ///< what GRAPH ?g goes through: each_named or each_of
  std::vector<rdf::Id> graph_names;  ///< the same graphs, ascending
  std::mt19937_64 random{std::random_device{}()};
  xsd::RegexCache regexes;
  /// Blank nodes that BNODE(label) has made: one for each label of each solution.
  std::map<std::pair<std::uint64_t, std::string>, rdf::Id> blanks;
  Reservation blanks_memory; ///< what `blanks` takes

  /// Ends the query when it is to stop: throws Error(limit). Any thread. About 25 ns.
  void check() const {
    if (cancellation != nullptr) cancellation->check();
  }
  [[nodiscard]] rdf::GraphSelection selection(const optimiser::GraphScope& scope,
                                              rdf::Id current_graph) const;
};

inline Reservation::Reservation(const Context& context) : memory_(context.memory) {}

/// Calls check() once in a while: for loops whose single steps are short.
class Pacer {
 public:
  explicit Pacer(const Context& context) : context_(context) {}
  /// `steps` of about 10 ns have been done.
  void step(std::size_t steps = 1) {
    done_ += steps;
    if (done_ < interval) return;
    done_ = 0;
    context_.check();
  }

 private:
  static constexpr std::size_t interval = 1U << 16U;
  const Context& context_;
  std::size_t done_ = 0;
};

} // namespace tela::sparql::evaluator
