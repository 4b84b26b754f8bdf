#include "server/query_log.h"

#include "base/error.h"
#include "base/json.h"
#include "base/sha256.h"
#include "base/utf8.h"

#include <array>
#include <cerrno>
#include <ctime>
#include <system_error>

namespace tela::server {

namespace {

std::string now() {
  const std::time_t time = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&time, &parts);
  std::array<char, 24> text{};
  const auto length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return {text.data(), length};
}

std::string_view name(Method method) {
  constexpr std::array<std::string_view, 7> names{"GET",    "HEAD",    "POST", "QUERY",
                                                  "DELETE", "OPTIONS", "other"};
  return names.at(static_cast<std::size_t>(method));
}

std::string_view name(Outcome outcome) {
  constexpr std::array<std::string_view, 3> names{"answered", "broken", "abandoned"};
  return names.at(static_cast<std::size_t>(outcome));
}

std::string asked(const Request& request) {
  std::string text;
  for (const auto& [key, value] : request.parameters)
    text.append(key).append("=").append(value).append("\n");
  return text += request.body;
}

} // namespace

QueryLog::QueryLog(const std::string& path, LoggedText text) : text_(text) {
  if (path.empty()) return;
  file_.reset(path == "-" ? stderr : std::fopen(path.c_str(), "ae"));
  if (!file_)
    throw base::Error(base::Failure::input,
                      "cannot write " + path + ": " + std::generic_category().message(errno));
}

void QueryLog::add(const Exchange& exchange, Outcome outcome) {
  if (!file_) return;
  const std::chrono::duration<double, std::milli> time =
      std::chrono::steady_clock::now() - exchange.start;
  const std::string text = asked(exchange.request);
  std::string line;
  base::JsonWriter json(line);
  json.begin_object().field("time", now()).field("method", name(exchange.request.method));
  json.field("path", exchange.request.path).field("status", exchange.status.load());
  json.field("ms", time.count()).field("rows", exchange.rows.load());
  json.field("bytes", exchange.bytes.load()).field("outcome", name(outcome));
  json.field("hash", base::sha256(text).substr(0, 16));
  if (text_ == LoggedText::whole && !base::first_invalid_utf8(text)) json.field("text", text);
  json.end_object();
  line += '\n';
  const std::scoped_lock lock(mutex_);
  std::fwrite(line.data(), 1, line.size(), file_.get());
  std::fflush(file_.get());
}

} // namespace tela::server
