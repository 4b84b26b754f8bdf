#pragma once

#include "server/dispatcher.h"
#include "server/gate.h"
#include "server/metrics.h"
#include "server/query_log.h"
#include "server/result_cache.h"
#include "server/router.h"
#include "server/running_queries.h"
#include "server/store_holder.h"
#include "server/worker_pool.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace tela::server {

/// What the service answers with, and within which bounds.
struct ServiceSettings {
  std::filesystem::path store;
  GateSettings gate;
  unsigned threads = 2;                      ///< that answer
  std::size_t queue = 64;                    ///< requests that may wait for a thread
  std::chrono::milliseconds timeout{30'000}; ///< of one request
  std::size_t memory_bytes = 512U << 20U;    ///< of one query
  std::size_t cache_bytes = 64U << 20U;
  std::string log; ///< path, "-" or empty
  LoggedText logged = LoggedText::hash_only;
  std::string public_url; ///< what clients call this server: "http://127.0.0.1:7878/"
};

/// What handlers share. They run on several threads at once.
struct ServiceParts {
  const ServiceSettings& settings;
  StoreHolder& stores;
  ResultCache& cache;
  Metrics& metrics;
  RunningQueries& running;
};

/// Answers requests: turns away who may not ask, finds the handler, keeps the account.
class Service final : public Dispatcher {
 public:
  /// Throws Error(input) when the store cannot be opened or the log not be written.
  explicit Service(ServiceSettings settings);

  void dispatch(const std::shared_ptr<Exchange>& exchange) override;

  /// How many clients are connected, for /metrics. Set before the first request.
  void count_connections(std::function<std::size_t()> count) { connections_ = std::move(count); }
  [[nodiscard]] const ServiceSettings& settings() const noexcept { return settings_; }

 private:
  void add_routes();
  void answer(Exchange& exchange, const Route& route);
  [[nodiscard]] std::shared_ptr<const CachedAnswer> given_before(const Request& request);
  [[nodiscard]] bool answer_from_memory(Exchange& exchange);
  void account_for(const Exchange& exchange, Outcome outcome);
  void refuse(Exchange& exchange, Problem problem);
  void preflight(Exchange& exchange, const Route* route);
  void send_health(Answer& answer);
  void send_metrics(Answer& answer);

  const ServiceSettings settings_;
  StoreHolder stores_;
  ResultCache cache_;
  Metrics metrics_;
  RunningQueries running_;
  QueryLog log_;
  Router router_;
  std::function<std::size_t()> connections_;
  WorkerPool pool_; // last: its threads use all of the above
};

} // namespace tela::server
