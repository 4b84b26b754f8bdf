#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tela::remote {

/// What is known of a kind of service before it is asked: a row of data/services/dialects.csv.
struct Dialect {
  std::string name;
  std::string server;      ///< part of its Server header, in lower case; empty: that tells nothing
  std::string address;     ///< part of its address
  std::string results;     ///< the format that it writes best: json, xml or tsv
  std::size_t values = 0;  ///< rows that VALUES may have
  std::size_t inserts = 0; ///< statements that INSERT DATA may have; 0: it takes none
  bool has_default = true; ///< whether statements can be in no named graph
  std::vector<std::string> own_graphs; ///< IRIs of graphs that the service fills for itself
  std::string note;                    ///< for people
};

/// The dialects, in the order in which they are tried; the last fits everything. `extension` (may
/// be empty) is a table of the same form whose rows come first. Throws Error(input) when it is of
/// another form.
[[nodiscard]] std::vector<Dialect> load_dialects(const std::filesystem::path& extension = {});

/// The first that fits what a service says of itself.
[[nodiscard]] const Dialect& find_dialect(std::span<const Dialect> dialects,
                                          std::string_view server, std::string_view address);

} // namespace tela::remote
