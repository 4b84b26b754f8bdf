#include "server/html_table_writer.h"

#include "publish/html.h"
#include "server/site_holder.h"

#include <algorithm>

namespace tela::server {

using sparql::results::Cell;

namespace {

constexpr std::size_t block = 32U << 10U;

void append_literal(std::string& out, const rdf::TermView& literal) {
  if (literal.language.empty()) return publish::append_html(out, literal.value);
  out += "<span lang=\"";
  publish::append_html(out, literal.language);
  out += "\">";
  publish::append_html(out, literal.value);
  out += "</span>";
}

} // namespace

HtmlTableWriter::HtmlTableWriter(sparql::results::Output output, TablePage page)
    : output_(std::move(output)), page_(std::move(page)) {
  frame_.title = publish::same_for_all(page_.path.substr(page_.path.rfind('/') + 1));
  frame_.site_name = site_name;
  for (auto levels = std::ranges::count(page_.path, '/'); levels > 1; --levels)
    frame_.root += "../";
}

void HtmlTableWriter::begin(std::span<const std::string> variables) {
  begin_page();
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
  for (const Cell& cell : cells) append_cell(cell);
  text_ += "</tr>\n";
  if (text_.size() >= block) flush();
}

void HtmlTableWriter::end() {
  text_ += "</tbody></table></div>\n";
  publish::end_page(text_, frame_);
  flush();
}

void HtmlTableWriter::boolean(bool value) {
  begin_page();
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

void HtmlTableWriter::begin_page() {
  publish::begin_page(text_, frame_);
  text_ += page_.preface;
}

void HtmlTableWriter::append_cell(const Cell& cell) {
  text_ += "<td>";
  if (cell && cell->kind == rdf::TermKind::iri) append_iri(cell->value);
  if (cell && cell->kind == rdf::TermKind::literal) append_literal(text_, *cell);
  if (cell && cell->kind == rdf::TermKind::blank) {
    text_ += "_:";
    publish::append_html(text_, cell->value);
  }
  text_ += "</td>";
}

void HtmlTableWriter::append_iri(std::string_view iri) {
  const bool ours =
      !page_.base.empty() && iri.size() > page_.base.size() && iri.starts_with(page_.base);
  const bool link = ours || publish::is_web_address(iri);
  if (link) {
    text_ += ours ? "<a href=\"" : "<a class=\"out\" rel=\"noreferrer\" href=\"";
    if (ours) text_ += frame_.root;
    publish::append_html(text_, ours ? iri.substr(page_.base.size()) : iri);
    text_ += "\">";
  }
  publish::append_html(text_, ours ? iri.substr(page_.base.size()) : iri);
  if (link) text_ += "</a>";
}

void HtmlTableWriter::flush() {
  output_(text_);
  text_.clear();
}

} // namespace tela::server
