#pragma once

#include "publish/kinds.h"

#include <optional>
#include <utility>

namespace tela::publish {

/// Things without a name of their own that hold between two others, and are named by them: a
/// tela:Membership between a member and a body, a tela:Tie between its two parties. Keeps a
/// reference to the store. Immutable.
class Pairs {
 public:
  Pairs(const store::Store& store, const Kinds& kinds);

  [[nodiscard]] bool is_kind_of_pairs(Kinds::Number kind) const {
    return kind != Kinds::none && (kind == membership_ || kind == tie_);
  }
  [[nodiscard]] bool is_membership(Kinds::Number kind) const {
    return kind != Kinds::none && kind == membership_;
  }
  /// The two that `thing`, of that kind, holds between; nothing for others and for halves.
  [[nodiscard]] std::optional<std::pair<rdf::Id, rdf::Id>> between(rdf::Id thing,
                                                                   Kinds::Number kind) const;

 private:
  const store::Store& store_;
  Kinds::Number membership_, tie_;
  rdf::Id member_, organization_, party_;
};

} // namespace tela::publish
