#include "mcp/sources.h"

#include "rdf/term.h"
#include "store/store.h"

#include <array>
#include <optional>

namespace tela::mcp {

namespace {

constexpr std::string_view page = "http://purl.org/dc/terms/source";
constexpr std::string_view file = "https://w3id.org/tela/ontology#readFrom";
constexpr std::string_view identifier = "http://purl.org/dc/terms/identifier";
constexpr std::string_view gazetteer = "graph/gazetteer";
constexpr std::string_view unsourced = "graph/general-knowledge";
constexpr std::size_t most_things = 200;

class SourceReader {
 public:
  explicit SourceReader(const store::Store& store)
      : store_(store), page_(store.find(rdf::iri(page))), file_(store.find(rdf::iri(file))) {}

  void add_thing(const std::string& iri) {
    if (const auto id = store_.find(rdf::iri(iri))) add(*id);
  }

  void add_identified(const std::string& word) {
    const auto predicate = store_.find(rdf::iri(identifier)),
               value = store_.find(rdf::literal(word));
    if (!predicate || !value) return;
    const std::array<rdf::Id, 2> prefix{*predicate, *value};
    auto cursor = store_.scan(rdf::Order::pos, prefix);
    const auto rows = cursor.next();
    for (std::size_t i = 0; i < rows.count; ++i) add(rows.columns[2][i]);
  }

  std::set<std::string> found;
  bool general_knowledge = false, facts_of_gazetteer = false;

 private:
  void add(rdf::Id thing) {
    const std::array<rdf::Id, 1> prefix{thing};
    rdf::GraphSelection graphs;
    graphs.kind = rdf::GraphSelection::Kind::each_named;
    auto cursor = store_.scan(rdf::Order::spo, prefix, graphs);
    for (auto rows = cursor.next(); rows.count > 0; rows = cursor.next())
      for (std::size_t i = 0; i < rows.count; ++i)
        if (rows.columns[3] != nullptr && seen_.insert(rows.columns[3][i]).second)
          add_graph(rows.columns[3][i]);
  }

  void add_graph(rdf::Id graph) {
    rdf::Term storage;
    const std::string_view name = store_.term(graph, storage).value;
    general_knowledge |= name.ends_with(unsourced);
    facts_of_gazetteer |= name.ends_with(gazetteer);
    if (auto source = object(graph, page_)) return found.insert(std::move(*source)), void();
    if (auto source = object(graph, file_)) found.insert(std::move(*source));
  }

  std::optional<std::string> object(rdf::Id subject, std::optional<rdf::Id> predicate) const {
    if (!predicate) return std::nullopt;
    const std::array<rdf::Id, 2> prefix{subject, *predicate};
    auto cursor = store_.scan(rdf::Order::spo, prefix);
    const auto rows = cursor.next();
    if (rows.count == 0) return std::nullopt;
    rdf::Term storage;
    return std::string(store_.term(rows.columns[2][0], storage).value);
  }

  const store::Store& store_;
  std::optional<rdf::Id> page_, file_;
  std::set<rdf::Id> seen_;
};

} // namespace

std::string sources_of(const store::Store& store, const std::set<std::string>& iris,
                       const std::set<std::string>& words, std::size_t most) {
  SourceReader reader(store);
  std::size_t looked_at = 0;
  for (const std::string& iri : iris)
    if (++looked_at <= most_things) reader.add_thing(iri);
  for (const std::string& word : words) reader.add_identified(word);
  std::string out;
  std::size_t told = 0;
  for (const std::string& source : reader.found)
    if (++told <= most) out += "- " + source + "\n";
  if (told > most) out += "- and " + std::to_string(told - most) + " more\n";
  if (reader.facts_of_gazetteer)
    out += "- the gazetteer of states, processes and organisations; its facts name their own "
           "sources\n";
  if (reader.general_knowledge)
    out += "- some of it is general knowledge that no page in the data shows\n";
  return out.empty() ? out : "\nSources:\n" + out;
}

} // namespace tela::mcp
