#include "server/library_endpoint.h"

#include "base/json.h"
#include "engine/query_library.h"
#include "relations/resource_finder.h"
#include "server/openapi.h"
#include "server/parameters.h"
#include "server/query_answer.h"
#include "server/question_form.h"

#include <algorithm>
#include <array>

namespace tela::server {

namespace {

using Library = std::vector<engine::SavedQuery>;

constexpr std::string_view folder = "/q/";
constexpr std::array<std::string_view, 3> of_the_form{"excel", "format", "output"};

const engine::SavedQuery& find(const Library& library, std::string_view name) {
  const auto found = std::ranges::find(library, name, &engine::SavedQuery::name);
  if (found == library.end())
    throw Refusal({404,
                   "the library has no query " + std::string(name),
                   "see " + std::string(folder),
                   {},
                   {}});
  return *found;
}

/// The parameters of the request that are the query's. Others are refused: a value that is silently
/// passed over would give the answer to another question.
std::vector<std::pair<std::string, std::string>> values(const Request& request) {
  std::vector<std::pair<std::string, std::string>> result;
  for (const auto& parameter : request.parameters)
    if (std::ranges::find(of_the_form, parameter.first) == of_the_form.end())
      result.push_back(parameter);
  return result;
}

void list(const Library& library, Answer& answer) {
  std::string body;
  base::JsonWriter json(body);
  json.begin_array();
  for (const engine::SavedQuery& query : library) {
    json.begin_object().field("name", query.name).field("summary", query.summary);
    json.field("csv", std::string(folder) + query.name + ".csv").key("parameters").begin_array();
    for (const auto& parameter : query.parameters)
      json.begin_object()
          .field("name", parameter.name)
          .field("type", parameter.type)
          .field("default", parameter.value)
          .field("description", parameter.description)
          .end_object();
    json.end_array().end_object();
  }
  json.end_array();
  answer.send({200, {{"Content-Type", "application/json"}}}, body + '\n');
}

void handle(const ServiceParts& parts, const Library& library, Answer& answer) {
  const Request& request = answer.request();
  refuse_doubled(request.parameters);
  const std::string_view file = std::string_view(request.path).substr(folder.size());
  if (file.empty()) return list(library, answer);
  const auto dot = std::min(file.rfind('.'), file.size());
  const engine::SavedQuery& saved = find(library, file.substr(0, dot));
  const auto store = answer.read_from(parts.stores);
  Question question{saved.text, {}, {}};
  if (dot < file.size()) question.form = result_form_named(file.substr(dot + 1), request);
  question.preface = [&saved, asked = request.parameters](publish::HtmlWriter& html) {
    write_question_form(html, saved, asked);
  };
  question.options.source = saved.name + ".rq";
  question.options.bindings = engine::bind_parameters(
      saved, relations::values_by_name(store->database.store(), saved, values(request)),
      store->database.base_iri());
  answer_query(parts, store, std::move(question), answer);
}

} // namespace

void add_library_endpoint(Router& router, const ServiceParts& parts) {
  const auto library = std::make_shared<const Library>(engine::load_query_library());
  router.add({std::string(folder), {Method::get, Method::head}, [parts, library](Answer& answer) {
                handle(parts, *library, answer);
              }});
  router.add({"/openapi.json", {Method::get, Method::head}, [library, parts](Answer& answer) {
                answer.send({200, {{"Content-Type", "application/json"}}},
                            openapi(*library, parts.settings.public_url));
              }});
}

} // namespace tela::server
