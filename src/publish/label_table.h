#pragma once

#include "publish/language.h"
#include "rdf/id.h"
#include "store/store.h"

#include <array>
#include <span>
#include <vector>

namespace tela::publish {

/// Which literal names a thing for the reader of each language: in that language, else in English,
/// else in none, else in any. Undefined ids where a thing has no name.
using LabelIds = std::array<rdf::Id, language_count>;

/// The labels (rdfs:label, else skos:prefLabel, dcterms:title) of a list of things, as ids: 24
/// bytes a thing. Immutable; any number of threads.
class LabelTable {
 public:
  /// REQUIRES: `things` ascending. Cost: a scan of three predicates.
  LabelTable(const store::Store& store, std::span<const rdf::Id> things);

  [[nodiscard]] const LabelIds& operator[](std::size_t thing) const { return labels_[thing]; }

 private:
  std::vector<LabelIds> labels_;
};

} // namespace tela::publish
