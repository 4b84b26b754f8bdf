#include "server/why_endpoint.h"

#include "relations/why.h"
#include "relations/why_json.h"
#include "server/parameters.h"
#include "server/validator.h"

#include <algorithm>

namespace tela::server {

namespace {

constexpr std::string_view folder = "/why/";
constexpr std::string_view end = ".json";

struct Pair {
  std::string first, second;
};

Pair pair_of(std::string_view path) {
  path.remove_prefix(folder.size());
  const auto slash = path.find('/');
  if (!path.ends_with(end) || slash == std::string_view::npos)
    throw Refusal(
        {404, "a why has two things and ends with .json", "ask for /why/HN/SV.json", {}, {}});
  path.remove_suffix(end.size());
  return {std::string(path.substr(0, slash)), std::string(path.substr(slash + 1))};
}

relations::WhyOptions options_of(const Request& request) {
  check_parameters(request.parameters, {"of", "lang"}, {"by", "where"});
  relations::WhyOptions options;
  options.actors = relations::actors_named(value_of(request.parameters, "of").value_or("states"));
  options.language = value_of(request.parameters, "lang").value_or("en");
  options.by = values_of(request.parameters, "by");
  if (options.by.empty()) options.by = relations::relations_of(options.actors);
  for (const std::string& condition : values_of(request.parameters, "where"))
    relations::read_condition(condition, options.where);
  return options;
}

void handle(const ServiceParts& parts, Answer& answer) {
  const auto [first, second] = pair_of(answer.request().path);
  const auto store = answer.read_from(parts.stores);
  answer_once(
      parts, answer, Repeatable::yes, store->version, "application/json", [&](ResponseHead head) {
        const auto found =
            relations::why(store->database.store(), options_of(answer.request()), first, second);
        answer.exchange().rows = found.reasons.size();
        answer.start(std::move(head));
        answer.write(relations::as_json(found));
      });
}

} // namespace

void add_why_endpoint(Router& router, const ServiceParts& parts) {
  router.add({std::string(folder), {Method::get, Method::head}, [parts](Answer& answer) {
                handle(parts, answer);
              }});
}

} // namespace tela::server
