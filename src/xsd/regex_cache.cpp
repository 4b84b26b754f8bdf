#include "xsd/regex_cache.h"

#include "base/error.h"

namespace tela::xsd {

namespace {

std::unique_ptr<Regex> compiled_or_null(std::string_view pattern, std::string_view flags,
                                        const base::Cancellation* stop) {
  try {
    return Regex::compile(pattern, flags, stop);
  } catch (const base::Error& error) {
    if (error.failure() != base::Failure::input) throw;
    return nullptr;
  }
}

} // namespace

const Regex* RegexCache::find(std::string_view pattern, std::string_view flags,
                              const base::Cancellation* stop) {
  if (last_ != nullptr && last_->first == pattern && last_->second == flags) return last_regex_;
  Key key{std::string(pattern), std::string(flags)};
  auto entry = compiled_.find(key);
  if (entry == compiled_.end()) {
    make_room();
    if (stop != nullptr) stop->check(); // to compile one may take milliseconds
    auto regex = compiled_or_null(pattern, flags, stop);
    entry = compiled_.emplace(std::move(key), std::move(regex)).first;
  }
  last_ = &entry->first;
  last_regex_ = entry->second.get();
  return last_regex_;
}

/// Forgets all when they are many or have grown large: most queries have one.
void RegexCache::make_room() {
  std::size_t bytes = 0;
  for (const auto& [key, regex] : compiled_) bytes += regex ? regex->bytes() : 0;
  if (compiled_.size() < most && bytes < most_bytes) return;
  compiled_.clear();
  last_ = nullptr;
}

} // namespace tela::xsd
