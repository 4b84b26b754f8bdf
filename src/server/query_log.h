#pragma once

#include "server/exchange.h"

#include <cstdio>
#include <memory>
#include <mutex>
#include <string>

namespace tela::server {

/// Whether the log may hold what people asked, which can name persons.
enum class LoggedText : std::uint8_t { hash_only, whole };

/// A line of JSON for each request: time, peer's kind, method, path, status, milliseconds, rows,
/// bytes, outcome, and the hash of the query string and body. Thread-safe.
class QueryLog {
 public:
  /// Appends to `path`; "-" is standard error, empty is nowhere. Throws Error(input).
  QueryLog(const std::string& path, LoggedText text);

  void add(const Exchange& exchange, Outcome outcome);

 private:
  struct Close {
    void operator()(std::FILE* file) const noexcept {
      if (file != stderr) std::fclose(file); // NOLINT(cppcoreguidelines-owning-memory)
    }
  };

  const LoggedText text_;
  std::mutex mutex_;
  std::unique_ptr<std::FILE, Close> file_;
};

} // namespace tela::server
