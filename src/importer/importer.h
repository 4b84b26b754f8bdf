#pragma once

#include "base/error.h"
#include "importer/record_pipeline.h"
#include "records/record_sink.h"
#include "records/source_reader.h"
#include "store/builder.h"
#include "store/store.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

/// Sources of any kind become one store: read, link, map, sort, write.
namespace tela::importer {

/// Statements that follow from those of the sources.
struct Derivation {
  std::string name; ///< tells this derivation from others: "count"; empty: nothing is derived
  /// Reads a store of the sources and pushes what follows from it.
  std::function<void(const store::Store&, rdf::QuadSink&)> derive;
};

struct ImportOptions {
  std::string base_iri = "https://w3id.org/tela/";
  store::BuildOptions build;
  records::ReadOptions reading;
  /// What relative IRIs of RDF files are resolved against; empty: the IRI of each file, which its
  /// path below the folder that was named makes.
  std::string rdf_base{};
  Derivation derivation{};
  std::uint64_t skip_rejected = 0; ///< up to so many rejected records the others are written
  bool full = false;               ///< read everything, whatever the store at the target holds
  /// Files that the parts among the sources must have read; may be empty.
  std::vector<std::string> wanted_in_parts{};
  /// Called before each file with its name, its number from 0, and how many there are. May be
  /// empty.
  std::function<void(const std::string&, std::size_t, std::size_t)> on_source;
};

/// A source beside the same source of the last build.
enum class Change : std::uint8_t { added, changed, unchanged };

/// What became of one file.
struct SourceReport {
  std::string path;
  std::string name;              ///< in the graph (SourceFile::name)
  std::string format;            ///< "record XML", "Turtle", …
  bool is_rdf = false;           ///< else a file of records
  std::string part{};            ///< the part of a build that holds it; empty: it is read itself
  std::string hash;              ///< of all that is read from disk for it, hexadecimal
  Change change = Change::added; ///< added also where no last build can be compared with
  bool waits = false;            ///< some of its records are named by what other sources say
  bool is_copied = false;        ///< its statements stand in the old store
  records::Ledger ledger;        ///< of a file of records; of the last build where it is copied
  std::uint64_t statements = 0;  ///< of an RDF file
  std::string graph;             ///< of an RDF file: that of its statements that are in none
  /// Of an RDF file: name and IRI of each prefix.
  std::vector<std::pair<std::string, std::string>> prefixes;
  /// Of an RDF file: the graphs that it names, unless nobody can tell (RdfContents::graphs).
  std::optional<std::vector<std::string>> graphs;
  std::vector<base::Error> errors;     ///< why the file cannot be read
  std::vector<base::Error> rejections; ///< of single records, with their places
};

/// The account of a build.
struct ImportReport {
  std::vector<SourceReport> sources;
  std::vector<std::string> gone;    ///< sources of the last build that are not among these
  std::vector<std::string> skipped; ///< files of folders that are no sources, in their order
  records::Ledger ledger;           ///< sum over the sources that were read
  std::uint64_t unchanged = 0;      ///< records not read again, because nothing has changed
  Warnings warnings;                ///< of what was read
  store::BuildSummary store;
  std::uint64_t skip_rejected = 0; ///< as asked for
  bool written = false; ///< false: errors, or nothing has changed; the old store stands as it was

  [[nodiscard]] bool failed() const;
};

/// Builds the store `target` from `sources`: files and folders of records (pages, HTML, record XML,
/// tables, JSON Lines) and of RDF. Records are linked against the built-in gazetteer, which is then
/// part of the store; RDF alone is stored as it is. An RDF file's statements without a graph go
/// into the graph {base}source/<name>, which is also the base of its relative IRIs; the name does
/// not depend on where the folder lies (SourceFile::name), so that everybody builds the same. What
/// a folder holds beside them (texts about the data, mappings, tables without titles or project
/// ids) is skipped and listed; a file that is named must be a source.
///
/// Parts (part_file.h) stand for the sources that they were read from, and must be all of each
/// list: one that is missing, cut or changed is an error, as is a source that cannot be read.
/// Records of theirs that only others can name are read from their files, which must then be there.
///
/// The store is written whole or not at all: when any source has an error, or more records were
/// rejected than may be skipped, the others are still read, so that one run reports everything, and
/// nothing is written. A source of which records were skipped counts as changed at the next build,
/// so that they are told again.
///
/// With a derivation the sources are built twice: a store of them stands beside the target for as
/// long as it is read, then it is built together with what was derived.
///
/// When a store stands at the target that was built in the same way, only sources that are new or
/// have changed are read; the statements of the others are taken over from it, and the result is
/// the same, byte for byte. Read again are also sources that share a graph with one that has
/// changed or gone, and records that are named by what other sources say (mapping::needs_aliases).
///
/// Memory is what the options allow, some 100 MiB, 40 bytes for each record that has both a project
/// id and a Prima id, and the pages of the standing store while it is read.
///
/// One build a target at a time: another one that begins meanwhile throws Error(input).
///
/// Throws Error(input) when a source does not exist, a folder cannot be read or folders hold no
/// source, (usage) when the target is a file that is no store, and what the disk and cancellation
/// throw.
[[nodiscard]] ImportReport import_sources(std::span<const std::string> sources,
                                          const std::filesystem::path& target,
                                          const ImportOptions& options = {});

} // namespace tela::importer
