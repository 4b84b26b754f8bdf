#pragma once

#include "publish/page_frame.h"
#include "sparql/results/result_writer.h"

#include <string>
#include <string_view>

namespace tela::server {

/// What a page with a table has beside it.
struct TablePage {
  std::string_view path; ///< of the request, so that the page finds its style: "/q/meetings.html"
  std::string base;      ///< IRIs that begin so have a page of this server
  std::string preface;   ///< HTML in front of the table
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
  void append_cell(const sparql::results::Cell& cell);
  void append_iri(std::string_view iri);
  void flush();

  sparql::results::Output output_;
  TablePage page_;
  publish::Frame frame_;
  std::string text_;
};

} // namespace tela::server
