#include "publish/sections.h"

#include "publish/html.h"
#include "publish/value_text.h"
#include "publish/years_picture.h"
#include "relations/store_reader.h"

#include <algorithm>
#include <unordered_map>

namespace tela::publish {

namespace {

constexpr std::size_t most_sorted = 2'000;
constexpr std::size_t most_rows = 100;
constexpr std::size_t rows_in_sight = 12;

bool leads_to(const Section& section, const IncomingLink& link) {
  return std::ranges::find(section.incoming, link.predicate) != section.incoming.end();
}

// A row for each thing, whatever the number of its links.
std::vector<Row> rows_of(const Section& section, const std::vector<IncomingLink>& links) {
  std::vector<Row> rows;
  std::unordered_map<rdf::Id, std::size_t> places;
  for (const IncomingLink& link : links) {
    if (!leads_to(section, link)) continue;
    const auto [place, is_new] = places.try_emplace(link.source, rows.size());
    if (is_new) rows.push_back({link.source, {}, {}});
    rows[place->second].relations.push_back(link.predicate);
  }
  return rows;
}

void read_rows(const PageContext& page, std::vector<Row>& rows) {
  std::vector<rdf::Id> ids;
  for (Row& row : rows) {
    read_row(page.site.store(), row);
    ids.push_back(row.thing);
    for (const auto& [property, value] : row.statements) ids.push_back(value);
  }
  page.naming.terms().prepare(std::move(ids));
}

void write_more(HtmlWriter& html, std::string_view all_links) {
  html.element("p", {}, [&] {
    write_word(html, "a", {{"class", "more"}, {"href", all_links}}, "all-links");
  });
  html.line();
}

// The first rows, and those behind them to open, so that the next section is not far.
void write_folded(HtmlWriter& html, PageContext& page, const Section& section,
                  std::span<const Row> rows) {
  const rdf::Id self = page.content.resources.front().resource;
  const auto write = [&](std::span<const Row> some) {
    write_rows(html, page, section.plan->id, section.columns, some, self);
  };
  const auto in_sight = rows.first(std::min(rows.size(), rows_in_sight));
  write(in_sight);
  if (const auto rest = rows.subspan(in_sight.size()); !rest.empty())
    html.element("details", {}, [&] {
      html.element("summary", {}, "+ " + std::to_string(rest.size()));
      write(rest);
    });
}

// Whether rows were left out.
bool write_section(HtmlWriter& html, PageContext& page, const Section& section,
                   std::vector<Row> rows, std::string_view all_links) {
  const std::size_t count = rows.size();
  rows.resize(std::min(rows.size(), most_sorted));
  read_rows(page, rows);
  sort_rows(page, section.columns, section.plan->order, rows);
  const std::size_t shown = std::min(rows.size(), most_rows);
  const std::string& id = section.plan->id;
  html.element("section", {{"aria-labelledby", id}}, [&] {
    html.element("h2", {{"id", id}}, [&] {
      write_phrase(html, planned_word(section.plan->title));
      html.text(" ");
      html.element("small", {}, grouped(count));
    });
    html.line();
    if (section.plan->years_picture)
      write_years_picture(html, page, section.columns, rows, section.plan->lasting);
    write_folded(html, page, section, std::span(rows).first(shown));
    if (shown < count) write_more(html, all_links);
  });
  html.line();
  return shown < count;
}

} // namespace

Sections::Sections(const store::Store& store) {
  for (const SectionPlan& plan : page_plan().sections) {
    Section section{&plan, {}, columns_of(store, plan.columns)};
    for (const std::string& iri : plan.incoming)
      if (const rdf::Id id = relations::id_of(store, iri); id.defined())
        section.incoming.push_back(id);
    if (!section.incoming.empty()) all_.push_back(std::move(section));
  }
}

SectionsWritten write_sections(HtmlWriter& html, PageContext& page, const Sections& sections,
                               const std::vector<IncomingLink>& links, std::string_view all_links) {
  std::vector<IncomingLink> all = links;
  all.insert(all.end(), page.content.memberships.begin(), page.content.memberships.end());
  SectionsWritten result;
  if (all.empty()) return result;
  for (const Section& section : sections.all())
    if (std::vector<Row> rows = rows_of(section, all); !rows.empty())
      result.cut_short |= write_section(html, page, section, std::move(rows), all_links);
  std::ranges::copy_if(links, std::back_inserter(result.others), [&](const IncomingLink& link) {
    return std::ranges::none_of(sections.all(),
                                [&](const Section& section) { return leads_to(section, link); });
  });
  return result;
}

} // namespace tela::publish
