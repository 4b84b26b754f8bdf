#include "server/search_endpoint.h"

#include "base/fold.h"
#include "base/json.h"
#include "publish/ontology_terms.h"
#include "relations/resource_finder.h"
#include "server/entity_reader.h"
#include "server/parameters.h"

#include <algorithm>
#include <charconv>
#include <unordered_set>

namespace tela::server {

namespace {

constexpr std::size_t usual_hits = 10, most_hits = 50;
// Beginnings are not chosen by type in the index, so more of them are looked at.
constexpr std::size_t looked_at = 2000;

struct SearchRequest {
  std::string text, type, language = "en";
  std::size_t limit = usual_hits;
};

std::size_t limit_of(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value == 0)
    throw Refusal({400, "limit: '" + std::string(text) + "' is no number of things", {}, {}, {}});
  return std::min(value, most_hits);
}

SearchRequest read(const Parameters& parameters) {
  check_parameters(parameters, {"text", "type", "lang", "limit"});
  SearchRequest asked;
  for (const auto& [name, value] : parameters) {
    if (name == "text")
      asked.text = value;
    else if (name == "type")
      asked.type = value;
    else if (name == "lang")
      asked.language = value;
    else
      asked.limit = limit_of(value);
  }
  return asked;
}

// "state" is the class State of Tela's own.
std::string class_iri(std::string type) {
  if (type.find(':') != std::string::npos) return type;
  if (type.front() >= 'a' && type.front() <= 'z') type.front() -= 'a' - 'A';
  return "https://w3id.org/tela/ontology#" + type;
}

// The class nearest in writing, for who mistyped one.
std::string advice(const std::string& type, const EntityReader& reader) {
  constexpr std::size_t most_slips = 2;
  std::string nearest;
  std::size_t least = most_slips + 1;
  const std::string wanted = base::fold(type);
  for (const NamedTerm& one : reader.all_types()) {
    const std::string local = one.iri.substr(one.iri.find_last_of("/#:") + 1);
    const std::size_t slips = search::edit_distance(wanted, base::fold(local), most_slips);
    if (slips >= least) continue;
    least = slips;
    nearest = local;
  }
  return nearest.empty() ? "/api/1/vocabulary lists the classes" : "did you mean " + nearest + "?";
}

// Nothing for a class of the ontology that the store has no things of. Throws Refusal for what is
// no class at all.
std::optional<rdf::Id> class_of(const std::string& type, const EntityReader& reader) {
  const std::string iri = class_iri(type);
  const auto found = reader.find(iri);
  if (found && reader.is_class(*found)) return found;
  if (publish::OntologyTerms().find(iri) != nullptr) return std::nullopt;
  if (const auto kind = relations::class_of_kind(type)) return reader.find(*kind);
  throw Refusal({400, "type: there is no class '" + type + "'", advice(type, reader), {}, {}});
}

struct Found {
  search::Hit hit;
  std::string_view fit;
};

std::string_view word_of(search::Fit fit) {
  return fit == search::Fit::whole ? "whole" : fit == search::Fit::words ? "words" : "mistaken";
}

// The very name comes first, then names that begin so, since the writer may not have finished,
// then names with the words.
std::vector<Found> find(const SearchRequest& asked, const search::LabelIndex& index,
                        const EntityReader& reader) {
  const auto type = asked.type.empty() ? std::nullopt : class_of(asked.type, reader);
  if (!asked.type.empty() && !type) return {};
  const auto fits = [&](rdf::Id thing) { return !type || reader.has_type(thing, *type); };
  const auto by_words = index.find(asked.text, asked.limit, fits);
  std::vector<Found> found;
  std::unordered_set<std::uint64_t> seen;
  const auto add = [&](const search::Hit& hit, std::string_view fit) {
    if (found.size() < asked.limit && seen.insert(hit.thing.bits()).second)
      found.push_back({hit, fit});
  };
  for (const search::Hit& hit : by_words)
    if (hit.fit == search::Fit::whole) add(hit, word_of(hit.fit));
  for (const search::Hit& hit : index.begin_with(asked.text, looked_at)) {
    if (found.size() == asked.limit) break;
    if (fits(hit.thing)) add(hit, "begins");
  }
  for (const search::Hit& hit : by_words) add(hit, word_of(hit.fit));
  return found;
}

void write_hit(const Found& found, std::string_view language, const EntityReader& reader,
               base::JsonWriter& json) {
  rdf::Term storage;
  const rdf::TermView name = reader.store().term(found.hit.name, storage);
  json.begin_object().field("iri", reader.iri(found.hit.thing));
  json.field("name", reader.name(found.hit.thing, language));
  json.field("found", name.value).field("foundLang", name.language).field("fit", found.fit);
  json.key("types").begin_array();
  for (const NamedTerm& type : reader.types(found.hit.thing, language))
    json.begin_object().field("iri", type.iri).field("name", type.name).end_object();
  json.end_array().end_object();
}

void handle(const ServiceParts& parts, SearchHolder& searches, Answer& answer) {
  const SearchRequest asked = read(answer.request().parameters);
  const auto data = searches.of(answer.read_from(parts.stores));
  const EntityReader reader(data->store->database.store());
  std::string body;
  base::JsonWriter json(body);
  json.begin_array();
  for (const Found& found : find(asked, data->index, reader))
    write_hit(found, asked.language, reader, json);
  json.end_array();
  answer.send({200, {{"Content-Type", "application/json"}, {"Cache-Control", "no-cache"}}},
              body + '\n');
}

} // namespace

void add_search_endpoint(Router& router, const ServiceParts& parts,
                         const std::shared_ptr<SearchHolder>& searches) {
  router.add({"/api/1/search", {Method::get, Method::head}, [parts, searches](Answer& answer) {
                handle(parts, *searches, answer);
              }});
}

} // namespace tela::server
