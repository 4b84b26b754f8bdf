#pragma once

#include "sparql/algebra/algebra.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tela::sparql::optimiser {

/// A variable of a plan: its place in the plan's VariableTable.
using Slot = std::uint32_t;

/// A few slots, ascending. Small: every operation is linear in the number of slots.
class SlotSet {
 public:
  SlotSet() = default;
  SlotSet(std::initializer_list<Slot> slots) {
    for (const Slot slot : slots) insert(slot);
  }
  explicit SlotSet(const std::vector<Slot>& slots) {
    for (const Slot slot : slots) insert(slot);
  }

  void insert(Slot slot) {
    const auto at = std::lower_bound(slots_.begin(), slots_.end(), slot);
    if (at == slots_.end() || *at != slot) slots_.insert(at, slot);
  }
  void insert(const SlotSet& other) {
    for (const Slot slot : other) insert(slot);
  }
  [[nodiscard]] bool contains(Slot slot) const {
    return std::binary_search(slots_.begin(), slots_.end(), slot);
  }
  [[nodiscard]] bool contains(const SlotSet& other) const {
    return std::includes(slots_.begin(), slots_.end(), other.begin(), other.end());
  }
  [[nodiscard]] bool meets(const SlotSet& other) const { return !(*this & other).empty(); }
  [[nodiscard]] bool empty() const { return slots_.empty(); }
  [[nodiscard]] std::size_t size() const { return slots_.size(); }
  [[nodiscard]] std::vector<Slot>::const_iterator begin() const { return slots_.begin(); }
  [[nodiscard]] std::vector<Slot>::const_iterator end() const { return slots_.end(); }
  [[nodiscard]] Slot front() const { return slots_.front(); }
  [[nodiscard]] const std::vector<Slot>& list() const { return slots_; }

  friend SlotSet operator&(const SlotSet& a, const SlotSet& b) {
    SlotSet both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both.slots_));
    return both;
  }
  friend SlotSet operator|(const SlotSet& a, const SlotSet& b) {
    SlotSet either;
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(either.slots_));
    return either;
  }
  friend SlotSet operator-(const SlotSet& a, const SlotSet& b) {
    SlotSet rest;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(rest.slots_));
    return rest;
  }
  bool operator==(const SlotSet&) const = default;

 private:
  std::vector<Slot> slots_;
};

/// The variables of a plan by number.
class VariableTable {
 public:
  /// The slot of `variable`, a new one when it has none yet.
  Slot slot(const algebra::Variable& variable) {
    const auto [at, fresh] = slots_.try_emplace(variable, static_cast<Slot>(variables_.size()));
    if (fresh) variables_.push_back(variable);
    return at->second;
  }
  [[nodiscard]] std::optional<Slot> find(const algebra::Variable& variable) const {
    const auto at = slots_.find(variable);
    if (at == slots_.end()) return std::nullopt;
    return at->second;
  }
  /// A slot for a variable that no query can name.
  Slot fresh() { return slot({".plan" + std::to_string(variables_.size())}); }
  [[nodiscard]] const algebra::Variable& operator[](Slot slot) const { return variables_[slot]; }
  [[nodiscard]] std::size_t size() const { return variables_.size(); }

 private:
  std::map<algebra::Variable, Slot> slots_;
  std::vector<algebra::Variable> variables_;
};

} // namespace tela::sparql::optimiser
