#include "server/mcp_endpoint.h"

#include "mcp/session.h"

namespace tela::server {

void add_mcp_endpoint(Router& router, const ServiceParts& parts) {
  const auto tools = std::make_shared<const mcp::Tools>([&stores = parts.stores] {
    const auto store = stores.current();
    return std::shared_ptr<const engine::Database>(store, &store->database);
  });
  router.add({"/mcp", {Method::post}, [tools](Answer& answer) {
                const auto reply = mcp::Session(*tools).handle(answer.request().body,
                                                               answer.exchange().cancellation);
                const Parameters fields{{"Content-Type", "application/json"},
                                        {"Cache-Control", "no-store"}};
                answer.send({reply ? 200U : 202U, fields}, reply.value_or(""));
              }});
}

} // namespace tela::server
