#pragma once

#include "base/cancellation.h"
#include "engine/store_dataset.h"
#include "rdf/prefix_map.h"
#include "redland/syntax.h"
#include "store/store.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// The façade: open or load data, ask it, explain, dump. The only room where `sparql` meets
/// `store`.
namespace tela::engine {

/// An RDF file to be loaded.
struct RdfFile {
  std::filesystem::path path;
  std::string
      graph; ///< IRI of the named graph for statements without one; empty: the default graph
  std::optional<redland::Syntax> syntax; ///< empty: by name, then by content
  std::string base;                      ///< empty: the file's own IRI
};

/// Data that can be asked. Immutable; any number of threads may read one object. Move-only.
class Database {
 public:
  /// Opens a store. Outside GRAPH its queries match all graphs as one. Throws Error(input).
  [[nodiscard]] static Database open(const std::filesystem::path& store);
  /// Loads files into memory; outside GRAPH queries match the default graph, as SPARQL has it.
  /// Throws Error(input) at the first fault, Error(limit) when `cancellation` (null: never) is
  /// raised while they are read and sorted. `memory` (may be null, outlives the database) is
  /// charged for what is kept.
  [[nodiscard]] static Database load(std::span<const RdfFile> files,
                                     const base::Cancellation* cancellation = nullptr,
                                     base::MemoryBudget* memory = nullptr);

  ~Database();
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  [[nodiscard]] const store::Store& store() const noexcept;
  [[nodiscard]] const StoreDataset& dataset() const noexcept;
  /// What load() did beyond an exact copy, each with its place: see redland::ReadReport.
  [[nodiscard]] const std::vector<std::string>& warnings() const noexcept;
  /// The standard prefixes and those of the data; the data's win.
  [[nodiscard]] const rdf::PrefixMap& prefixes() const noexcept;
  /// What the names of the resources start with, as the store says; else https://w3id.org/tela/.
  [[nodiscard]] std::string_view base_iri() const;

 private:
  struct Parts;
  explicit Database(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

} // namespace tela::engine
