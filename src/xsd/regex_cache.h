#pragma once

#include "xsd/regex.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace tela::xsd {

/// The regular expressions a query has used lately. One thread at a time.
class RegexCache {
 public:
  /// The compiled pattern, or null when it is not valid. Valid until the cache dies or is asked for
  /// another pattern. Throws Error(limit) for a pattern that is too large.
  [[nodiscard]] const Regex* find(std::string_view pattern, std::string_view flags,
                                  const base::Cancellation* stop);

 private:
  static constexpr std::size_t most = 1000;
  static constexpr std::size_t most_bytes = std::size_t{8} << 20U;
  using Key = std::pair<std::string, std::string>;

  void make_room();

  const Key* last_ = nullptr;
  const Regex* last_regex_ = nullptr;
  std::map<Key, std::unique_ptr<Regex>> compiled_;
};

} // namespace tela::xsd
