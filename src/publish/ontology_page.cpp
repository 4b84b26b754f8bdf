#include "publish/ontology_page.h"

#include "publish/html.h"
#include "publish/ontology_diagram.h"
#include "publish/page_frame.h"

#include <algorithm>
#include <array>

namespace tela::publish {

namespace {

enum class Group { ontology, classes, properties, concepts, borrowed };

Group group_of(const OntologyTerm& term) {
  const auto is_a = [&](std::string_view ending) {
    return std::ranges::any_of(term.types,
                               [&](const std::string& type) { return type.ends_with(ending); });
  };
  if (is_a("#Ontology")) return Group::ontology;
  if (!term.own) return Group::borrowed;
  if (is_a("#Class")) return Group::classes;
  return is_a("Property") ? Group::properties : Group::concepts;
}

/// A group's heading, and the id of its section.
struct GroupHeading {
  Group group;
  WordKey key; ///< of word(), and the id
};
constexpr std::array headings{
    GroupHeading{Group::classes, "classes"}, GroupHeading{Group::properties, "properties"},
    GroupHeading{Group::concepts, "concepts"}, GroupHeading{Group::borrowed, "borrowed"}};

class Page {
 public:
  Page(HtmlWriter& html, const OntologyTerms& terms, const rdf::PrefixMap& prefixes)
      : html_(html), terms_(terms), prefixes_(prefixes) {}

  // All terms by name, each a link to where it is explained.
  void write_contents() {
    html_.element("nav", {{"class", "contents"}, {"aria-labelledby", "contents"}}, [&] {
      write_word(html_, "h2", {{"id", "contents"}}, "contents");
      for (const GroupHeading& heading : headings)
        html_.element("details", {}, [&] {
          write_word(html_, "summary", {}, heading.key);
          html_.element("p", {}, [&] {
            for_each(heading.group, [&](const OntologyTerm& term) {
              write_link(term.iri);
              html_.text(" ");
            });
          });
        });
    });
    html_.line();
  }

  void write_groups() {
    for (const GroupHeading& heading : headings) {
      html_.element("section", {{"aria-labelledby", heading.key.text()}}, [&] {
        write_word(html_, "h2", {{"id", heading.key.text()}}, heading.key);
        html_.line();
        for_each(heading.group, [&](const OntologyTerm& term) { write_term(term); });
      });
      html_.line();
    }
  }

 private:
  template<class Visit>
  void for_each(Group group, const Visit& visit) {
    for (const auto& [iri, term] : terms_.all())
      if (group_of(term) == group) visit(term);
  }

  void write_term(const OntologyTerm& term) {
    html_.element("section", {{"class", "part"}, {"id", OntologyTerms::anchor_of(term)}}, [&] {
      html_.element("h3", {}, [&] {
        write_local(html_, term.label);
        html_.text(" ");
        html_.element("code", {}, prefixes_.shortened(term.iri));
      });
      html_.line();
      html_.element("p", {}, [&] { write_local(html_, term.definition, "span", 1000); });
      html_.line();
      write_links("domain", term.domains);
      write_links("range", term.ranges);
      write_links("broader", term.broader);
      write_links("used-with", properties_of(term));
    });
    html_.line();
  }

  // The properties that are said of a class, so that it tells what to ask of its things.
  std::vector<std::string> properties_of(const OntologyTerm& term) const {
    std::vector<std::string> properties;
    for (const auto& [iri, other] : terms_.all())
      if (std::ranges::find(other.domains, term.iri) != other.domains.end())
        properties.push_back(iri);
    return properties;
  }

  void write_links(WordKey key, const std::vector<std::string>& iris) {
    const auto named = [](const std::string& iri) { return iri.find(':') != std::string::npos; };
    if (std::ranges::none_of(iris, named)) return; // blank nodes: unions, which the Turtle has
    html_.element("p", {{"class", "ties"}}, [&] {
      write_word(html_, key);
      html_.text(":");
      for (const std::string& iri : iris) {
        if (!named(iri)) continue;
        html_.text(" ");
        write_link(iri);
      }
    });
    html_.line();
  }

  void write_link(const std::string& iri) {
    if (const OntologyTerm* known = terms_.find(iri))
      html_.element("a", {{"href", '#' + OntologyTerms::anchor_of(*known)}},
                    [&] { write_local(html_, known->label); });
    else if (is_web_address(iri))
      html_.element("a", {{"href", iri}, {"rel", "external noopener"}}, prefixes_.shortened(iri));
    else
      html_.element("code", {}, prefixes_.shortened(iri));
  }

  HtmlWriter& html_;
  const OntologyTerms& terms_;
  const rdf::PrefixMap& prefixes_;
};

} // namespace

std::string ontology_page(const OntologyTerms& terms, const rdf::PrefixMap& prefixes,
                          const std::string& site_name) {
  std::string out;
  HtmlWriter html(out);
  const OntologyTerm& ontology = terms.ontology();
  const Frame frame{ontology.label, site_name, "", "ontology.ttl", {}, {}, ontology.definition};
  begin_page(html, frame);
  html.element("h1", {}, [&] { write_local(html, ontology.label); });
  html.line();
  html.element("p", {{"class", "iri"}}, [&] { html.element("code", {}, ontology.iri); });
  html.line();
  html.element("p", {{"class", "lead"}},
               [&] { write_local(html, ontology.definition, "span", 1000); });
  html.line();
  html.element("p", {}, [&] {
    html.element("a", {{"href", "ontology.ttl"}}, "Turtle");
    html.text(" · ");
    write_word(html, "a", {{"href", "reused.ttl"}}, "borrowed");
    html.text(" · ");
    html.element("a", {{"href", "shapes.ttl"}}, "SHACL");
  });
  html.line();
  Page page(html, terms, prefixes);
  page.write_contents();
  write_ontology_diagram(html, terms);
  page.write_groups();
  end_page(html, frame);
  return out;
}

} // namespace tela::publish
