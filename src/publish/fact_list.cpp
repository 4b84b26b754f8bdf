#include "publish/fact_list.h"

#include "publish/html.h"
#include "publish/ui_text.h"
#include "rdf/namespaces.h"
#include "rdf/numeric.h"
#include "relations/store_reader.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>
#include <span>

namespace tela::publish {

namespace {

constexpr std::size_t longest_value = 2'000; // code points
constexpr std::size_t values_in_sight = 24;

// As people write it: canonical RDF has 1.0E0 for one.
std::string plain_double(const rdf::Term& literal) {
  const auto number = rdf::parse_numeric(literal.value, literal.datatype);
  if (!number || !std::isfinite(rdf::to_double(*number))) return literal.value;
  std::array<char, 32> digits{};
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), rdf::to_double(*number));
  return {digits.data(), end.ptr};
}

void append_literal(std::string& out, const rdf::Term& literal) {
  if (literal.datatype == rdf::xsd::double_) {
    append_html(out, plain_double(literal));
    return;
  }
  const Cut shown = cut(literal.value, longest_value);
  out += "<span dir=\"auto\"";
  if (!literal.language.empty()) {
    out += " lang=\"";
    append_html(out, literal.language);
    out += '"';
  }
  out += '>';
  append_html(out, shown.text);
  out += "</span>";
  if (shown.left_out == 0) return;
  (out += "… <small>") += std::to_string(shown.left_out) + ' ';
  append_phrase(out, ui::more_characters);
  out += "</small>";
}

void append_value(std::string& out, PageContext& page, rdf::Id value) {
  if (value.tag() == rdf::IdTag::iri || value.tag() == rdf::IdTag::blank)
    append_thing(out, page, value);
  else
    append_literal(out, page.naming.terms()(value));
}

void append_source_numbers(std::string& out, const PageContext& page,
                           const std::vector<rdf::Id>& graphs) {
  if (page.graphs.size() < 2 || graphs.empty()) return;
  out += "\u00A0<sup>"; // not alone on a line
  for (const rdf::Id graph : graphs) {
    const std::string number = std::to_string(page.source_number(graph));
    (((out += "<a href=\"#source-") += number) += "\">") += number;
    out += "</a> ";
  }
  out.back() = '<'; // in place of the last space
  out += "/sup>";
}

// A mention speaks of one statement, a membership of each by which its member takes part.
bool is_evidence_for(const PageContext& page, const Evidence& evidence, rdf::Id subject,
                     const Fact& fact) {
  if (evidence.subject != subject || evidence.object != fact.object) return false;
  return evidence.predicate.defined() ? evidence.predicate == fact.predicate
                                      : page.site.order()[fact.predicate].is_membership;
}

void append_labelled(std::string& out, PageContext& page, const Phrase& phrase, rdf::Id value) {
  if (!value.defined()) return;
  out += "<span>";
  append_phrase(out, phrase);
  out += ": ";
  append_value(out, page, value);
  out += "</span> ";
}

void append_evidence(std::string& out, PageContext& page, const Evidence& evidence) {
  out += "<div class=\"why\">";
  if (evidence.quote.defined()) {
    out += "<q>";
    append_literal(out, page.naming.terms()(evidence.quote));
    out += "</q> ";
  }
  if (evidence.basis.defined()) {
    append_value(out, page, evidence.basis);
    out += ' ';
  }
  append_labelled(out, page, ui::role, evidence.role);
  append_labelled(out, page, ui::rule, evidence.rule);
  append_labelled(out, page, ui::score, evidence.score);
  for (const rdf::Id source : evidence.sources) {
    out += "<br>";
    append_value(out, page, source);
  }
  out += "</div>";
}

void append_all_evidence(std::string& out, PageContext& page, rdf::Id subject, const Fact& fact) {
  const auto& all = page.content.evidence;
  const auto fits = [&](const Evidence& one) { return is_evidence_for(page, one, subject, fact); };
  if (std::ranges::none_of(all, fits)) return;
  out += "<details><summary>";
  append_phrase(out, ui::evidence);
  out += "</summary>";
  for (const Evidence& one : all)
    if (fits(one)) append_evidence(out, page, one);
  out += "</details>";
}

using Facts = std::span<const Fact* const>;

void append_values(std::string& out, PageContext& page, rdf::Id subject, Facts facts,
                   bool sources_apart) {
  for (const Fact* fact : facts) {
    out += "<li>";
    append_value(out, page, fact->object);
    if (sources_apart) append_source_numbers(out, page, fact->graphs);
    append_all_evidence(out, page, subject, *fact);
    out += "</li>";
  }
}

void append_property(std::string& out, PageContext& page, rdf::Id subject, Facts facts) {
  const bool sources_apart = std::ranges::any_of(
      facts, [&](const Fact* fact) { return fact->graphs != facts.front()->graphs; });
  out += "<dt>";
  append_thing(out, page, facts.front()->predicate);
  if (!sources_apart) append_source_numbers(out, page, facts.front()->graphs);
  out += "</dt><dd><ul>";
  const Facts in_sight = facts.first(std::min(values_in_sight, facts.size()));
  append_values(out, page, subject, in_sight, sources_apart);
  out += "</ul>";
  if (const Facts rest = facts.subspan(in_sight.size()); !rest.empty()) {
    out += "<details><summary>+ " + std::to_string(rest.size()) + "</summary><ul>";
    append_values(out, page, subject, rest, sources_apart);
    out += "</ul></details>";
  }
  out += "</dd>\n";
}

// The facts that are names, or that are not, in the order of PredicateOrder.
std::vector<const Fact*> ordered(const PageContext& page, const ResourceFacts& resource,
                                 bool names) {
  std::vector<const Fact*> result;
  for (const Fact& fact : resource.facts) {
    const PredicateRole role = page.site.order()[fact.predicate];
    if (role.is_tie && !page.content.ties.empty()) continue; // they have a table
    if (role.is_name == names) result.push_back(&fact);
  }
  std::ranges::stable_sort(result, {}, [&](const Fact* fact) {
    return std::pair(page.site.order()[fact->predicate].rank, fact->predicate);
  });
  return result;
}

// The first object of a statement about a graph; undefined where there is none.
rdf::Id about(const PageContext& page, rdf::Id graph, std::string_view predicate) {
  const auto& store = page.site.store();
  return relations::first_objects(store, relations::id_of(store, predicate), std::span(&graph, 1))
      .front();
}

void append_source(std::string& out, PageContext& page, rdf::Id graph) {
  if (!graph.defined()) {
    append_phrase(out, ui::in_dumps);
    return;
  }
  append_labelled(out, page, ui::graph, graph);
  if (const rdf::Id address = about(page, graph, vocabulary::dcterms::source); address.defined()) {
    out += "<br>";
    append_value(out, page, address);
  }
  if (const rdf::Id basis = about(page, graph, vocabulary::basis); basis.defined()) {
    out += "<br>";
    append_value(out, page, basis);
  }
  if (const rdf::Id file = about(page, graph, vocabulary::read_from); file.defined()) {
    out += "<br>";
    append_labelled(out, page, ui::file, file);
  }
}

} // namespace

void append_facts(std::string& out, PageContext& page, const ResourceFacts& resource) {
  const std::vector<const Fact*> facts = ordered(page, resource, false);
  if (facts.empty()) return;
  out += "<dl class=\"facts\">\n";
  for (std::size_t start = 0; start < facts.size();) {
    std::size_t end = start + 1;
    while (end < facts.size() && facts[end]->predicate == facts[start]->predicate) ++end;
    append_property(out, page, resource.resource, Facts(facts).subspan(start, end - start));
    start = end;
  }
  out += "</dl>\n";
  if (resource.left_out == 0) return;
  out += "<p>" + std::to_string(resource.left_out) + ' ';
  append_phrase(out, ui::more_values);
  out += "</p>\n";
}

void append_names(std::string& out, PageContext& page, const ResourceFacts& resource) {
  const std::vector<const Fact*> names = ordered(page, resource, true);
  std::set<std::pair<std::string, std::string>> seen;
  if (names.size() < 2) return;
  out += "<section aria-labelledby=\"names\"><h2 id=\"names\">";
  append_phrase(out, ui::names);
  out += "</h2><ul class=\"names\">";
  for (const Fact* name : names) {
    const rdf::Term& text = page.naming.terms()(name->object);
    if (!seen.emplace(text.value, text.language).second) continue;
    out += "<li>";
    if (!text.language.empty()) {
      out += "<b>";
      append_html(out, text.language);
      out += "</b> ";
    }
    append_value(out, page, name->object);
    out += "</li>";
  }
  out += "</ul></section>\n";
}

void append_sources(std::string& out, PageContext& page) {
  if (page.graphs.empty()) return;
  out += "<section aria-labelledby=\"sources\"><h2 id=\"sources\">";
  append_phrase(out, ui::sources);
  out += "</h2><ol class=\"sources\">";
  for (std::size_t i = 0; i < page.graphs.size(); ++i) {
    out += "<li id=\"source-" + std::to_string(i + 1) + "\">";
    append_source(out, page, page.graphs[i]);
    out += "</li>";
  }
  out += "</ol></section>\n";
}

} // namespace tela::publish
