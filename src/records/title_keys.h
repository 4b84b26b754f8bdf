#pragma once

#include "records/record.h"

#include <cstdint>
#include <unordered_set>

namespace tela::records {

/// Keeps apart the projects and articles of one source that have nothing but the same title: the
/// first is known by it, as one read from a page, the others get their number as key. Holds 16
/// bytes for each.
class TitleKeys {
 public:
  /// Gives `record`, the `number`-th of its file, a key when it needs one.
  void settle(Record& record, std::uint64_t number);

 private:
  std::unordered_set<std::uint64_t> titles_; ///< hashes
};

} // namespace tela::records
