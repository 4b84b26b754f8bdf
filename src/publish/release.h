#pragma once

#include "base/cancellation.h"
#include "base/file.h"
#include "engine/database.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace tela::publish {

/// What a release says of itself, and how it is made. The defaults are those of Tela's own data.
struct ReleaseOptions {
  std::string base_iri; ///< under which it will stand; empty: that of the data
  std::string title = "Tela";
  std::string licence = "https://creativecommons.org/licenses/by/4.0/";
  std::string publisher = "Tela";
  std::string publisher_iri{};                     ///< address of the publisher; may be empty
  std::string contact{};                           ///< mailto: or https: address; may be empty
  std::string endpoint{};                          ///< address of a SPARQL endpoint; may be empty
  std::string date;                                ///< of the release, 2026-05-01
  std::vector<std::string> themes{"SOCI", "INTR"}; ///< codes of the EU's data themes
  std::vector<std::string> spatial{};              ///< IRIs of places; empty: the world
  unsigned threads = 2;
  const base::Cancellation* cancellation = nullptr; ///< not owned; may be null
  std::function<void(std::uint64_t done, std::uint64_t total)> progress{}; ///< pages; may be empty
};

/// What was written.
struct ReleaseReport {
  std::uint64_t pages = 0; ///< of resources
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;
  std::uint64_t statements = 0;
  std::vector<std::string> notes; ///< what was left out, for people
};

/// Writes a release of `database` to the folder `target`, whole or not at all: see
/// publish/README.md for what is in it. The same data and options give the same bytes. Throws
/// Error(usage) for options that make no sense and for a folder that is not a release; Error(input)
/// when the disk refuses, or when the release's description of itself does not conform to DCAT-AP.
/// Memory: about 60 bytes a resource, and the search index.
ReleaseReport publish(const engine::Database& database, const std::filesystem::path& target,
                      const ReleaseOptions& options,
                      base::FileSystem& files = base::FileSystem::real());

} // namespace tela::publish
