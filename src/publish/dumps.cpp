#include "publish/dumps.h"

#include "base/compressor.h"
#include "base/error.h"
#include "base/ordered_work.h"
#include "dump/dump.h"
#include "engine/database.h"
#include "publish/page_words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>

namespace tela::publish {

namespace {

struct DumpKind {
  redland::Syntax syntax;
  std::string_view extension;
  std::string_view eu_format;
};

constexpr std::array dump_kinds{DumpKind{redland::Syntax::nquads, "nq", "RDF_N_QUADS"},
                                DumpKind{redland::Syntax::trig, "trig", "RDF_TRIG"},
                                DumpKind{redland::Syntax::turtle, "ttl", "RDF_TURTLE"},
                                DumpKind{redland::Syntax::rdf_xml, "rdf", "RDF_XML"},
                                DumpKind{redland::Syntax::json_ld, "jsonld", "JSON_LD"}};

std::string path_of(const DumpKind& kind) {
  return "dump/tela." + std::string(kind.extension);
}

/// The same dump once more, packed.
class PackedDump {
 public:
  PackedDump(ReleaseFolder& folder, const std::string& path)
      : file_(std::make_unique<ReleaseFolder::File>(folder.create(path))),
        packer_(base::compression_by_name(path),
                [file = file_.get()](std::string_view bytes) { file->write(bytes); }) {}

  void write(std::string_view bytes) { packer_.write(bytes); }
  [[nodiscard]] Download finish(Download plain) {
    packer_.finish();
    plain.file = file_->finish();
    const bool gzip = plain.file.path.ends_with(".gz");
    plain.label += gzip ? " (gzip)" : " (zstd)";
    plain.packing = gzip ? "application/gzip" : "application/zstd";
    return plain;
  }

 private:
  std::unique_ptr<ReleaseFolder::File> file_; // the packer keeps its address
  base::Compressor packer_;
};

// Packed forms of N-Quads alone: who wants few bytes takes the syntax that says everything.
std::vector<PackedDump> packed_dumps(ReleaseFolder& folder, const DumpKind& kind) {
  std::vector<PackedDump> packed;
  if (kind.syntax == redland::Syntax::nquads)
    for (const auto* suffix : {".gz", ".zst"}) packed.emplace_back(folder, path_of(kind) + suffix);
  return packed;
}

/// A dump and its packed forms, and what was left out or is not as it should be.
struct Dump {
  std::vector<Download> downloads;
  std::string note;
};

/// Whether N-Quads came out canonical; `output` has got nothing when blank nodes are too much
/// alike.
bool is_canonical(const engine::Database& database, const redland::Output& output,
                  dump::Report& report, std::string& note) {
  try {
    report = dump::write_canonical(database.store(), output);
    return true;
  } catch (const base::Error& error) {
    if (error.failure() != base::Failure::limit) throw;
    note = "the N-Quads are not in canonical form: " + error.message();
    return false;
  }
}

Dump write_dump(const engine::Database& database, ReleaseFolder& folder, const DumpKind& kind) {
  const redland::SyntaxInfo& syntax = redland::info(kind.syntax);
  ReleaseFolder::File file = folder.create(path_of(kind));
  std::vector<PackedDump> packed = packed_dumps(folder, kind);
  const auto output = [&](std::string_view bytes) {
    file.write(bytes);
    for (PackedDump& dump : packed) dump.write(bytes);
  };
  Dump result;
  dump::Report report;
  const bool canonical =
      kind.syntax == redland::Syntax::nquads && is_canonical(database, output, report, result.note);
  if (!canonical) report = dump::write(database.store(), database.prefixes(), kind.syntax, output);
  const store::Counts& counts = database.store().counts();
  if (report.statements != (syntax.named_graphs ? counts.quads : counts.triples))
    throw base::Error(base::Failure::input,
                      "the dump in " + std::string(syntax.label) + " has " +
                          std::to_string(report.statements) + " statements, the store other",
                      "check the store with tela info --verify");
  result.downloads.push_back({file.finish(),
                              std::string(syntax.label),
                              std::string(syntax.media_type),
                              std::string(kind.eu_format),
                              true,
                              {},
                              syntax.named_graphs ? word("with-graphs") : word("without-graphs"),
                              canonical ? "https://www.w3.org/TR/rdf-canon/" : "",
                              {}});
  for (PackedDump& dump : packed) result.downloads.push_back(dump.finish(result.downloads.front()));
  return result;
}

Dump try_dump(const engine::Database& database, ReleaseFolder& folder, const DumpKind& kind) {
  try {
    return write_dump(database, folder, kind);
  } catch (const base::Error& error) {
    if (error.failure() != base::Failure::input || kind.syntax == redland::Syntax::nquads) throw;
    folder.remove(path_of(kind));
    return {{},
            "the dump in " + std::string(redland::info(kind.syntax).label) +
                " was left out: " + error.message()};
  }
}

} // namespace

std::vector<Download> write_dumps(const engine::Database& database, ReleaseFolder& folder,
                                  unsigned threads, std::vector<std::string>& notes) {
  std::vector<Download> downloads;
  base::work_in_order<Dump>(
      dump_kinds.size(), threads,
      [&] { return [&](std::size_t i) { return try_dump(database, folder, dump_kinds[i]); }; },
      [&](Dump dump) {
        std::ranges::move(dump.downloads, std::back_inserter(downloads));
        if (!dump.note.empty()) notes.push_back(std::move(dump.note));
      });
  return downloads;
}

} // namespace tela::publish
