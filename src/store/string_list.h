#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tela::store {

/// A list of strings as bytes: their number, where each ends, then the strings. Each is found in
/// one step.
class StringList {
 public:
  /// Appends `strings` as a list.
  static void append(std::string& out, const std::vector<std::string_view>& strings);

  StringList() = default;
  /// A view of bytes that append() gave. Throws base::Error(input) when they are cut short.
  explicit StringList(std::string_view bytes);

  [[nodiscard]] std::uint64_t size() const noexcept { return size_; }
  /// REQUIRES: i < size(). Valid as long as the bytes. Throws base::Error(input) when damaged.
  [[nodiscard]] std::string_view operator[](std::uint64_t i) const;

 private:
  std::uint64_t size_ = 0;
  const char* ends_ = nullptr;
  std::string_view text_;
};

} // namespace tela::store
