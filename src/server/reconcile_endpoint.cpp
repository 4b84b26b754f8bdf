#include "server/reconcile_endpoint.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "publish/html_writer.h"
#include "server/entity_reader.h"
#include "server/parameters.h"
#include "server/url.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tela::server {

using nlohmann::json;

namespace {

constexpr std::string_view folder = "/reconcile/";
constexpr std::size_t most_queries = 100, most_hits = 50, usual_hits = 5, most_ids = 1000;

[[noreturn]] void refuse(std::string title, std::string advice = {}) {
  throw Refusal({400, std::move(title), std::move(advice), {}, {}});
}

void send_json(Answer& answer, const json& body) {
  answer.send({200, {{"Content-Type", "application/json"}, {"Cache-Control", "no-cache"}}},
              body.dump(-1, ' ', false, json::error_handler_t::replace) + '\n');
}

json as_json(const std::vector<NamedTerm>& terms) {
  json list = json::array();
  for (const NamedTerm& term : terms) list.push_back({{"id", term.iri}, {"name", term.name}});
  return list;
}

json manifest(const std::string& url) {
  const json service = {{"service_url", url + "reconcile"}};
  const auto suggest = [&](const char* what) {
    json entry = service;
    entry["service_path"] = std::string("/suggest/") + what;
    return entry;
  };
  const std::string ontology = "https://w3id.org/tela/ontology#";
  json types = json::array();
  for (const auto& [id, name] :
       std::array<std::pair<const char*, const char*>, 4>{{{"State", "State"},
                                                           {"Process", "Process"},
                                                           {"Organisation", "Organisation"},
                                                           {"Project", "Project"}}})
    types.push_back({{"id", ontology + id}, {"name", name}});
  return {
      {"versions", {"0.2"}},
      {"name", "Tela"},
      {"identifierSpace", "https://w3id.org/tela/"},
      {"schemaSpace", ontology},
      {"serviceVersion", TELA_VERSION},
      {"view", {{"url", url + "reconcile/view?id={{id}}"}}},
      {"preview", {{"url", url + "reconcile/preview?id={{id}}"}, {"width", 430}, {"height", 160}}},
      {"suggest",
       {{"entity", suggest("entity")},
        {"type", suggest("type")},
        {"property", suggest("property")}}},
      {"extend",
       {{"propose_properties",
         {{"service_url", url + "reconcile"}, {"service_path", "/properties"}}}}},
      {"defaultTypes", types}};
}

std::string reason(const search::Hit& hit, const EntityReader& reader) {
  rdf::Term storage;
  const rdf::TermView name = reader.store().term(hit.name, storage);
  std::string text = hit.fit == search::Fit::whole      ? "the very name"
                     : hit.fit == search::Fit::mistaken ? "words of the name, mistakes forgiven"
                                                        : "words of the name";
  text += ": " + std::string(name.value);
  return name.language.empty() ? text : text + " (" + std::string(name.language) + ")";
}

json candidate(const search::Hit& hit, bool match, const EntityReader& reader) {
  return {{"id", reader.iri(hit.thing)},
          {"name", reader.name(hit.thing)},
          {"description", reason(hit, reader)},
          {"type", as_json(reader.types(hit.thing))},
          {"score", hit.score},
          {"match", match},
          {"features", json::array({{{"id", "name_similarity"}, {"value", hit.score}}})}};
}

std::optional<std::vector<rdf::Id>> wanted_types(const json& query, const EntityReader& reader) {
  if (!query.contains("type")) return std::nullopt;
  std::vector<rdf::Id> types;
  const json& type = query["type"];
  for (const json& one : type.is_array() ? type : json::array({type})) {
    const json& id = one.is_object() ? one.value("id", json()) : one;
    if (!id.is_string()) refuse("a type is no text");
    const auto found = reader.find(id.get<std::string>());
    if (!found)
      refuse("the store has no type " + id.get<std::string>(), "see /reconcile/suggest/type");
    types.push_back(*found);
  }
  return types;
}

std::size_t limit_of(const json& query) {
  if (!query.contains("limit")) return usual_hits;
  const json& limit = query["limit"];
  if (!limit.is_number_unsigned() || limit.get<std::uint64_t>() == 0)
    refuse("the limit " + limit.dump() + " is no number of candidates", "write one from 1 on");
  return static_cast<std::size_t>(std::min<std::uint64_t>(limit.get<std::uint64_t>(), most_hits));
}

json answer_one(const json& query, const SearchableStore& data) {
  if (!query.is_object() || !query.contains("query") || !query["query"].is_string())
    refuse("a query of the batch has no text", R"(write {"q0": {"query": "Honduras"}})");
  const EntityReader reader(data.store->database.store());
  const auto types = wanted_types(query, reader);
  const auto hits =
      data.index.find(query["query"].get<std::string>(), limit_of(query), [&](rdf::Id thing) {
        return !types || std::ranges::any_of(
                             *types, [&](rdf::Id type) { return reader.has_type(thing, type); });
      });
  const bool alone = hits.size() == 1 || (hits.size() > 1 && hits[1].fit != search::Fit::whole);
  json result = json::array();
  for (const search::Hit& hit : hits)
    result.push_back(candidate(hit, alone && hit.fit == search::Fit::whole, reader));
  return {{"result", result}};
}

json parse(const std::string& text) {
  json value = json::parse(text, nullptr, false);
  if (value.is_discarded()) refuse("this is not JSON");
  return value;
}

json answer_batch(const std::string& text, const SearchableStore& data) {
  const json batch = parse(text);
  if (!batch.is_object()) refuse("a batch is an object of queries");
  if (batch.size() > most_queries)
    refuse("a batch has at most " + std::to_string(most_queries) + " queries");
  json result = json::object();
  for (const auto& [name, query] : batch.items()) result[name] = answer_one(query, data);
  return result;
}

json value_json(rdf::Id value, const EntityReader& reader) {
  rdf::Term storage;
  const rdf::TermView term = reader.store().term(value, storage);
  if (term.kind == rdf::TermKind::literal) return {{"str", term.value}};
  return {{"id", std::string(term.value)}, {"name", reader.name(value)}};
}

json extend(const std::string& text, const SearchableStore& data) {
  const json query = parse(text);
  if (!query.is_object() || !query.contains("ids") || !query["ids"].is_array() ||
      !query.contains("properties") || !query["properties"].is_array() ||
      query["ids"].size() > most_ids)
    refuse("a data extension has ids, at most " + std::to_string(most_ids) + ", and properties");
  const EntityReader reader(data.store->database.store());
  json meta = json::array(), rows = json::object();
  for (const json& property : query["properties"]) {
    const std::string id = property.value("id", "");
    const auto found = reader.find(id);
    meta.push_back({{"id", id}, {"name", found ? reader.name(*found) : id}});
  }
  for (const json& id : query["ids"]) {
    if (!id.is_string()) refuse("an id is no text");
    const auto thing = reader.find(id.get<std::string>());
    json& row = rows[id.get<std::string>()] = json::object();
    for (const json& property : query["properties"]) {
      const std::string name = property.value("id", "");
      const auto predicate = reader.find(name);
      json values = json::array();
      if (thing && predicate)
        for (const rdf::Id value : reader.values(*thing, *predicate))
          values.push_back(value_json(value, reader));
      row[name] = values;
    }
  }
  return {{"meta", meta}, {"rows", rows}};
}

json suggest_entities(const std::string& prefix, const SearchableStore& data) {
  const EntityReader reader(data.store->database.store());
  json result = json::array();
  for (const search::Hit& hit : data.index.begin_with(prefix, most_hits))
    result.push_back({{"id", reader.iri(hit.thing)},
                      {"name", reader.name(hit.thing)},
                      {"notable", as_json(reader.types(hit.thing))}});
  return {{"result", result}};
}

json suggest_terms(const std::string& prefix, const std::vector<NamedTerm>& terms) {
  json result = json::array();
  for (const NamedTerm& term : terms)
    if (base::ascii_lower(term.name).starts_with(base::ascii_lower(prefix)))
      result.push_back({{"id", term.iri}, {"name", term.name}});
  return {{"result", result}};
}

std::string preview(const std::string& id, const SearchableStore& data) {
  const EntityReader reader(data.store->database.store());
  const auto thing = reader.find(id);
  if (!thing) throw Refusal({404, "the store has no " + id, {}, {}, {}});
  std::string out;
  publish::HtmlWriter html(out);
  html.doctype();
  html.element("html", {{"lang", "en"}}, [&] {
    html.element("head", {}, [&] {
      html.single("meta", {{"charset", "utf-8"}});
      html.element("title", {}, "Tela");
    });
    html.element("body", {}, [&] {
      html.element("p", {}, [&] { html.element("strong", {}, reader.name(*thing)); });
      html.element("p", {}, [&] {
        for (const NamedTerm& type : reader.types(*thing)) html.text(type.name + ' ');
      });
      html.element("p", {}, reader.iri(*thing));
    });
  });
  html.line();
  return out;
}

// Where a person sees the thing: its page here when it lies below the base, else its own address.
void redirect_to_page(const std::string& id, const SearchableStore& data, Answer& answer) {
  const std::string base(data.store->database.base_iri());
  if (!id.starts_with(base)) throw Refusal({404, "the store has no page of " + id, {}, {}, {}});
  std::string path;
  for (const char c : id.substr(base.size()))
    path += c == '/' ? std::string("/") : percent_encode({&c, 1});
  answer.send({303, {{"Location", "/" + path + ".html"}}}, "");
}

/// The parameters of the address and of a form.
Parameters all_parameters(const Request& request) {
  Parameters parameters = request.parameters;
  if (request.content_type() != "application/x-www-form-urlencoded") return parameters;
  const auto form = parse_parameters(request.body);
  if (!form) refuse("the form is not well-formed");
  parameters.insert(parameters.end(), form->begin(), form->end());
  return parameters;
}

void reconcile(const ServiceParts& parts, const SearchableStore& data, const Parameters& parameters,
               Answer& answer) {
  if (const auto queries = value_of(parameters, "queries"))
    return send_json(answer, answer_batch(std::string(*queries), data));
  if (const auto query = value_of(parameters, "extend"))
    return send_json(answer, extend(std::string(*query), data));
  send_json(answer, manifest(parts.settings.public_url));
}

void handle(const ServiceParts& parts, SearchHolder& searches, Answer& answer) {
  const Request& request = answer.request();
  const Parameters parameters = all_parameters(request);
  refuse_doubled(parameters);
  const auto data = searches.of(answer.read_from(parts.stores));
  const std::string path = request.path == "/reconcile" ? "" : request.path.substr(folder.size());
  const std::string prefix(value_of(parameters, "prefix").value_or("")),
      id(value_of(parameters, "id").value_or(""));
  const EntityReader reader(data->store->database.store());
  if (path.empty()) return reconcile(parts, *data, parameters, answer);
  if (path == "suggest/entity") return send_json(answer, suggest_entities(prefix, *data));
  if (path == "suggest/type") return send_json(answer, suggest_terms(prefix, reader.all_types()));
  if (path == "suggest/property")
    return send_json(answer, suggest_terms(prefix, reader.properties_of(std::nullopt)));
  if (path == "view") return redirect_to_page(id, *data, answer);
  if (path == "preview")
    return answer.send({200, {{"Content-Type", "text/html; charset=utf-8"}}}, preview(id, *data));
  if (path != "properties")
    throw Refusal({404, "there is nothing at " + request.path, "see /reconcile", {}, {}});
  const std::string type(value_of(parameters, "type").value_or(""));
  send_json(answer,
            {{"type", type}, {"properties", as_json(reader.properties_of(reader.find(type)))}});
}

// A value of another type than the protocol says is the client's fault.
void handle_json(const ServiceParts& parts, SearchHolder& searches, Answer& answer) {
  try {
    handle(parts, searches, answer);
  } catch (const json::exception&) {
    refuse("a value is of another type than the protocol says",
           "see https://reconciliation-api.github.io/specs/0.2/");
  }
}

} // namespace

void add_reconcile_endpoint(Router& router, const ServiceParts& parts,
                            const std::shared_ptr<SearchHolder>& searches) {
  for (const std::string& path : {std::string("/reconcile"), std::string(folder)})
    router.add({path, {Method::get, Method::head, Method::post}, [parts, searches](Answer& answer) {
                  handle_json(parts, *searches, answer);
                }});
}

} // namespace tela::server
