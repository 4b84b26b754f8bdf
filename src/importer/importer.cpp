#include "importer/importer.h"

#include "base/file.h"
#include "gazetteer/gazetteer.h"
#include "importer/build_log.h"
#include "importer/content_hash.h"
#include "importer/source_files.h"
#include "mapping/gazetteer_mapper.h"
#include "mapping/ontology_mapper.h"
#include "mapping/provenance_mapper.h"
#include "rdf/iri.h"
#include "rdf/named_graph_sink.h"
#include "records/source_reader.h"
#include "redland/reader.h"
#include "store/nquads_loader.h"

#include <algorithm>
#include <optional>

namespace tela::importer {

namespace fs = std::filesystem;

namespace {

/// A store of the sources alone, beside the target while it is needed.
class TemporaryStore {
 public:
  explicit TemporaryStore(const fs::path& target)
      : path_(fs::path(target).replace_filename("." + target.filename().string() + ".sources")) {}
  ~TemporaryStore() { base::FileSystem::real().remove(path_); }
  TemporaryStore(const TemporaryStore&) = delete;
  TemporaryStore& operator=(const TemporaryStore&) = delete;

  [[nodiscard]] const fs::path& path() const noexcept { return path_; }

 private:
  fs::path path_;
};

/// One build from its list of files to its report.
class Import {
 public:
  Import(const fs::path& target, const ImportOptions& options)
      : target_(target), options_(options), names_(options.base_iri) {}

  ImportReport run(std::span<const std::string> sources) {
    list(sources);
    if (const auto records = standing()) {
      report_.unchanged = *records;
      return std::move(report_);
    }
    options_.derivation.name.empty() ? build() : build_with_derived();
    return std::move(report_);
  }

 private:
  void build() {
    store::Builder builder(target_, options_.build);
    read_all(builder);
    if (!report_.failed()) finish(builder);
  }

  // What follows from the sources can only be computed when all of them are read.
  void build_with_derived() {
    store::Builder builder(target_, options_.build); // a bad place is known at once
    const TemporaryStore sources(target_);
    store::Builder first(sources.path(), options_.build);
    read_all(first);
    if (report_.failed()) return;
    first.finish();
    const store::Store read = store::Store::open(sources.path());
    for (const auto& [name, iri] : read.prefixes()) builder.prefix(name, iri);
    store::export_quads(read, rdf::Order::spo, builder);
    options_.derivation.derive(read, builder);
    finish(builder);
  }

  void finish(store::Builder& builder) {
    builder.set_metadata(build_log_key, to_build_log(report_, options_));
    report_.store = builder.finish();
    report_.written = true;
  }

  void list(std::span<const std::string> sources) {
    for (const fs::path& file : source_files(sources)) {
      SourceReport& source = report_.sources.emplace_back();
      source.path = file.string();
      attempt(source, [&] { source.hash = content_hash(file); });
    }
  }

  // The number of records of the store that stands at the target, if it is what would be built.
  [[nodiscard]] std::optional<std::uint64_t> standing() const {
    if (report_.failed() || !fs::exists(target_)) return std::nullopt;
    try {
      const store::Store old = store::Store::open(target_);
      const auto log = old.metadata(build_log_key);
      return log ? unchanged_records(*log, report_.sources, options_) : std::nullopt;
    } catch (const base::Error&) {
      return std::nullopt; // a damaged or foreign store is replaced
    }
  }

  void read_all(store::Builder& builder) {
    std::size_t number = 0;
    for (SourceReport& source : report_.sources) {
      if (options_.on_source) options_.on_source(source.path, number, report_.sources.size());
      ++number;
      if (!source.errors.empty()) continue;
      attempt(source, [&] { read(source, builder); });
      report_.ledger += source.ledger;
    }
  }

  void read(SourceReport& source, store::Builder& builder) {
    builder.begin_source(source.path);
    const auto syntax = redland::syntax_by_file_name(source.path);
    if (syntax && redland::info(*syntax).readable && !records::is_record_file(source.path))
      read_rdf(source, *syntax, builder);
    else
      read_records(source, builder);
  }

  void read_rdf(SourceReport& source, redland::Syntax syntax, store::Builder& builder) {
    source.format = redland::info(syntax).label;
    const std::string graph = options_.base_iri + "source/" + rdf::percent_encode(source.path);
    if (syntax == redland::Syntax::ntriples || syntax == redland::Syntax::nquads) {
      source.statements =
          store::load_nquads(builder, source.path,
                             syntax == redland::Syntax::ntriples ? rdf::NQuadsSyntax::ntriples
                                                                 : rdf::NQuadsSyntax::nquads,
                             graph, options_.build.threads);
      return;
    }
    rdf::NamedGraphSink sink(builder, graph);
    redland::ReadReport report = redland::read_file(source.path, syntax, sink);
    source.statements = report.quads;
    for (std::string& warning : report.warnings) report_.warnings.add(std::move(warning));
  }

  void read_records(SourceReport& source, store::Builder& builder) {
    const auto& gazetteer = gazetteer::Gazetteer::built_in();
    if (!gazetteer_mapped_) map_gazetteer(gazetteer, builder);
    RecordPipeline pipeline(builder, gazetteer, names_, options_.build.threads);
    source.ledger = records::read_source(source.path, pipeline);
    pipeline.finish();
    source.format = "records";
    source.errors = pipeline.errors();
    keep(pipeline.warnings());
  }

  // Once a build, and only with records: RDF alone is stored as it is.
  void map_gazetteer(const gazetteer::Gazetteer& gazetteer, store::Builder& builder) {
    mapping::map_ontology(builder);
    mapping::map_gazetteer(gazetteer, names_, builder);
    mapping::map_build_provenance(TELA_VERSION, names_, builder);
    for (const std::string_view folder :
         {"article", "meeting", "organisation", "process", "project", "region", "state", "theme"})
      builder.prefix(folder, names_.base() + std::string(folder) + "/");
    gazetteer_mapped_ = true;
  }

  void keep(const Warnings& warnings) {
    for (const std::string& text : warnings.texts) report_.warnings.add(text);
    report_.warnings.count += warnings.count - warnings.texts.size();
  }

  // Errors of one source do not end the reading of the others; limits and the user do.
  template<class Work>
  static void attempt(SourceReport& source, Work work) {
    try {
      work();
    } catch (const base::Error& error) {
      if (error.failure() == base::Failure::limit) throw;
      source.errors.push_back(error);
    }
  }

  const fs::path& target_;
  const ImportOptions& options_;
  mapping::Names names_;
  ImportReport report_;
  bool gazetteer_mapped_ = false;
};

} // namespace

bool ImportReport::failed() const {
  return std::ranges::any_of(sources, [](const auto& source) { return !source.errors.empty(); });
}

ImportReport import_sources(std::span<const std::string> sources, const fs::path& target,
                            const ImportOptions& options) {
  return Import(target, options).run(sources);
}

} // namespace tela::importer
