#include "server/service.h"

#include "base/json.h"
#include "server/library_endpoint.h"
#include "server/mcp_endpoint.h"
#include "server/network_endpoint.h"
#include "server/page_endpoint.h"
#include "server/query_control.h"
#include "server/reconcile_endpoint.h"
#include "server/search_endpoint.h"
#include "server/sparql_endpoint.h"
#include "server/ties_endpoint.h"
#include "server/validator.h"
#include "server/vocabulary_endpoint.h"
#include "server/why_endpoint.h"
#include "server/workbench_endpoint.h"

#include <algorithm>
#include <new>

namespace tela::server {

namespace {

// The parts of an Answer's head that belong to the request rather than to what is answered.
ResponseHead plain_head(std::string type) {
  return {200, {{"Content-Type", std::move(type)}, {"Cache-Control", "no-store"}}};
}

} // namespace

Service::Service(ServiceSettings settings)
    : settings_(std::move(settings)), stores_(settings_.store), cache_(settings_.cache_bytes),
      log_(settings_.log, settings_.logged), pool_(settings_.threads, settings_.queue) {
  add_routes();
}

void Service::add_routes() {
  const ServiceParts parts{settings_, stores_, cache_, metrics_, running_};
  router_.add({"/health",
               {Method::get, Method::head},
               [this](Answer& a) { send_health(a); },
               Thread::connections});
  router_.add({"/metrics",
               {Method::get, Method::head},
               [this](Answer& a) { send_metrics(a); },
               Thread::connections});
  add_query_control(router_, parts);
  add_sparql_endpoint(router_, parts);
  add_library_endpoint(router_, parts);
  add_network_endpoint(router_, parts);
  add_why_endpoint(router_, parts);
  add_mcp_endpoint(router_, parts);
  const auto searches = std::make_shared<SearchHolder>();
  add_reconcile_endpoint(router_, parts, searches);
  add_search_endpoint(router_, parts, searches);
  add_ties_endpoint(router_, parts);
  add_vocabulary_endpoint(router_, parts);
  add_workbench_endpoint(router_, parts);
  add_page_endpoint(router_, parts, searches);
}

void Service::dispatch(const std::shared_ptr<Exchange>& exchange) {
  const Request& request = exchange->request;
  exchange->common_fields = cors_fields(request, settings_.gate);
  const Route* route = router_.find(request.path);
  if (request.method == Method::options && is_own_host(request, settings_.gate))
    return preflight(*exchange, route);
  if (auto problem = turned_away(request, settings_.gate)) return refuse(*exchange, *problem);
  if (route == nullptr)
    return refuse(*exchange,
                  {404, "there is nothing at " + request.path, "see /openapi.json", {}, {}});
  if (std::ranges::find(route->methods, request.method) == route->methods.end())
    return refuse(*exchange,
                  {405, "this method is not answered here", {}, {}, {{"Allow", allowed(*route)}}});
  if (route->thread == Thread::connections) return answer(*exchange, *route);
  if (answer_from_memory(*exchange)) return;
  if (!pool_.submit([this, exchange, route] { answer(*exchange, *route); }))
    refuse(*exchange,
           {503, "too many requests wait", "try again in a moment", {}, {{"Retry-After", "1"}}});
}

void Service::answer(Exchange& exchange, const Route& route) {
  Answer made(exchange);
  try {
    exchange.cancellation.set_deadline(std::chrono::steady_clock::now() + settings_.timeout);
    try {
      if (exchange.channel.abandoned())
        throw base::Error(base::Failure::limit, "the client has gone");
      const auto given = given_before(exchange.request);
      given ? give_again(metrics_, made, *given) : route.handle(made);
    } catch (const Refusal& refusal) {
      made.fail(refusal.problem());
    } catch (const base::Error& error) {
      made.fail(problem_of(error));
    } catch (const std::bad_alloc&) {
      made.fail(
          {503, "the machine has no memory left", "ask for less", {}, {{"Retry-After", "10"}}});
    } catch (const std::exception& error) {
      made.fail({500, error.what(), "please report it", {}, {}});
    }
  } catch (const base::Error&) { // nobody is there to be told
  }
  account_for(exchange, exchange.channel.abandoned() ? Outcome::abandoned : made.outcome());
}

std::shared_ptr<const CachedAnswer> Service::given_before(const Request& request) {
  const auto store = stores_.current_if_any();
  return store ? answer_given_before(cache_, request, store->version) : nullptr;
}

// A short answer that is in memory costs less than to wake another thread for it.
bool Service::answer_from_memory(Exchange& exchange) {
  const Request& request = exchange.request;
  if (request.method != Method::get) return false;
  const auto given = given_before(request);
  if (given == nullptr || given->body.size() > Answer::block) return false;
  if (request.field("accept-encoding") && given->body.size() >= Answer::worth_packing) return false;
  Answer made(exchange);
  try {
    give_again(metrics_, made, *given);
  } catch (const base::Error&) { // the client has left meanwhile
  }
  account_for(exchange, made.outcome());
  return true;
}

void Service::refuse(Exchange& exchange, Problem problem) {
  Answer made(exchange);
  try {
    made.fail(problem);
  } catch (const base::Error&) { // the client has left meanwhile
  }
  account_for(exchange, made.outcome());
}

void Service::account_for(const Exchange& exchange, Outcome outcome) {
  metrics_.add(exchange, outcome);
  log_.add(exchange, outcome);
}

void Service::preflight(Exchange& exchange, const Route* route) {
  ResponseHead head{204, {}};
  if (route != nullptr) head.fields.emplace_back("Allow", allowed(*route));
  try {
    Answer(exchange).send(std::move(head), "");
  } catch (const base::Error&) { // the client has left meanwhile
  }
}

void Service::send_health(Answer& answer) {
  const auto store = stores_.current_if_any();
  const std::string trouble = stores_.trouble();
  std::string body;
  base::JsonWriter json(body);
  json.begin_object();
  json.field("status", !store ? "no store" : trouble.empty() ? "ok" : "old store");
  if (store) json.field("statements", store->database.store().counts().quads);
  if (store) json.field("store", store->version);
  if (!trouble.empty()) json.field("trouble", trouble);
  json.end_object();
  ResponseHead head = plain_head("application/json");
  if (!store) head.status = 503;
  answer.send(std::move(head), body + '\n');
}

void Service::send_metrics(Answer& answer) {
  const auto store = stores_.current_if_any();
  const Metrics::Now now{connections_ ? connections_() : 0, pool_.waiting(),
                         store ? store->database.store().counts().quads : 0};
  answer.send(plain_head("text/plain; version=0.0.4; charset=utf-8"), metrics_.text(now));
}

} // namespace tela::server
