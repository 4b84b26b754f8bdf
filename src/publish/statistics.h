#pragma once

#include "store/store.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tela::publish {

/// How many statements have a predicate, or how many instances a class has.
struct Partition {
  std::string iri;
  std::uint64_t count = 0;
};

/// What is counted of a dataset, as VoID has it (https://www.w3.org/TR/void/#statistics): of the
/// merge of all graphs.
struct Statistics {
  std::uint64_t triples = 0, quads = 0, graphs = 0;
  std::uint64_t distinct_subjects = 0, distinct_objects = 0;
  std::uint64_t entities = 0; ///< subjects that are IRIs below the base
  std::vector<Partition> classes, properties;
  std::optional<std::int64_t> first_year, last_year; ///< of what the data speak of
};

/// Counts. Cost: a scan of two permutations.
[[nodiscard]] Statistics count(const store::Store& store, const std::string& base);

} // namespace tela::publish
