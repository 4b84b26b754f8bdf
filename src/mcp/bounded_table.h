#pragma once

#include "sparql/results/result_writer.h"

#include <set>
#include <string>
#include <vector>

namespace tela::mcp {

/// Solutions as tab-separated lines of plain text, at most so many bytes of whole lines; the rest
/// is counted. Remembers the IRIs that were written, whose sources can be told.
class BoundedTable final : public sparql::results::ResultWriter {
 public:
  explicit BoundedTable(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  void begin(std::span<const std::string> variables) override;
  void row(std::span<const sparql::results::Cell> cells) override;
  void end() override {}
  void boolean(bool value) override { text_ = value ? "true\n" : "false\n"; }
  void cut_short(std::string_view reason) override;

  /// The lines, and a last one that says what was left out.
  [[nodiscard]] std::string text() const;
  [[nodiscard]] const std::set<std::string>& iris() const noexcept { return iris_; }
  /// The words of literals, each of which may be an identifier.
  [[nodiscard]] const std::set<std::string>& words() const noexcept { return words_; }

 private:
  const std::size_t most_bytes_;
  std::string text_;
  std::string reason_;
  std::uint64_t rows_ = 0, left_out_ = 0;
  std::set<std::string> iris_, words_;
};

} // namespace tela::mcp
