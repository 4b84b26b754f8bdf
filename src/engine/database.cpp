#include "engine/database.h"

#include "rdf/named_graph_sink.h"
#include "redland/reader.h"
#include "store/builder.h"

#include <utility>

namespace tela::engine {

namespace {

using Selection = sparql::evaluator::GraphSelection;

rdf::PrefixMap prefixes_of(const store::Store& store) {
  rdf::PrefixMap prefixes = rdf::PrefixMap::standard();
  for (const auto& [name, iri] : store.prefixes()) prefixes.add(name, iri);
  return prefixes;
}

/// Passes statements on until the work is to stop.
class CancellableSink final : public rdf::QuadSink {
 public:
  CancellableSink(rdf::QuadSink& next, const base::Cancellation* cancellation)
      : next_(next), cancellation_(cancellation) {}

  void quad(const rdf::QuadView& quad) override {
    constexpr std::uint64_t interval = 1024;
    if (++count_ % interval == 0 && cancellation_ != nullptr) cancellation_->check();
    next_.quad(quad);
  }
  void prefix(std::string_view name, std::string_view iri) override { next_.prefix(name, iri); }

 private:
  rdf::QuadSink& next_;
  const base::Cancellation* cancellation_;
  std::uint64_t count_ = 0;
};

void load_file(store::Builder& builder, const RdfFile& file,
               const base::Cancellation* cancellation) {
  CancellableSink cancellable(builder, cancellation);
  rdf::NamedGraphSink sink(cancellable, file.graph);
  redland::ReadOptions options;
  options.base = file.base;
  redland::read_file(file.path, file.syntax, sink, options);
}

} // namespace

struct Database::Parts {
  Parts(store::Store opened, Selection default_graph)
      : store(std::move(opened)), dataset(store, std::move(default_graph)),
        prefixes(prefixes_of(store)) {}

  store::Store store;
  StoreDataset dataset;
  rdf::PrefixMap prefixes;
};

Database::Database(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Database::~Database() = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;

Database Database::open(const std::filesystem::path& store) {
  return Database(std::make_unique<Parts>(store::Store::open(store),
                                          Selection{Selection::Kind::merge_of_all, {}}));
}

Database Database::load(std::span<const RdfFile> files, const base::Cancellation* cancellation) {
  store::Builder builder;
  for (const RdfFile& file : files) {
    // Blank nodes of the first file, mostly the only one, keep their labels.
    builder.begin_source(file.path == files.front().path ? "" : file.path.string());
    load_file(builder, file, cancellation);
  }
  return Database(std::make_unique<Parts>(store::Store::from_memory(builder.finish_in_memory()),
                                          Selection{Selection::Kind::merge_of, {rdf::Id{}}}));
}

const store::Store& Database::store() const noexcept {
  return parts_->store;
}
const StoreDataset& Database::dataset() const noexcept {
  return parts_->dataset;
}
std::string_view Database::base_iri() const {
  return parts_->store.base_iri().value_or("https://w3id.org/tela/");
}

const rdf::PrefixMap& Database::prefixes() const noexcept {
  return parts_->prefixes;
}

} // namespace tela::engine
