#pragma once

#include "remote/dialect.h"
#include "remote/sparql_service.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>

namespace tela::remote {

/// What a service is, found out by asking.
struct Capabilities {
  Dialect dialect;
  std::string server;                   ///< its Server header
  bool has_graphs = false;              ///< named ones, with statements
  bool default_is_union = false;        ///< what is in a named graph is found outside GRAPH, too
  bool has_default = false;             ///< statements that are in no named graph
  bool has_values = false;              ///< it takes VALUES
  bool has_big_integers = false;        ///< past 64 bits
  std::optional<std::uint64_t> row_cap; ///< that it tells of
};

/// Asks what the service is: some five small questions. Throws as SparqlService::ask does.
[[nodiscard]] Capabilities probe(SparqlService& service, std::span<const Dialect> dialects);

/// The same from `folder`, where it is kept for an hour by the service's address if it has named
/// graphs; what stands there is written anew otherwise. A folder that cannot be written is no
/// error. Whether there is something in its default graph alone is asked each time.
[[nodiscard]] Capabilities kept_capabilities(SparqlService& service,
                                             std::span<const Dialect> dialects,
                                             const std::filesystem::path& folder);

/// Where such things are kept for this user: "$XDG_CACHE_HOME/tela", else "~/.cache/tela"; empty
/// when neither is known.
[[nodiscard]] std::filesystem::path user_cache_folder();

} // namespace tela::remote
