#pragma once

#include "server/exchange.h"

#include <memory>

namespace tela::server {

/// Who answers requests: what a connection hands them to.
class Dispatcher {
 public:
  virtual ~Dispatcher() = default;
  /// Sees to it that the exchange's channel gets a whole response, now or from another thread.
  /// Called on the thread of the connections; returns at once and does not throw.
  virtual void dispatch(const std::shared_ptr<Exchange>& exchange) = 0;
};

} // namespace tela::server
