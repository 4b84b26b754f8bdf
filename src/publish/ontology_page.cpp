#include "publish/ontology_page.h"

#include "publish/html.h"
#include "publish/page_frame.h"
#include "publish/ui_text.h"

#include <algorithm>

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

class Page {
 public:
  Page(const OntologyTerms& terms, const rdf::PrefixMap& prefixes)
      : terms_(terms), prefixes_(prefixes) {}

  void append_group(std::string& out, Group group, const Phrase& heading, std::string_view id) {
    (((out += "<section aria-labelledby=\"") += id) += "\"><h2 id=\"") += id;
    out += "\">";
    append_phrase(out, heading);
    out += "</h2>\n";
    for (const auto& [iri, term] : terms_.all())
      if (group_of(term) == group) append_term(out, term);
    out += "</section>\n";
  }

 private:
  void append_term(std::string& out, const OntologyTerm& term) {
    out += "<section class=\"part\" id=\"";
    append_html(out, OntologyTerms::anchor_of(term));
    out += "\"><h3>";
    append_local(out, term.label);
    out += " <code>";
    append_html(out, prefixes_.shortened(term.iri));
    out += "</code></h3>\n<p>";
    append_local(out, term.definition, "span", 1000);
    out += "</p>\n";
    append_links(out, ui::domain, term.domains);
    append_links(out, ui::range, term.ranges);
    append_links(out, ui::broader, term.broader);
    out += "</section>\n";
  }

  void append_links(std::string& out, const Phrase& phrase, const std::vector<std::string>& iris) {
    const auto named = [](const std::string& iri) { return iri.find(':') != std::string::npos; };
    if (std::ranges::none_of(iris, named)) return; // blank nodes: unions, which the Turtle has
    out += "<p class=\"ties\">";
    append_phrase(out, phrase);
    out += ':';
    for (const std::string& iri : iris)
      if (named(iri)) append_link(out, iri);
    out += "</p>\n";
  }

  void append_link(std::string& out, const std::string& iri) {
    const OntologyTerm* known = terms_.find(iri);
    out += " <a href=\"";
    append_html(out, known ? '#' + OntologyTerms::anchor_of(*known) : iri);
    out += known ? "\">" : "\" rel=\"external noopener\">";
    if (known)
      append_local(out, known->label);
    else
      append_html(out, prefixes_.shortened(iri));
    out += "</a>";
  }

  const OntologyTerms& terms_;
  const rdf::PrefixMap& prefixes_;
};

} // namespace

std::string ontology_page(const OntologyTerms& terms, const rdf::PrefixMap& prefixes,
                          const std::string& site_name) {
  std::string out;
  const OntologyTerm& ontology = terms.ontology();
  const Frame frame{ontology.label, site_name, "", "ontology.ttl", {}};
  begin_page(out, frame);
  out += "<h1>";
  append_local(out, ontology.label);
  out += "</h1>\n<p class=\"iri\"><code>";
  append_html(out, ontology.iri);
  out += "</code></p>\n<p class=\"lead\">";
  append_local(out, ontology.definition, "span", 1000);
  out += "</p>\n<p><a href=\"ontology.ttl\">Turtle</a> · <a href=\"reused.ttl\">";
  append_phrase(out, ui::borrowed);
  out += "</a> · <a href=\"shapes.ttl\">SHACL</a></p>\n";
  Page page(terms, prefixes);
  page.append_group(out, Group::classes, ui::classes, "classes");
  page.append_group(out, Group::properties, ui::properties, "properties");
  page.append_group(out, Group::concepts, ui::concepts, "concepts");
  page.append_group(out, Group::borrowed, ui::borrowed, "borrowed");
  end_page(out, frame);
  return out;
}

} // namespace tela::publish
