#include "server/mcp_endpoint.h"

#include "mcp/session.h"

namespace tela::server {

void add_mcp_endpoint(Router& router, const ServiceParts& parts) {
  const auto tools = std::make_shared<const mcp::Tools>();
  router.add({"/mcp", {Method::post}, [tools, &stores = parts.stores](Answer& answer) {
                const mcp::Session session(*tools, [&] {
                  const auto store = answer.read_from(stores);
                  return std::shared_ptr<const engine::Database>(store, &store->database);
                });
                const auto reply =
                    session.handle(answer.request().body, answer.exchange().cancellation);
                const Parameters fields{{"Content-Type", "application/json"},
                                        {"Cache-Control", "no-store"}};
                answer.send({reply ? 200U : 202U, fields}, reply.value_or(""));
              }});
}

} // namespace tela::server
