#include "server/html_table_writer.h"

#include "publish/html.h"
#include "server/site_holder.h"

#include <algorithm>

namespace tela::server {

using sparql::results::Cell;

namespace {

constexpr std::size_t block = 32U << 10U;

void append_iri(std::string& out, std::string_view iri) {
  const bool link = publish::is_web_address(iri);
  if (link) {
    out += "<a rel=\"noreferrer\" href=\"";
    publish::append_html(out, iri);
    out += "\">";
  }
  publish::append_html(out, iri);
  if (link) out += "</a>";
}

void append_literal(std::string& out, const rdf::TermView& literal) {
  if (literal.language.empty()) return publish::append_html(out, literal.value);
  out += "<span lang=\"";
  publish::append_html(out, literal.language);
  out += "\">";
  publish::append_html(out, literal.value);
  out += "</span>";
}

void append_cell(std::string& out, const Cell& cell) {
  out += "<td>";
  if (cell && cell->kind == rdf::TermKind::iri) append_iri(out, cell->value);
  if (cell && cell->kind == rdf::TermKind::literal) append_literal(out, *cell);
  if (cell && cell->kind == rdf::TermKind::blank) {
    out += "_:";
    publish::append_html(out, cell->value);
  }
  out += "</td>";
}

} // namespace

HtmlTableWriter::HtmlTableWriter(sparql::results::Output output, std::string_view path)
    : output_(std::move(output)), frame_{publish::same_for_all(path.substr(path.rfind('/') + 1)),
                                         site_name,
                                         {},
                                         {},
                                         {}} {
  for (auto levels = std::ranges::count(path, '/'); levels > 1; --levels) frame_.root += "../";
}

void HtmlTableWriter::begin(std::span<const std::string> variables) {
  publish::begin_page(text_, frame_);
  text_ += "<div class=\"scroll\"><table><thead><tr>";
  for (const std::string& variable : variables) {
    text_ += "<th scope=\"col\">";
    publish::append_html(text_, variable);
    text_ += "</th>";
  }
  text_ += "</tr></thead><tbody>\n";
}

void HtmlTableWriter::row(std::span<const Cell> cells) {
  text_ += "<tr>";
  for (const Cell& cell : cells) append_cell(text_, cell);
  text_ += "</tr>\n";
  if (text_.size() >= block) flush();
}

void HtmlTableWriter::end() {
  text_ += "</tbody></table></div>\n";
  publish::end_page(text_, frame_);
  flush();
}

void HtmlTableWriter::boolean(bool value) {
  publish::begin_page(text_, frame_);
  text_ += value ? "<p>true</p>\n" : "<p>false</p>\n";
  publish::end_page(text_, frame_);
  flush();
}

void HtmlTableWriter::cut_short(std::string_view reason) {
  text_ += "</tbody></table><p><strong>";
  publish::append_html(text_, reason);
  text_ += "</strong></p>";
  flush();
}

void HtmlTableWriter::flush() {
  output_(text_);
  text_.clear();
}

} // namespace tela::server
