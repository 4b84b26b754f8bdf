#pragma once

#include "base/hex.h"

#include <xxhash.h>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace tela::store {

/// Tells apart the blank nodes of sources that use the same labels. Labels of no source stay as
/// they are, unless they look like a label of a source; the rest become "s<64 bits of the source's
/// name's hash>_<label>". So a label depends on its source alone, not on those beside it, and those
/// of two sources are different as long as the hashes of their names are.
class BlankScope {
 public:
  BlankScope() = default;
  explicit BlankScope(std::string_view source) : keeps_labels_(false) {
    XXH64_canonical_t hash;
    XXH64_canonicalFromHash(&hash, XXH3_64bits(source.data(), source.size()));
    prefix_ = "s";
    base::append_hex(prefix_, hash.digest);
    prefix_ += '_';
  }

  /// The label in the store; valid as long as `label` and `storage` are unchanged.
  [[nodiscard]] std::string_view apply(std::string_view label, std::string& storage) const {
    if (keeps_labels_ && !looks_scoped(label)) return label;
    storage = prefix_;
    storage += label;
    return storage;
  }

 private:
  static constexpr std::size_t digits = 16;

  [[nodiscard]] static bool looks_scoped(std::string_view label) {
    return label.starts_with('s') && label.find_first_not_of("0123456789abcdef", 1) == digits + 1 &&
           label[digits + 1] == '_';
  }

  bool keeps_labels_ = true;
  std::string prefix_ = "s" + std::string(digits, '0') + "_";
};

} // namespace tela::store
