#pragma once

#include "publish/site.h"

#include <cstddef>
#include <mutex>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace tela::publish {

/// Finds pages by where a release puts them. Thread-safe. Keeps a reference to the site.
class PageFinder {
 public:
  explicit PageFinder(const Site& site) : site_(site) {}

  /// The page that stands at `path`, without extension. Cost: a look-up of an IRI; the first time
  /// that is not enough, since the path is a hash, the names of all resources are read once, and 20
  /// bytes kept for each page that has a hash for its path.
  [[nodiscard]] std::optional<PageNumber> find(std::string_view path) const;

 private:
  [[nodiscard]] std::optional<PageNumber> natural(std::string_view path) const;
  void read_hashed() const;

  const Site& site_;
  mutable std::once_flag once_;
  mutable std::unordered_multimap<std::size_t, PageNumber> hashed_; ///< by the hash of the path
};

} // namespace tela::publish
