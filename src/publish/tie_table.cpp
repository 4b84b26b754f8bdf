#include "publish/tie_table.h"

#include "publish/html.h"

#include <algorithm>
#include <map>
#include <span>

namespace tela::publish {

namespace {

constexpr std::size_t bonds_in_sight = 12;

using KindIds = std::vector<rdf::Id>;

// The kinds of ties, the one with the most shared things first.
KindIds kinds_of(const std::vector<DerivedTie>& ties) {
  std::map<rdf::Id, std::uint64_t> shared;
  for (const DerivedTie& tie : ties) shared[tie.kind] += tie.shared;
  KindIds kinds;
  for (const auto& [kind, sum] : shared) kinds.push_back(kind);
  std::ranges::stable_sort(kinds, std::ranges::greater(),
                           [&](rdf::Id kind) { return shared[kind]; });
  return kinds;
}

void write_number(HtmlWriter& html, PageContext& page, const DerivedTie& tie) {
  const std::string number = std::to_string(tie.shared);
  const std::string address = page.naming.address(tie.tie);
  if (address.empty())
    html.text(number);
  else
    html.element("a", {{"href", page.root + address}}, number);
}

void write_row(HtmlWriter& html, PageContext& page, const Bond& bond, const KindIds& kinds) {
  html.element("tr", {}, [&] {
    html.element("th", {{"scope", "row"}}, [&] { write_thing(html, page, bond.other); });
    for (const rdf::Id kind : kinds)
      html.element("td", {}, [&] {
        const auto tie = std::ranges::find(bond.ties, kind, &DerivedTie::kind);
        if (tie != bond.ties.end()) write_number(html, page, **tie);
      });
  });
  html.line();
}

void write_head(HtmlWriter& html, PageContext& page, const KindIds& kinds) {
  html.element("thead", {}, [&] {
    html.element("tr", {}, [&] {
      write_word(html, "th", {{"scope", "col"}}, "tied-to");
      for (const rdf::Id kind : kinds)
        html.element("th", {{"scope", "col"}}, [&] { write_thing(html, page, kind); });
    });
  });
}

void write_table(HtmlWriter& html, PageContext& page, std::span<const Bond> bonds,
                 const KindIds& kinds) {
  html.element(
      "div",
      {{"class", "scroll"}, {"role", "group"}, {"aria-labelledby", "ties"}, {"tabindex", "0"}},
      [&] {
        html.element("table", {{"class", "ties"}}, [&] {
          write_head(html, page, kinds);
          html.element("tbody", {}, [&] {
            html.line();
            for (const Bond& bond : bonds) write_row(html, page, bond, kinds);
          });
        });
      });
}

} // namespace

std::vector<Bond> strongest_bonds(const PageContent& content) {
  std::map<rdf::Id, Bond> by_other;
  for (const DerivedTie& tie : content.ties) {
    Bond& bond = by_other[tie.other];
    bond.other = tie.other;
    bond.weight += tie.weight;
    bond.ties.push_back(&tie);
  }
  std::vector<Bond> bonds;
  bonds.reserve(by_other.size());
  for (auto& [other, bond] : by_other) bonds.push_back(std::move(bond));
  std::ranges::stable_sort(bonds, std::ranges::greater(), &Bond::weight);
  return bonds;
}

void write_ties(HtmlWriter& html, PageContext& page) {
  if (page.content.ties.empty()) return;
  const std::vector<Bond> bonds = strongest_bonds(page.content);
  const KindIds kinds = kinds_of(page.content.ties);
  const std::span<const Bond> all(bonds);
  const auto in_sight = all.first(std::min(bonds_in_sight, all.size()));
  html.element("section", {{"aria-labelledby", "ties"}}, [&] {
    html.element("h2", {{"id", "ties"}}, [&] {
      write_word(html, "strongest-ties");
      html.text(" ");
      html.element("small", {}, std::to_string(bonds.size()));
    });
    html.line();
    write_table(html, page, in_sight, kinds);
    if (const auto rest = all.subspan(in_sight.size()); !rest.empty())
      html.element("details", {}, [&] {
        html.element("summary", {}, "+ " + std::to_string(rest.size()));
        write_table(html, page, rest, kinds);
      });
    write_left_out(html, page.content.ties_left_out);
  });
  html.line();
}

} // namespace tela::publish
