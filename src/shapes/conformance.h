#pragma once

#include "rdf/id.h"
#include "shapes/shape.h"
#include "sparql/evaluator/context.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tela::shapes {

/// What is known of nodes and shapes while data are checked: each pair is answered once, so that
/// shapes which several others refer to, and nodes which several paths lead to, cost no more.
///
/// Where shapes are recursive, a node that is being checked against a shape conforms to it
/// meanwhile (section 3.4.3 of SHACL leaves it open). An answer that rests on such an assumption is
/// kept only until the check it assumes is over.
class Conformance {
 public:
  /// `memory` (null: none) is charged for what is kept.
  explicit Conformance(base::MemoryBudget* memory) { held_.charge_to(memory); }

  /// Whether `node` conforms to `shape`, or nothing when that is not known yet.
  [[nodiscard]] std::optional<bool> find(ShapeIndex shape, rdf::Id node);

  /// A check begins. REQUIRES: find() does not take it for one that is going on.
  void begin(ShapeIndex shape, rdf::Id node);
  /// The check begun last is over. Its answer is kept when `keep`.
  void end(bool conforms, bool keep);
  /// Number of checks that are going on, one within the other.
  [[nodiscard]] std::size_t depth() const noexcept { return going_on_.size(); }

 private:
  using Key = std::pair<ShapeIndex, rdf::Id>;
  struct Hash {
    std::size_t operator()(const Key& key) const noexcept {
      return std::hash<rdf::Id>()(key.second) * 31 + key.first;
    }
  };
  static constexpr std::size_t nothing = static_cast<std::size_t>(-1);

  struct Answer {
    bool conforms = true;
    std::size_t assumes = nothing; ///< the outermost check it takes for conforming, by its depth
  };
  struct Check {
    Key key;
    std::size_t assumes = nothing;
    std::vector<Key> resting; ///< answers that assume that this check conforms
  };

  void assume(std::size_t depth);

  std::unordered_map<Key, Answer, Hash> answers_;
  std::vector<Check> going_on_;
  sparql::evaluator::Reservation held_;
};

} // namespace tela::shapes
