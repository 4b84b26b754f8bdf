#include "publish/tie_table.h"

#include "publish/html.h"
#include "publish/ui_text.h"

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

void append_number(std::string& out, PageContext& page, const DerivedTie& tie) {
  const std::string number = std::to_string(tie.shared);
  const std::string address = page.naming.address(tie.tie);
  if (address.empty()) {
    out += number;
    return;
  }
  out += "<a href=\"" + page.root;
  append_html(out, address);
  out += "\">" + number + "</a>";
}

void append_row(std::string& out, PageContext& page, const Bond& bond, const KindIds& kinds) {
  out += "<tr><th scope=\"row\">";
  append_thing(out, page, bond.other);
  out += "</th>";
  for (const rdf::Id kind : kinds) {
    out += "<td>";
    const auto tie = std::ranges::find(bond.ties, kind, &DerivedTie::kind);
    if (tie != bond.ties.end()) append_number(out, page, **tie);
    out += "</td>";
  }
  out += "</tr>\n";
}

void append_table(std::string& out, PageContext& page, std::span<const Bond> bonds,
                  const KindIds& kinds) {
  out += "<div class=\"scroll\" role=\"group\" aria-labelledby=\"ties\" tabindex=\"0\">"
         "<table class=\"ties\"><thead><tr><th scope=\"col\">";
  append_phrase(out, ui::tied_to);
  out += "</th>";
  for (const rdf::Id kind : kinds) {
    out += "<th scope=\"col\">";
    append_thing(out, page, kind);
    out += "</th>";
  }
  out += "</tr></thead><tbody>\n";
  for (const Bond& bond : bonds) append_row(out, page, bond, kinds);
  out += "</tbody></table></div>";
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

void append_ties(std::string& out, PageContext& page) {
  if (page.content.ties.empty()) return;
  const std::vector<Bond> bonds = strongest_bonds(page.content);
  const KindIds kinds = kinds_of(page.content.ties);
  const std::span<const Bond> all(bonds);
  const auto in_sight = all.first(std::min(bonds_in_sight, all.size()));
  out += "<section aria-labelledby=\"ties\"><h2 id=\"ties\">";
  append_phrase(out, ui::strongest_ties);
  out += " <small>" + std::to_string(bonds.size()) + "</small></h2>\n";
  append_table(out, page, in_sight, kinds);
  if (const auto rest = all.subspan(in_sight.size()); !rest.empty()) {
    out += "<details><summary>+ " + std::to_string(rest.size()) + "</summary>";
    append_table(out, page, rest, kinds);
    out += "</details>";
  }
  append_left_out(out, page.content.ties_left_out);
  out += "</section>\n";
}

} // namespace tela::publish
