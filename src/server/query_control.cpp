#include "server/query_control.h"

#include "base/json.h"

namespace tela::server {

namespace {

constexpr std::string_view folder = "/api/1/queries/";

void control(const ServiceParts& parts, Answer& answer) {
  const auto query = parts.running.find(answer.request().path.substr(folder.size()));
  if (query == nullptr)
    throw Refusal({404, "no query of that name runs", "it may have ended", {}, {}});
  if (answer.request().method == Method::remove) {
    query->cancellation.cancel();
    return answer.send({204, {{"Cache-Control", "no-store"}}}, "");
  }
  const std::chrono::duration<double, std::milli> time =
      std::chrono::steady_clock::now() - query->start;
  std::string body;
  base::JsonWriter json(body);
  json.begin_object().field("ms", time.count()).field("rows", query->rows.load());
  json.field("bytes", query->bytes.load()).end_object();
  answer.send({200, {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}}},
              body + '\n');
}

} // namespace

void add_query_control(Router& router, const ServiceParts& parts) {
  router.add({std::string(folder),
              {Method::get, Method::head, Method::remove},
              [parts](Answer& answer) { control(parts, answer); },
              Thread::connections});
}

} // namespace tela::server
