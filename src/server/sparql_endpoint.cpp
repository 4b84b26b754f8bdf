#include "server/sparql_endpoint.h"

#include "base/json.h"
#include "base/utf8.h"
#include "server/query_answer.h"
#include "server/service_description.h"
#include "server/url.h"

namespace tela::server {

namespace {

[[noreturn]] void refuse(unsigned status, std::string title, std::string advice) {
  throw Refusal({status, std::move(title), std::move(advice), {}, {}});
}

[[noreturn]] void refuse_update() {
  refuse(403, "this service is read-only: it takes no updates",
         "build the store anew with tela build");
}

/// The parameters of the protocol, wherever the request carries them.
Parameters protocol_parameters(const Request& request) {
  Parameters parameters = request.parameters;
  if (request.method != Method::post && request.method != Method::query) return parameters;
  const std::string type = request.content_type();
  if (type == "application/sparql-update") refuse_update();
  if (type == "application/sparql-query") {
    if (base::first_invalid_utf8(request.body))
      refuse(400, "the query is not UTF-8", "send it in UTF-8");
    parameters.emplace_back("query", request.body);
    return parameters;
  }
  if (type != "application/x-www-form-urlencoded")
    refuse(415, "a query comes as application/sparql-query or as a form",
           "set Content-Type: application/sparql-query");
  const auto form = parse_parameters(request.body);
  if (!form) refuse(400, "the form is not well-formed", "percent-encode its values as UTF-8");
  parameters.insert(parameters.end(), form->begin(), form->end());
  return parameters;
}

Question question_of(const ServiceParts& parts, const Parameters& parameters,
                     const OpenStore& store) {
  for (const std::string_view once : {"query", "format", "output"})
    if (values_of(parameters, once).size() > 1)
      refuse(400, "the parameter " + std::string(once) + " is there twice", "give one");
  Question question{std::string(*value_of(parameters, "query")), {}, {}};
  question.options.prefixes = &store.database.prefixes();
  question.options.base = parts.settings.public_url + "sparql"; // RFC 3986, section 5.1.3
  question.options.default_graphs = values_of(parameters, "default-graph-uri");
  question.options.named_graphs = values_of(parameters, "named-graph-uri");
  return question;
}

void handle(const ServiceParts& parts, Answer& answer) {
  const Request& request = answer.request();
  const Parameters parameters = protocol_parameters(request);
  const auto store = answer.read_from(parts.stores);
  if (value_of(parameters, "update")) refuse_update();
  if (!value_of(parameters, "query")) {
    if (request.method == Method::get || request.method == Method::head)
      return send_service_description(parts, *store, answer);
    refuse(400, "there is no query", "send it as the parameter query");
  }
  const std::string name(request.field("tela-query-id").value_or(""));
  if (!name.empty() && !RunningQueries::is_name(name))
    refuse(400, "Tela-Query-Id takes 16 to 64 letters, digits, '-' and '_'", "choose another name");
  std::optional<RunningQueries::Entry> entry;
  if (!name.empty()) entry.emplace(parts.running, name, answer.exchange().shared_from_this());
  answer_query(parts, store, question_of(parts, parameters, *store), answer);
}

void write_fault(const base::Error& error, base::JsonWriter& json) {
  json.begin_object().field("wellFormed", false).field("detail", error.message());
  json.field("advice", error.advice()).field("line", error.place().line);
  json.field("column", error.place().column).end_object();
}

// The same query, parsed and planned but not evaluated: for whoever still writes it. That a query
// is not well-formed is an answer here, no failure.
void check(const ServiceParts& parts, Answer& answer) {
  const Parameters parameters = protocol_parameters(answer.request());
  const auto store = answer.read_from(parts.stores);
  if (!value_of(parameters, "query")) refuse(400, "there is no query", "send it as query");
  Question question = question_of(parts, parameters, *store);
  question.options.cancellation = &answer.exchange().cancellation;
  std::string body;
  base::JsonWriter json(body);
  try {
    const engine::Query query(store->database, question.text, question.options);
    json.begin_object().field("wellFormed", true).field("graph", query.gives_graph());
    json.field("parseMs", query.times().parse).field("planMs", query.times().plan);
    json.field("plan", query.explain_text()).end_object();
  } catch (const base::Error& error) {
    write_fault(error, json);
  }
  answer.send({200, {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}}},
              body + '\n');
}

} // namespace

void add_sparql_endpoint(Router& router, const ServiceParts& parts) {
  for (const std::string path : {"/sparql", "/sparql/"})
    router.add({path,
                {Method::get, Method::head, Method::post, Method::query},
                [parts](Answer& answer) { handle(parts, answer); }});
  router.add({"/api/1/check", {Method::get, Method::post}, [parts](Answer& answer) {
                check(parts, answer);
              }});
}

} // namespace tela::server
