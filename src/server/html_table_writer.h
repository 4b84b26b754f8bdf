#pragma once

#include "publish/page_frame.h"
#include "sparql/results/result_writer.h"

#include <functional>
#include <string>
#include <string_view>

namespace tela::server {

/// Writes what stands in front of a table; may be empty.
using Preface = std::function<void(publish::HtmlWriter&)>;

/// What a page with a table has beside it.
struct TablePage {
  std::string_view path; ///< of the request, so that the page finds its style: "/q/meetings.html"
  std::string base;      ///< IRIs that begin so have a page of this server
  Preface preface{};
};

/// Solutions as a page with one table, for browsers, that looks as the other pages do: literals
/// with their language, IRIs as links to their pages here, or when they lead to the web. Passes
/// text on in blocks.
class HtmlTableWriter final : public sparql::results::ResultWriter {
 public:
  HtmlTableWriter(sparql::results::Output output, TablePage page);

  void begin(std::span<const std::string> variables) override;
  void row(std::span<const sparql::results::Cell> cells) override;
  void end() override;
  void boolean(bool value) override;
  void cut_short(std::string_view reason) override;

 private:
  void begin_page();
  void write_cell(const sparql::results::Cell& cell);
  void write_iri(std::string_view iri);
  void end_page();
  void flush();

  sparql::results::Output output_;
  TablePage page_;
  publish::Frame frame_;
  std::string text_;
  publish::HtmlWriter html_{text_};
};

} // namespace tela::server
