#include "python/store.h"

#include "base/error.h"
#include "engine/query_library.h"
#include "python/interruptible.h"
#include "relations/measure_columns.h"
#include "relations/network_file.h"
#include "relations/network_kind.h"
#include "relations/resource_finder.h"
#include "relations/why_json.h"

#include <algorithm>

namespace tela::python {

namespace {

engine::Database load(const std::vector<std::string>& paths) {
  std::vector<engine::RdfFile> files;
  files.reserve(paths.size());
  for (const std::string& path : paths) files.push_back({path, {}, std::nullopt, {}});
  return interruptible(std::nullopt, [&](const base::Cancellation& cancellation) {
    return engine::Database::load(files, &cancellation);
  });
}

relations::OneModeOptions request(const NetworkWish& wish, const base::Cancellation& cancellation) {
  relations::OneModeOptions options;
  options.by = wish.by;
  relations::choose_kind(options, wish.kind);
  for (const std::string& condition : wish.where)
    relations::read_condition(condition, options.where);
  options.weight = network::weight_named(wish.weight);
  options.backbone = relations::backbone_named(wish.backbone);
  options.alpha = wish.alpha;
  options.min_weight = wish.min_weight;
  options.top = wish.top;
  options.ego = wish.ego;
  options.radius = wish.radius;
  options.dates = wish.dates;
  options.evidence = wish.evidence;
  options.isolates = wish.isolates;
  options.language = wish.language;
  if (wish.sum) options.kinds = relations::Kinds::summed;
  options.execution.cancellation = &cancellation;
  return options;
}

} // namespace

Store::Store(const std::string& path)
    : watch_(std::in_place, path), database_(engine::Database::open(path)) {}

Store::Store(const std::vector<std::string>& files) : database_(load(files)) {}

std::unique_ptr<Rows> Store::query(const std::string& text, const Bindings& bindings,
                                   const Limits& limits) const {
  engine::QueryOptions options;
  options.prefixes = &database_.prefixes();
  options.bindings = bindings;
  return run(text, std::move(options), limits);
}

std::unique_ptr<Rows> Store::saved(const std::string& name, const Values& values,
                                   const Limits& limits) const {
  const auto library = engine::load_query_library();
  const auto found = std::ranges::find(library, name, &engine::SavedQuery::name);
  if (found == library.end())
    throw base::Error(base::Failure::usage, "there is no query '" + name + "' in the library",
                      "see tela.library()");
  engine::QueryOptions options;
  options.source = name + ".rq";
  options.bindings = engine::bind_parameters(
      *found, relations::values_by_name(database_.store(), *found, values), database_.base_iri());
  return run(found->text, std::move(options), limits);
}

std::unique_ptr<Rows> Store::run(const std::string& text, engine::QueryOptions options,
                                 const Limits& limits) const {
  constexpr unsigned mib = 20;
  base::MemoryBudget memory(limits.memory_mib ? *limits.memory_mib << mib
                                              : base::MemoryBudget::unlimited);
  options.memory = &memory;
  auto rows = interruptible(limits.seconds, [&](const base::Cancellation& cancellation) {
    options.cancellation = &cancellation;
    engine::Query query(database_, text, options);
    auto result = std::make_unique<Rows>();
    if (query.gives_graph()) {
      result->begin_graph();
      query.run(static_cast<rdf::QuadSink&>(*result));
    } else {
      query.run(static_cast<sparql::results::ResultWriter&>(*result));
    }
    return result;
  });
  check();
  return rows;
}

std::string Store::network(const NetworkWish& wish) const {
  std::string json = interruptible(std::nullopt, [&](const base::Cancellation& cancellation) {
    auto network =
        relations::network_of_kind(database_.store(), wish.kind, request(wish, cancellation));
    relations::add_measures(network, wish.measures, wish.seed, {.cancellation = &cancellation});
    std::string text;
    relations::NetworkFile file;
    file.format = "json";
    relations::write_network(network, file, [&](std::string_view part) { text += part; });
    return text;
  });
  check();
  return json;
}

std::string Store::why(const std::string& first, const std::string& second,
                       const std::string& actors, const std::vector<std::string>& by,
                       const std::vector<std::string>& where, const std::string& language) const {
  relations::WhyOptions options;
  options.actors = relations::actors_named(actors);
  options.by = by.empty() ? relations::relations_of(options.actors) : by;
  for (const std::string& condition : where) relations::read_condition(condition, options.where);
  options.language = language;
  std::string json = interruptible(std::nullopt, [&](const base::Cancellation& /*not asked*/) {
    return relations::as_json(relations::why(database_.store(), options, first, second));
  });
  check();
  return json;
}

} // namespace tela::python
