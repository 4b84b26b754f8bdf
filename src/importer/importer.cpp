#include "importer/importer.h"

#include "base/input_stream.h"
#include "base/temporary.h"
#include "gazetteer/gazetteer.h"
#include "importer/build_log.h"
#include "importer/content_hash.h"
#include "importer/likely_twins.h"
#include "importer/part_set.h"
#include "importer/rdf_source.h"
#include "importer/record_reading.h"
#include "importer/settings.h"
#include "importer/source_files.h"
#include "importer/source_list.h"
#include "importer/standing_store.h"
#include "mapping/gazetteer_mapper.h"
#include "mapping/ontology_mapper.h"
#include "mapping/provenance_mapper.h"
#include "mapping/record_text.h"
#include "rdf/iri.h"
#include "records/source_reader.h"

#include <algorithm>
#include <map>
#include <optional>

namespace tela::importer {

namespace fs = std::filesystem;

namespace {

bool holds_records(const SourceReport& source) {
  return !source.is_rdf;
}

/// Some records of a part are named by what others say, and are read from its source itself.
void check_same(const SourceReport& source) {
  if (source_hash(source.path) != source.hash)
    throw base::Error(base::Failure::input, base::Place{source.path},
                      "has changed since a part was made of it, and has to be read once more",
                      "make the part again");
}

/// In the order of their paths, which the order that they were named in does not change.
std::vector<SourceReport> sorted(std::vector<SourceReport> sources) {
  std::ranges::sort(sources, {}, &SourceReport::path);
  return sources;
}

/// Records are linked and mapped on the threads of the build.
RecordPipeline pipeline_into(store::Builder& builder, const mapping::Names& names,
                             unsigned threads) {
  return RecordPipeline([&builder] { return builder.new_lane(); }, gazetteer::Gazetteer::built_in(),
                        names, threads);
}

/// One build from its list of files to its report.
class Import {
 public:
  Import(const fs::path& target, const ImportOptions& options)
      : target_(target), options_(options), names_(options.base_iri),
        settings_(settings_of(options)) {
    reading_ = options.reading;
    reading_.expand = mapping::property_iri;
    report_.skip_rejected = options.skip_rejected;
    if (!options.rdf_base.empty() && !rdf::is_absolute_iri(options.rdf_base))
      throw base::Error(base::Failure::usage, "'" + options.rdf_base + "' is no absolute IRI",
                        "give one such as https://example.org/data/");
  }

  ImportReport run(std::span<const std::string> sources) {
    list(sources);
    if (!options_.full) old_ = StandingStore::open(target_, settings_, names_);
    if (old_) compare();
    if (nothing_changed()) return std::move(report_);
    if (!parts_.empty()) old_.reset(); // what is in parts needs no reading
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
    const base::TemporaryFolder folder(target_);
    const fs::path sources = folder.path() / "sources";
    store::Builder first(sources, options_.build);
    read_all(first);
    if (report_.failed()) return;
    first.finish();
    const store::Store read = store::Store::open(sources);
    for (const auto& [name, iri] : read.prefixes()) builder.prefix(name, iri);
    builder.adopt(read, {store::GraphSet(read)});
    options_.derivation.derive(read, builder);
    finish(builder);
  }

  void finish(store::Builder& builder) {
    builder.set_base_iri(names_.base());
    for (SourceReport& source : report_.sources)
      if (!source.rejections.empty()) source.hash.clear(); // what was skipped is told again
    builder.set_metadata(build_log_key, to_text({settings_, sorted(report_.sources)}));
    report_.store = builder.finish();
    report_.written = true;
    const store::Store written = store::Store::open(target_);
    for (auto note : {shared_ids(written), likely_twins(written)})
      if (note) report_.ledger.notes.push_back(std::move(*note));
  }

  void list(std::span<const std::string> sources) {
    for (const SourceFile& file : source_files(sources)) add(file);
    if (!parts_.empty() || !options_.wanted_in_parts.empty())
      add_all(parts_.faults(options_.wanted_in_parts));
    add_all(read_twice());
    if (report_.sources.empty())
      throw base::Error(base::Failure::input, base::Place{sources.front()},
                        "holds no records and no RDF",
                        "name a folder with pages, record XML, IATI, tables or RDF files");
  }

  void add(const SourceFile& file) {
    if (is_part_file(file.path))
      add_all(parts_.add(file.path, reading_settings_of(options_)));
    else if (auto source = describe_source(file))
      report_.sources.push_back(std::move(*source));
    else
      report_.skipped.push_back(file.path.string());
  }

  // A source that is in two parts, or in one and beside it, may say two things in one graph.
  [[nodiscard]] std::vector<SourceReport> read_twice() const {
    std::vector<SourceReport> faults;
    std::map<std::string_view, std::string_view> parts; // by the name of the source
    for (const SourceReport& source : report_.sources) {
      if (source.name.empty()) continue; // a fault
      const auto [first, is_new] = parts.emplace(source.name, source.part);
      if (is_new || (source.part.empty() && first->second.empty())) continue;
      const std::string_view part = source.part.empty() ? first->second : source.part;
      SourceReport& fault = faults.emplace_back();
      fault.path = source.path;
      fault.errors.emplace_back(base::Failure::input, base::Place{source.path},
                                "is in the part " + std::string(part) +
                                    " and is read once more beside it",
                                "name one of the two");
    }
    return faults;
  }

  void add_all(std::vector<SourceReport> sources) {
    std::ranges::move(sources, std::back_inserter(report_.sources));
  }

  // What is new, changed, gone since the last build.
  void compare() {
    std::map<std::string_view, const SourceReport*> gone;
    for (const SourceReport& old : old_->sources()) gone.emplace(old.path, &old);
    for (SourceReport& source : report_.sources) {
      const auto found = gone.find(source.path);
      if (found == gone.end()) continue;
      const SourceReport& old = *found->second;
      const bool same = source.hash == old.hash && source.name == old.name;
      source.change = same ? Change::unchanged : Change::changed;
      if (source.change == Change::unchanged && source.part.empty()) {
        source = old;
        source.change = Change::unchanged;
      }
      gone.erase(found);
    }
    for (const auto& [path, old] : gone) report_.gone.emplace_back(path);
  }

  // The account, then, is that of the last build.
  bool nothing_changed() {
    const bool same = old_ && !report_.failed() && report_.gone.empty() &&
                      std::ranges::all_of(report_.sources, [](const SourceReport& source) {
                        return source.change == Change::unchanged;
                      });
    if (!same) return false;
    for (SourceReport& source : report_.sources) take_over(source);
    return true;
  }

  void take_over(SourceReport& source) {
    source.is_copied = true;
    report_.unchanged += source.ledger.accepted;
  }

  // Records first: their threads run on from file to file, and RDF has blank nodes of its own.
  void read_all(store::Builder& builder) {
    adopt_unchanged(builder);
    std::vector<SourceReport*> records, rdf;
    for (SourceReport& source : report_.sources)
      if (source.errors.empty() && !source.is_copied)
        (source.is_rdf ? rdf : source.part.empty() ? records : in_parts_).push_back(&source);
    if (std::ranges::any_of(report_.sources, holds_records)) map_gazetteer(builder);
    load_parts(builder);
    read_records(records, builder);
    for (SourceReport* source : rdf) {
      announce(*source);
      attempt(*source, [&] { read_rdf_source(*source, builder); });
    }
    for (const SourceReport& source : report_.sources)
      for (const auto& [name, iri] : source.prefixes) builder.prefix(name, iri);
  }

  // The gazetteer is of no source: it comes and goes with records.
  void adopt_unchanged(store::Builder& builder) {
    if (!old_ || std::ranges::any_of(old_->sources(), holds_records) !=
                     std::ranges::any_of(report_.sources, holds_records))
      return;
    PathSet unchanged;
    for (const SourceReport& source : report_.sources)
      if (source.change == Change::unchanged && !source.waits) unchanged.insert(source.path);
    standing_ = old_->part_of(unchanged);
    if (!standing_) return;
    builder.adopt(old_->store(), standing_->left_out);
    for (SourceReport& source : report_.sources)
      if (standing_->sources.contains(source.path)) take_over(source);
  }

  void announce(const SourceReport& source) {
    if (options_.on_source) options_.on_source(source.path, announced_, report_.sources.size());
    ++announced_;
  }

  void load_parts(store::Builder& builder) {
    for (SourceReport* source : in_parts_) report_.ledger += source->ledger;
    for (const auto& [path, contents] : parts_.parts()) {
      load_part(path, contents, builder, options_.build.threads);
      for (const auto& [prima_id, project_id] : contents.aliases)
        aliases_.add(prima_id, project_id);
    }
  }

  void read_records(std::span<SourceReport* const> sources, store::Builder& builder) {
    if (!sources.empty()) {
      auto pipeline = pipeline_into(builder, names_, options_.build.threads);
      read_record_sources(sources, pipeline, aliases_, reading_,
                          [&](const SourceReport& source) { announce(source); });
      for (const SourceReport* source : sources) report_.ledger += source->ledger;
      report_.warnings += pipeline.warnings();
    }
    std::vector<SourceReport*> waiting;
    for (const auto& all : {std::span<SourceReport* const>(in_parts_), sources})
      std::ranges::copy_if(all, std::back_inserter(waiting), &SourceReport::waits);
    if (!waiting.empty()) read_waiting(waiting, builder);
  }

  // Those whose names were not known before all others were read.
  void read_waiting(std::span<SourceReport* const> sources, store::Builder& builder) {
    if (standing_) old_->learn(*standing_, aliases_);
    aliases_.settle();
    for (const auto& [prima_id, projects] : aliases_.ambiguous())
      report_.warnings.add("the Prima id " + std::string(prima_id) + " stands at " +
                           std::to_string(projects) +
                           " projects; records that have only it are a project of their own");
    for (SourceReport* source : sources)
      if (!source->part.empty()) attempt(*source, [&] { check_same(*source); });
    const mapping::Names names(options_.base_iri, std::move(aliases_));
    auto pipeline = pipeline_into(builder, names, options_.build.threads);
    read_waiting_records(sources, pipeline, reading_);
    report_.warnings += pipeline.warnings();
  }

  // The graph is named by the content, so that the same bytes are the same statements whatever
  // their file is called. Things that a file names by relative IRIs are not: they would have other
  // names after each change.
  void read_rdf_source(SourceReport& source, store::Builder& builder) {
    const bool packed = base::InputStream(source.path).compression() != base::Compression::none;
    source.graph = names_.rdf_graph(packed ? unpacked_hash(source.path) : source.hash);
    const std::string base =
        options_.rdf_base.empty() ? names_.source(source.name) : options_.rdf_base;
    RdfContents contents =
        read_rdf(source.path, {source.graph, base}, builder, options_.build.threads);
    source.statements = contents.statements;
    source.prefixes = std::move(contents.prefixes);
    source.graphs = std::move(contents.graphs);
    for (std::string& warning : contents.warnings) report_.warnings.add(std::move(warning));
    if (contents.has_relative_iris && options_.rdf_base.empty())
      report_.warnings.add(source.path + ": has relative IRIs, which the file's path names (" +
                           base + "); @base in the file or --rdf-base names them for good");
  }

  // Only with records: RDF alone is stored as it is.
  void map_gazetteer(store::Builder& builder) {
    mapping::map_ontology(builder);
    mapping::map_gazetteer(gazetteer::Gazetteer::built_in(), names_, builder);
    mapping::map_build_provenance(TELA_VERSION, names_, builder);
    for (const std::string_view folder :
         {"article", "meeting", "organisation", "process", "project", "region", "state", "theme"})
      builder.prefix(folder, names_.base() + std::string(folder) + "/");
  }

  const fs::path& target_;
  const ImportOptions& options_;
  mapping::Names names_;
  std::string settings_;
  records::ReadOptions reading_;
  std::optional<StandingStore> old_;
  std::optional<StandingPart> standing_; ///< what of it is not read again
  ImportReport report_;
  mapping::Aliases aliases_;
  std::size_t announced_ = 0;
  PartSet parts_;
  std::vector<SourceReport*> in_parts_; ///< sources that parts hold
};

} // namespace

bool ImportReport::failed() const {
  return ledger.rejected > skip_rejected ||
         std::ranges::any_of(sources, [](const auto& source) { return !source.errors.empty(); });
}

ImportReport import_sources(std::span<const std::string> sources, const fs::path& target,
                            const ImportOptions& options) {
  const base::TargetLock lock(target);
  base::remove_leftovers(target); // also where nothing has changed, so that nothing is written
  return Import(target, options).run(sources);
}

} // namespace tela::importer
