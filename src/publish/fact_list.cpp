#include "publish/fact_list.h"

#include "publish/html.h"
#include "publish/page_path.h"
#include "publish/page_words.h"
#include "relations/store_reader.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

#include <algorithm>
#include <set>
#include <span>

namespace tela::publish {

namespace {

constexpr std::size_t values_in_sight = 24;

void write_own_value(HtmlWriter& html, PageContext& page, rdf::Id value) {
  if (value.tag() == rdf::IdTag::iri || value.tag() == rdf::IdTag::blank)
    write_thing(html, page, value);
  else
    write_literal(html, page.naming.terms()(value));
}

void write_source_numbers(HtmlWriter& html, const PageContext& page,
                          const std::vector<rdf::Id>& graphs) {
  if (page.graphs.size() < 2 || graphs.empty()) return;
  html.text("\u00A0"); // not alone on a line
  html.element("sup", {}, [&] {
    for (std::size_t i = 0; i < graphs.size(); ++i) {
      if (i > 0) html.text(" ");
      const std::string number = std::to_string(page.source_number(graphs[i]));
      html.element("a", {{"href", "#source-" + number}}, number);
    }
  });
}

// A mention speaks of one statement, a membership of each by which its member takes part.
bool is_evidence_for(const PageContext& page, const Evidence& evidence, rdf::Id subject,
                     const Fact& fact) {
  if (evidence.subject != subject || evidence.object != fact.object) return false;
  return evidence.predicate.defined() ? evidence.predicate == fact.predicate
                                      : page.site.order()[fact.predicate].is_membership;
}

void write_labelled(HtmlWriter& html, PageContext& page, WordKey key, rdf::Id value) {
  if (!value.defined()) return;
  html.element("span", {}, [&] {
    write_word(html, key);
    html.text(": ");
    write_own_value(html, page, value);
  });
  html.text(" ");
}

void write_evidence(HtmlWriter& html, PageContext& page, const Evidence& evidence) {
  html.element("div", {{"class", "why"}}, [&] {
    if (evidence.quote.defined()) {
      html.element("q", {}, [&] { write_literal(html, page.naming.terms()(evidence.quote)); });
      html.text(" ");
    }
    if (evidence.basis.defined()) {
      write_own_value(html, page, evidence.basis);
      html.text(" ");
    }
    write_labelled(html, page, "role", evidence.role);
    write_labelled(html, page, "rule", evidence.rule);
    write_labelled(html, page, "score", evidence.score);
    for (const rdf::Id source : evidence.sources) {
      html.single("br");
      write_own_value(html, page, source);
    }
  });
}

// The name of what it is evidence for stands in the summary, so that a list of them can be told
// apart by ear.
void write_all_evidence(HtmlWriter& html, PageContext& page, rdf::Id subject, const Fact& fact) {
  const auto& all = page.content.evidence;
  const auto fits = [&](const Evidence& one) { return is_evidence_for(page, one, subject, fact); };
  if (std::ranges::none_of(all, fits)) return;
  html.element("details", {}, [&] {
    html.element("summary", {}, [&] {
      write_word(html, "evidence");
      html.element("span", {{"class", "heard"}}, [&] {
        html.text(": ");
        write_local(html, page.naming.name(fact.object), "span", 60);
      });
    });
    for (const Evidence& one : all)
      if (fits(one)) write_evidence(html, page, one);
  });
}

using Facts = std::span<const Fact* const>;

void write_values(HtmlWriter& html, PageContext& page, rdf::Id subject, Facts facts,
                  bool sources_apart) {
  html.element("ul", {}, [&] {
    for (const Fact* fact : facts)
      html.element("li", {}, [&] {
        write_own_value(html, page, fact->object);
        if (sources_apart) write_source_numbers(html, page, fact->graphs);
        write_all_evidence(html, page, subject, *fact);
      });
  });
}

// What readers call the property, with the ontology's explanation behind the link.
void write_property_name(HtmlWriter& html, PageContext& page, rdf::Id property) {
  const auto plain = plain_name_of(page.naming.terms()(property).value);
  if (!plain) return write_thing(html, page, property);
  html.element("a", {{"href", page.root + page.naming.address(property)}},
               [&] { write_phrase(html, *plain); });
}

void write_property(HtmlWriter& html, PageContext& page, rdf::Id subject, Facts facts) {
  const bool sources_apart = std::ranges::any_of(
      facts, [&](const Fact* fact) { return fact->graphs != facts.front()->graphs; });
  html.element("dt", {}, [&] {
    write_property_name(html, page, facts.front()->predicate);
    if (!sources_apart) write_source_numbers(html, page, facts.front()->graphs);
  });
  const Facts in_sight = facts.first(std::min(values_in_sight, facts.size()));
  html.element("dd", {}, [&] {
    write_values(html, page, subject, in_sight, sources_apart);
    const Facts rest = facts.subspan(in_sight.size());
    if (rest.empty()) return;
    html.element("details", {}, [&] {
      html.element("summary", {}, "+ " + std::to_string(rest.size()));
      write_values(html, page, subject, rest, sources_apart);
    });
  });
  html.line();
}

enum class FactKind { name, identifier, other };

FactKind kind_of(const PredicateRole& role) {
  if (role.is_name) return FactKind::name;
  return role.is_identifier ? FactKind::identifier : FactKind::other;
}

// The facts of one kind, in the order of PredicateOrder.
std::vector<const Fact*> ordered(const PageContext& page, const ResourceFacts& resource,
                                 FactKind kind) {
  std::vector<const Fact*> result;
  for (const Fact& fact : resource.facts) {
    const PredicateRole role = page.site.order()[fact.predicate];
    if (role.is_tie && !page.content.ties.empty()) continue; // they have a table
    if (kind_of(role) == kind) result.push_back(&fact);
  }
  std::ranges::stable_sort(result, {}, [&](const Fact* fact) {
    return std::pair(page.site.order()[fact->predicate].rank, fact->predicate);
  });
  return result;
}

void write_list(HtmlWriter& html, PageContext& page, rdf::Id subject, Facts facts) {
  if (facts.empty()) return;
  html.element("dl", {{"class", "facts"}}, [&] {
    html.line();
    for (std::size_t start = 0; start < facts.size();) {
      std::size_t end = start + 1;
      while (end < facts.size() && facts[end]->predicate == facts[start]->predicate) ++end;
      write_property(html, page, subject, facts.subspan(start, end - start));
      start = end;
    }
  });
  html.line();
}

// The first object of a statement about a graph; undefined where there is none.
rdf::Id about(const PageContext& page, rdf::Id graph, std::string_view predicate) {
  const auto& store = page.site.store();
  return relations::first_objects(store, relations::id_of(store, predicate), std::span(&graph, 1))
      .front();
}

void write_source(HtmlWriter& html, PageContext& page, rdf::Id graph) {
  if (!graph.defined()) return write_word(html, "in-dumps");
  write_labelled(html, page, "graph", graph);
  for (const std::string_view predicate : {vocabulary::dcterms::source, vocabulary::basis})
    if (const rdf::Id value = about(page, graph, predicate); value.defined()) {
      html.single("br");
      write_own_value(html, page, value);
    }
  if (const rdf::Id file = about(page, graph, vocabulary::read_from); file.defined()) {
    html.single("br");
    write_labelled(html, page, "file", file);
  }
}

} // namespace

bool has_facts(const PageContext& page, const ResourceFacts& resource) {
  return !ordered(page, resource, FactKind::other).empty();
}

void write_facts(HtmlWriter& html, PageContext& page, const ResourceFacts& resource) {
  write_list(html, page, resource.resource, ordered(page, resource, FactKind::other));
  if (resource.left_out == 0) return;
  html.element("p", {}, [&] {
    html.text(std::to_string(resource.left_out) + ' ');
    write_word(html, "more-values");
  });
  html.line();
}

void write_identifiers(HtmlWriter& html, PageContext& page, const ResourceFacts& resource) {
  html.element("details", {{"class", "identifiers"}}, [&] {
    write_word(html, "summary", {}, "identifiers");
    html.element("p", {{"class", "iri"}}, [&] {
      write_word(html, "address");
      html.text(": ");
      html.element("code", {}, [&] {
        html.text_cut(document_of(page.naming.terms()(resource.resource).value), 500);
      });
    });
    write_list(html, page, resource.resource, ordered(page, resource, FactKind::identifier));
  });
  html.line();
}

void write_names(HtmlWriter& html, PageContext& page, const ResourceFacts& resource) {
  const std::vector<const Fact*> names = ordered(page, resource, FactKind::name);
  std::set<std::pair<std::string, std::string>> seen;
  if (names.size() < 2) return;
  html.element("section", {{"aria-labelledby", "names"}}, [&] {
    write_word(html, "h2", {{"id", "names"}}, "names");
    html.element("ul", {{"class", "names"}}, [&] {
      for (const Fact* name : names) {
        const rdf::Term& text = page.naming.terms()(name->object);
        if (!seen.emplace(text.value, text.language).second) continue;
        html.element("li", {}, [&] {
          if (!text.language.empty()) html.element("b", {}, text.language);
          html.text(" ");
          write_own_value(html, page, name->object);
        });
      }
    });
  });
  html.line();
}

void write_sources(HtmlWriter& html, PageContext& page) {
  if (page.graphs.empty()) return;
  html.element("section", {{"aria-labelledby", "sources"}}, [&] {
    write_word(html, "h2", {{"id", "sources"}}, "sources");
    html.element("ol", {{"class", "sources"}}, [&] {
      for (std::size_t i = 0; i < page.graphs.size(); ++i)
        html.element("li", {{"id", "source-" + std::to_string(i + 1)}},
                     [&] { write_source(html, page, page.graphs[i]); });
    });
  });
  html.line();
}

} // namespace tela::publish
