#pragma once

#include "base/cancellation.h"
#include "engine/store_dataset.h"
#include "rdf/quad.h"

#include <cstdint>
#include <set>

namespace tela::engine {

struct DescribeReport {
  std::uint64_t triples = 0;
  bool cut = false; ///< the limit was reached: not all is told, and the caller must say so
};

/// DESCRIBE: for each resource its concise bounded description (W3C submission 2005): all its
/// statements, and those of the blank nodes they lead to. At most `limit` triples in all. Throws
/// Error(limit) when `cancellation` is raised; null: never.
DescribeReport describe(const store::Store& store, const std::set<rdf::Id>& resources,
                        rdf::QuadSink& sink, const base::Cancellation* cancellation = nullptr,
                        std::uint64_t limit = 1'000'000);

} // namespace tela::engine
