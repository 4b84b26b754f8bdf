#pragma once

#include "server/exchange.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace tela::server {

/// The queries under way whose clients gave them a name, so that they can be looked at and ended
/// from another connection: proxies hide from us that a client has left. A name is a secret of the
/// client, 16 to 64 letters, digits, '-' and '_'. Thread-safe.
class RunningQueries {
 public:
  /// Keeps `exchange` under `name` for as long as the object lives.
  class Entry {
   public:
    Entry(RunningQueries& all, std::string name, std::shared_ptr<Exchange> exchange);
    ~Entry();
    Entry(const Entry&) = delete;
    Entry& operator=(const Entry&) = delete;

   private:
    RunningQueries& all_;
    std::string name_;
  };

  [[nodiscard]] static bool is_name(std::string_view text);

  /// The query of that name, or null.
  [[nodiscard]] std::shared_ptr<Exchange> find(const std::string& name) const;

 private:
  mutable std::mutex mutex_;
  std::map<std::string, std::weak_ptr<Exchange>> queries_;
};

} // namespace tela::server
