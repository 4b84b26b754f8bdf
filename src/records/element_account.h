#pragma once

#include "records/record_sink.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <unordered_set>

namespace pugi {
class xml_node;
} // namespace pugi

namespace tela::records {

/// What a parser takes of an element.
struct ElementRule {
  std::string_view name;
  /// Without it the element says nothing that a field could take: "@code" an attribute, "#text" its
  /// own text, "value" a child; empty: anything will do.
  std::string_view essential;
  std::span<const ElementRule> children{}; ///< the others are not taken
};

/// Whether neither the element nor anything in it has a value; a language alone is none.
[[nodiscard]] bool says_nothing(const pugi::xml_node& node);

/// Counts what became of the elements of a record, each of them once: read, empty or not mapped. It
/// looks at the tree by rules, so that nothing can be forgotten by the code that takes values; that
/// code tells only what it could not take after all.
class ElementAccount {
 public:
  /// Keeps a reference.
  explicit ElementAccount(Ledger& ledger) : ledger_(ledger) {}

  /// `node` and what is in it is not taken, whatever its rule says.
  void drop(pugi::xml_node node);

  /// Counts `record` as read, and all that is in it by `rules`. Names in the ledger are "sector",
  /// "transaction/aid-type": an element with its parent, unless that is the record.
  void count(pugi::xml_node record, std::span<const ElementRule> rules);

 private:
  void count_children(pugi::xml_node parent, std::span<const ElementRule> rules,
                      std::string_view path);
  void count_element(pugi::xml_node node, const ElementRule* rule, std::string_view path);

  Ledger& ledger_;
  std::unordered_set<std::ptrdiff_t> dropped_; ///< where they begin
};

} // namespace tela::records
