#include "server/vocabulary_endpoint.h"

#include "base/json.h"
#include "server/entity_reader.h"
#include "server/parameters.h"
#include "server/validator.h"

#include <algorithm>

namespace tela::server {

namespace {

using Counted = std::vector<std::pair<rdf::Id, std::uint64_t>>;

/// Writes lists of classes and properties, named in one language.
class VocabularyWriter {
 public:
  VocabularyWriter(const OpenStore& store, std::string language, std::string& out)
      : store_(store), reader_(store.database.store()), language_(std::move(language)), json_(out) {
  }

  void everything() {
    json_.begin_object().field("base", store_.database.base_iri());
    prefixes();
    terms("classes", store_.database.store().classes());
    Counted properties;
    for (const auto& one : store_.database.store().predicates())
      properties.emplace_back(one.predicate, one.triples);
    terms("properties", std::move(properties));
    json_.end_object();
  }

  void properties_of(rdf::Id type) {
    json_.begin_object().key("properties").begin_array();
    for (const NamedTerm& one : reader_.properties_of(type, language_))
      json_.begin_object().field("iri", one.iri).field("name", one.name).end_object();
    json_.end_array().end_object();
  }

 private:
  void prefixes() {
    json_.key("prefixes").begin_object();
    for (const auto& [prefix, iri] : store_.database.prefixes().entries()) json_.field(prefix, iri);
    json_.end_object();
  }

  void terms(std::string_view name, Counted counted) {
    std::ranges::sort(counted, [](const auto& a, const auto& b) { return a.second > b.second; });
    json_.key(name).begin_array();
    rdf::Term storage;
    for (const auto& [term, count] : counted)
      if (reader_.store().term(term, storage).kind == rdf::TermKind::iri)
        json_.begin_object()
            .field("iri", reader_.iri(term))
            .field("name", reader_.name(term, language_))
            .field("count", count)
            .end_object();
    json_.end_array();
  }

  const OpenStore& store_;
  EntityReader reader_;
  std::string language_;
  base::JsonWriter json_;
};

void handle(const ServiceParts& parts, Answer& answer) {
  const Parameters& asked = answer.request().parameters;
  check_parameters(asked, {"lang", "class"});
  const auto store = answer.read_from(parts.stores);
  const auto type = value_of(asked, "class");
  const std::string language(value_of(asked, "lang").value_or("en"));
  answer_once(parts, answer, Repeatable::yes, store->version, "application/json",
              [&](ResponseHead head) {
                std::string body;
                VocabularyWriter writer(*store, language, body);
                const auto found = EntityReader(store->database.store()).find(type.value_or(""));
                if (type && !found)
                  throw Refusal({404, "the store has no " + std::string(*type), {}, {}, {}});
                type ? writer.properties_of(*found) : writer.everything();
                answer.start(std::move(head));
                answer.write(body + '\n');
              });
}

} // namespace

void add_vocabulary_endpoint(Router& router, const ServiceParts& parts) {
  router.add({"/api/1/vocabulary", {Method::get, Method::head}, [parts](Answer& answer) {
                handle(parts, answer);
              }});
}

} // namespace tela::server
