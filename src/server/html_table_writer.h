#pragma once

#include "publish/page_frame.h"
#include "sparql/results/result_writer.h"

#include <string>
#include <string_view>

namespace tela::server {

/// Solutions as a page with one table, for browsers, that looks as the other pages do: literals
/// with their language, IRIs as links when they lead to the web. Passes text on in blocks.
class HtmlTableWriter final : public sparql::results::ResultWriter {
 public:
  /// `path` is that of the request, so that the page finds its style: "/q/meetings.html".
  HtmlTableWriter(sparql::results::Output output, std::string_view path);

  void begin(std::span<const std::string> variables) override;
  void row(std::span<const sparql::results::Cell> cells) override;
  void end() override;
  void boolean(bool value) override;
  void cut_short(std::string_view reason) override;

 private:
  void flush();

  sparql::results::Output output_;
  publish::Frame frame_;
  std::string text_;
};

} // namespace tela::server
