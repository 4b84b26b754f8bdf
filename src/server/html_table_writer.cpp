#include "server/html_table_writer.h"

#include "publish/html.h"
#include "server/site_holder.h"

#include <algorithm>

namespace tela::server {

using sparql::results::Cell;

namespace {

constexpr std::size_t block = 32U << 10U;

void write_literal(publish::HtmlWriter& html, const rdf::TermView& literal) {
  if (literal.language.empty()) return html.text(literal.value);
  html.element("span", {{"lang", literal.language}}, literal.value);
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
  html_.begin("div", {{"class", "scroll"},
                      {"tabindex", "0"},
                      {"role", "group"},
                      {"aria-label", frame_.title.text[0]}});
  html_.begin("table");
  html_.element("thead", {}, [&] {
    html_.element("tr", {}, [&] {
      for (const std::string& variable : variables)
        html_.element("th", {{"scope", "col"}}, variable);
    });
  });
  html_.begin("tbody");
  html_.line();
}

void HtmlTableWriter::row(std::span<const Cell> cells) {
  html_.element("tr", {}, [&] {
    for (const Cell& cell : cells) html_.element("td", {}, [&] { write_cell(cell); });
  });
  html_.line();
  if (text_.size() >= block) flush();
}

void HtmlTableWriter::end() {
  for (int element = 0; element < 3; ++element) html_.end(); // tbody, table, div
  html_.line();
  end_page();
}

void HtmlTableWriter::boolean(bool value) {
  begin_page();
  html_.element("p", {}, value ? "true" : "false");
  html_.line();
  end_page();
}

void HtmlTableWriter::cut_short(std::string_view reason) {
  for (int element = 0; element < 3; ++element) html_.end(); // tbody, table, div
  html_.element("p", {}, [&] { html_.element("strong", {}, reason); });
  flush();
}

void HtmlTableWriter::begin_page() {
  publish::begin_page(html_, frame_);
  if (page_.preface) page_.preface(html_);
}

void HtmlTableWriter::end_page() {
  publish::end_page(html_, frame_);
  flush();
}

void HtmlTableWriter::write_cell(const Cell& cell) {
  if (!cell) return;
  if (cell->kind == rdf::TermKind::iri) write_iri(cell->value);
  if (cell->kind == rdf::TermKind::literal) write_literal(html_, *cell);
  if (cell->kind == rdf::TermKind::blank) {
    html_.text("_:");
    html_.text(cell->value);
  }
}

void HtmlTableWriter::write_iri(std::string_view iri) {
  const bool ours =
      !page_.base.empty() && iri.size() > page_.base.size() && iri.starts_with(page_.base);
  const std::string_view shown = ours ? iri.substr(page_.base.size()) : iri;
  if (ours)
    html_.element("a", {{"href", frame_.root + std::string(shown)}}, shown);
  else if (publish::is_web_address(iri))
    html_.element("a", {{"class", "out"}, {"rel", "noreferrer"}, {"href", iri}}, shown);
  else
    html_.text(shown);
}

void HtmlTableWriter::flush() {
  output_(text_);
  text_.clear();
}

} // namespace tela::server
