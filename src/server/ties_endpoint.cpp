#include "server/ties_endpoint.h"

#include "base/json.h"
#include "relations/one_mode.h"
#include "relations/relation.h"
#include "server/entity_reader.h"
#include "server/parameters.h"
#include "server/validator.h"

#include <algorithm>
#include <array>

namespace tela::server {

namespace {

using relations::Actors;

struct TiesRequest {
  std::string thing;
  relations::Conditions where;
};

TiesRequest read(const Parameters& parameters) {
  check_parameters(parameters, {"of"}, {"where"});
  TiesRequest asked;
  for (const auto& [name, value] : parameters) {
    if (name == "of")
      asked.thing = value;
    else
      relations::read_condition(value, asked.where);
  }
  if (asked.thing.empty())
    throw Refusal({400, "there is no parameter of", "name a thing: of=state/HN", {}, {}});
  return asked;
}

bool is_one_of(Actors actors, rdf::Id thing, const EntityReader& reader) {
  return std::ranges::any_of(relations::classes_of(actors), [&](std::string_view iri) {
    const auto type = reader.find(iri);
    return type && reader.has_type(thing, *type);
  });
}

// What a relation does not tie is no node of its network, which one_mode() refuses as a centre.
std::size_t neighbours(const store::Store& store, const relations::OneModeOptions& options) {
  try {
    return relations::one_mode(store, options).head.nodes.size() - 1;
  } catch (const base::Error& error) {
    if (error.failure() == base::Failure::limit) throw;
    return 0;
  }
}

std::string ties(const store::Store& store, const EntityReader& reader, const TiesRequest& asked,
                 const base::Cancellation& cancellation) {
  const auto thing = reader.find(asked.thing);
  if (!thing)
    throw Refusal({404, "the store has no " + asked.thing, "name its IRI, or state/HN", {}, {}});
  std::string body;
  base::JsonWriter json(body);
  json.begin_array();
  for (const Actors actors :
       {Actors::states, Actors::projects, Actors::processes, Actors::organisations}) {
    if (!is_one_of(actors, *thing, reader)) continue;
    for (const std::string& by : relations::relations_of(actors)) {
      relations::OneModeOptions options({.actors = actors, .by = {by}, .where = asked.where});
      options.ego = asked.thing;
      options.execution = {.threads = 1, .cancellation = &cancellation};
      if (const std::size_t count = neighbours(store, options); count > 0)
        json.begin_object()
            .field("actors", relations::name(actors))
            .field("by", by)
            .field("count", count)
            .end_object();
    }
  }
  json.end_array();
  return body + '\n';
}

void handle(const ServiceParts& parts, Answer& answer) {
  const TiesRequest asked = read(answer.request().parameters);
  const auto store = answer.read_from(parts.stores);
  answer_once(parts, answer, Repeatable::yes, store->version, "application/json",
              [&](ResponseHead head) {
                const std::string body =
                    ties(store->database.store(), EntityReader(store->database.store()), asked,
                         answer.exchange().cancellation);
                answer.start(std::move(head));
                answer.write(body);
              });
}

} // namespace

void add_ties_endpoint(Router& router, const ServiceParts& parts) {
  router.add({"/api/1/ties", {Method::get, Method::head}, [parts](Answer& answer) {
                handle(parts, answer);
              }});
}

} // namespace tela::server
