#include "server/html_table_writer.h"

#include "publish/html.h"

namespace tela::server {

using sparql::results::Cell;

namespace {

constexpr std::size_t block = 32U << 10U;
constexpr std::string_view page_head =
    "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Tela: result</title>"
    "<meta name=\"viewport\" content=\"width=device-width\"></head><body><main>\n";
constexpr std::string_view page_foot = "</main></body></html>\n";

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

void HtmlTableWriter::begin(std::span<const std::string> variables) {
  text_ += page_head;
  text_ += "<table><thead><tr>";
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
  text_ += "</tbody></table>";
  text_ += page_foot;
  flush();
}

void HtmlTableWriter::boolean(bool value) {
  text_ += page_head;
  text_ += value ? "<p>true</p>" : "<p>false</p>";
  text_ += page_foot;
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
