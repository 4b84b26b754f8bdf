#include "engine/database.h"

#include "base/error.h"
#include "rdf/cancellable_sink.h"
#include "rdf/named_graph_sink.h"
#include "redland/reader.h"
#include "sparql/evaluator/context.h"
#include "store/builder.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tela::engine {

namespace {

using Selection = rdf::GraphSelection;

rdf::PrefixMap prefixes_of(const store::Store& store) {
  rdf::PrefixMap prefixes = rdf::PrefixMap::standard();
  for (const auto& [name, iri] : store.prefixes()) prefixes.add(name, iri);
  return prefixes;
}

std::vector<std::string> load_file(store::Builder& builder, const RdfFile& file,
                                   const base::Cancellation* cancellation) {
  rdf::CancellableSink cancellable(builder, cancellation);
  rdf::NamedGraphSink sink(cancellable, file.graph);
  redland::ReadOptions options;
  options.base = file.base;
  return redland::read_file(file.path, file.syntax, sink, options).warnings;
}

// `most`, or the half of that, and so on, until the budget has four times as much left: the store
// that is made takes the rest. What does not fit into it the builder spools.
std::size_t take_working_memory(std::size_t most, sparql::evaluator::Reservation& working) {
  constexpr std::size_t least = std::size_t{1} << 20U;
  for (std::size_t bytes = 4 * most; bytes > 4 * least; bytes /= 2) {
    try {
      working.hold(bytes);
    } catch (const base::Error&) {
      continue;
    }
    working.hold(bytes / 4);
    return bytes / 4;
  }
  working.hold(least);
  return least;
}

} // namespace

struct Database::Parts {
  Parts(store::Store opened, Selection default_graph)
      : store(std::move(opened)), dataset(store, std::move(default_graph)),
        prefixes(prefixes_of(store)) {}

  store::Store store;
  StoreDataset dataset;
  rdf::PrefixMap prefixes;
  std::vector<std::string> warnings;
  sparql::evaluator::Reservation held; ///< of a store in memory
};

Database::Database(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Database::~Database() = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;

Database Database::open(const std::filesystem::path& store) {
  return Database(std::make_unique<Parts>(store::Store::open(store),
                                          Selection{Selection::Kind::merge_of_all, {}}));
}

Database Database::load(std::span<const RdfFile> files, const base::Cancellation* cancellation,
                        base::MemoryBudget* memory) {
  store::BuildOptions options;
  options.cancellation = cancellation;
  sparql::evaluator::Reservation working, kept;
  working.charge_to(memory);
  kept.charge_to(memory);
  options.memory_bytes = take_working_memory(options.memory_bytes, working);
  store::Builder builder(options);
  std::vector<std::string> warnings;
  for (const RdfFile& file : files) {
    // Blank nodes of the first file, mostly the only one, keep their labels.
    builder.begin_source(file.path == files.front().path ? "" : file.path.string());
    std::ranges::move(load_file(builder, file, cancellation), std::back_inserter(warnings));
  }
  std::string bytes = builder.finish_in_memory([&](std::size_t size) { kept.hold(size); });
  const std::size_t size = bytes.size();
  kept.release();
  auto parts = std::make_unique<Parts>(store::Store::from_memory(std::move(bytes)),
                                       Selection{Selection::Kind::merge_of, {rdf::Id{}}});
  parts->warnings = std::move(warnings);
  parts->held.charge_to(memory);
  parts->held.hold(size);
  return Database(std::move(parts));
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

const std::vector<std::string>& Database::warnings() const noexcept {
  return parts_->warnings;
}

const rdf::PrefixMap& Database::prefixes() const noexcept {
  return parts_->prefixes;
}

} // namespace tela::engine
