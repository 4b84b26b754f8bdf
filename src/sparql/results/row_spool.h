#pragma once

#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace tela::sparql::results {

/// Rows of texts, some missing, kept in a file without a name (tmpfile(3)) until all have come.
/// Written, then read once. Every member throws Error(input) when the disk refuses.
class RowSpool {
 public:
  using Text = std::optional<std::string_view>;

  explicit RowSpool(std::size_t columns);

  /// REQUIRES: as many texts as columns.
  void add(std::span<const Text> row);
  /// Calls visit with each row in turn; its views are valid during the call. Memory: one row.
  void read(const std::function<void(std::span<const Text>)>& visit);

 private:
  struct Close {
    void operator()(std::FILE* file) const noexcept {
      std::fclose(file); // NOLINT(cppcoreguidelines-owning-memory)
    }
  };
  void write(const void* bytes, std::size_t size);
  void fetch(void* bytes, std::size_t size);

  std::size_t columns_;
  std::uint64_t rows_ = 0;
  std::unique_ptr<std::FILE, Close> file_;
};

} // namespace tela::sparql::results
