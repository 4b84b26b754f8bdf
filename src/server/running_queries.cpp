#include "server/running_queries.h"

#include <algorithm>

namespace tela::server {

RunningQueries::Entry::Entry(RunningQueries& all, std::string name,
                             std::shared_ptr<Exchange> exchange)
    : all_(all), name_(std::move(name)) {
  const std::scoped_lock lock(all_.mutex_);
  all_.queries_[name_] = std::move(exchange);
}

RunningQueries::Entry::~Entry() {
  const std::scoped_lock lock(all_.mutex_);
  all_.queries_.erase(name_);
}

bool RunningQueries::is_name(std::string_view text) {
  constexpr std::size_t shortest = 16, longest = 64;
  return text.size() >= shortest && text.size() <= longest && std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                  c == '-' || c == '_';
         });
}

std::shared_ptr<Exchange> RunningQueries::find(const std::string& name) const {
  const std::scoped_lock lock(mutex_);
  const auto found = queries_.find(name);
  return found == queries_.end() ? nullptr : found->second.lock();
}

} // namespace tela::server
