#include "server/entity_reader.h"

#include "rdf/namespaces.h"
#include "rdf/term.h"

#include <algorithm>
#include <array>
#include <set>

namespace tela::server {

namespace {

constexpr std::array<std::string_view, 3> labels{"http://www.w3.org/2000/01/rdf-schema#label",
                                                 "http://www.w3.org/2004/02/skos/core#prefLabel",
                                                 "http://purl.org/dc/terms/title"};

// The part behind the last '/' or '#'.
std::string end_of(std::string_view iri) {
  return std::string(iri.substr(std::min(iri.find_last_of("/#"), iri.size() - 1) + 1));
}

} // namespace

std::optional<rdf::Id> EntityReader::find(std::string_view iri) const {
  if (const auto id = store_.find(rdf::iri(iri))) return id;
  return store_.find(rdf::iri(std::string(store_.base_iri().value_or("https://w3id.org/tela/")) +
                              std::string(iri)));
}

std::string EntityReader::iri(rdf::Id thing) const {
  rdf::Term storage;
  return std::string(store_.term(thing, storage).value);
}

std::string EntityReader::name(rdf::Id thing, std::string_view language) const {
  rdf::Term storage;
  std::string best;
  int best_rank = 4;
  for (const std::string_view label : labels) {
    const auto property = store_.find(rdf::iri(label));
    if (!property) continue;
    for (const rdf::Id value : values(thing, *property)) {
      const rdf::TermView text = store_.term(value, storage);
      const int rank = text.language == language ? 0
                       : text.language == "en"   ? 1
                       : text.language.empty()   ? 2
                                                 : 3;
      if (rank >= best_rank) continue;
      best_rank = rank;
      best = text.value;
    }
  }
  return best.empty() ? end_of(iri(thing)) : best;
}

NamedTerm EntityReader::named(rdf::Id term, std::string_view language) const {
  return {iri(term), name(term, language)};
}

std::vector<NamedTerm> EntityReader::types(rdf::Id thing, std::string_view language) const {
  std::vector<NamedTerm> result;
  if (const auto type = store_.find(rdf::iri(rdf::rdf_type)))
    for (const rdf::Id one : values(thing, *type)) result.push_back(named(one, language));
  return result;
}

bool EntityReader::has_type(rdf::Id thing, rdf::Id type) const {
  const auto property = store_.find(rdf::iri(rdf::rdf_type));
  if (!property) return false;
  const std::array<rdf::Id, 3> statement{thing, *property, type};
  return store_.count(rdf::Order::spo, statement) > 0;
}

bool EntityReader::is_class(rdf::Id thing) const {
  const auto classes = store_.classes();
  return std::ranges::any_of(classes, [&](const auto& one) { return one.first == thing; });
}

std::vector<rdf::Id> EntityReader::values(rdf::Id thing, rdf::Id property) const {
  std::vector<rdf::Id> result;
  const std::array<rdf::Id, 2> prefix{thing, property};
  auto cursor = store_.scan(rdf::Order::spo, prefix);
  for (auto rows = cursor.next(); rows.count > 0; rows = cursor.next())
    result.insert(result.end(), rows.columns[2], rows.columns[2] + rows.count);
  return result;
}

std::vector<NamedTerm> EntityReader::properties_of(std::optional<rdf::Id> type,
                                                   std::string_view language) const {
  constexpr std::size_t looked_at = 200;
  std::set<rdf::Id> found;
  const auto property = store_.find(rdf::iri(rdf::rdf_type));
  if (!type || !property) {
    for (const auto& one : store_.predicates()) found.insert(one.predicate);
  } else {
    const std::array<rdf::Id, 2> prefix{*property, *type};
    auto cursor = store_.scan(rdf::Order::pos, prefix);
    const auto rows = cursor.next();
    for (std::size_t i = 0; i < std::min(rows.count, looked_at); ++i) {
      const std::array<rdf::Id, 1> thing{rows.columns[2][i]};
      auto statements = store_.scan(rdf::Order::spo, thing);
      for (auto run = statements.next(); run.count > 0; run = statements.next())
        found.insert(run.columns[1], run.columns[1] + run.count);
    }
  }
  std::vector<NamedTerm> result;
  for (const rdf::Id one : found) result.push_back(named(one, language));
  std::ranges::sort(result, {}, &NamedTerm::name);
  return result;
}

std::vector<NamedTerm> EntityReader::all_types() const {
  std::vector<NamedTerm> result;
  for (const auto& [type, instances] : store_.classes()) {
    rdf::Term storage;
    if (store_.term(type, storage).kind == rdf::TermKind::iri) result.push_back(named(type));
  }
  return result;
}

} // namespace tela::server
