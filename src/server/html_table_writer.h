#pragma once

#include "sparql/results/result_writer.h"

#include <string>
#include <vector>

namespace tela::server {

/// Solutions as a page with one table, for browsers: literals with their language, IRIs as links
/// when they lead to the web. No script, no style but the browser's. Passes text on in blocks.
class HtmlTableWriter final : public sparql::results::ResultWriter {
 public:
  explicit HtmlTableWriter(sparql::results::Output output) : output_(std::move(output)) {}

  void begin(std::span<const std::string> variables) override;
  void row(std::span<const sparql::results::Cell> cells) override;
  void end() override;
  void boolean(bool value) override;
  void cut_short(std::string_view reason) override;

 private:
  void flush();

  sparql::results::Output output_;
  std::string text_;
};

} // namespace tela::server
