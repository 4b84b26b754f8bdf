#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tela::store {

/// Tells apart the blank nodes of sources that use the same labels. Labels of source 0 stay as they
/// are, unless they look like a label of another source; the rest become "s<source>_<label>". No
/// two labels of any sources become the same.
class BlankScope {
 public:
  explicit BlankScope(std::size_t source = 0)
      : is_first_(source == 0), prefix_("s" + std::to_string(source) + "_") {}

  /// The label in the store; valid as long as `label` and `storage` are unchanged.
  [[nodiscard]] std::string_view apply(std::string_view label, std::string& storage) const {
    if (is_first_ && !looks_scoped(label)) return label;
    storage = prefix_;
    storage += label;
    return storage;
  }

 private:
  [[nodiscard]] static bool looks_scoped(std::string_view label) {
    const auto behind = label.find_first_not_of("0123456789", 1);
    return label.starts_with('s') && behind != std::string_view::npos && behind > 1 &&
           label[behind] == '_';
  }

  bool is_first_;
  std::string prefix_;
};

} // namespace tela::store
