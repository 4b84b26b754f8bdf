#include "publish/ontology_terms.h"

#include "publish/page_path.h"
#include "rdf/namespaces.h"
#include "rdf/turtle_reader.h"
#include "vocabulary/ontology.h"
#include "vocabulary/reused.h"

#include <algorithm>

namespace tela::publish {

namespace {

constexpr std::string_view ontology_iri = "https://w3id.org/tela/ontology";
constexpr std::string_view reused_iri = "https://w3id.org/tela/ontology/reused";

void set(LocalText& text, const rdf::TermView& literal) {
  const auto language = std::ranges::find(language_tags, literal.language);
  if (language == language_tags.end()) return;
  const auto reader = static_cast<std::size_t>(language - language_tags.begin());
  text.text[reader] = literal.value;
  text.language[reader] = literal.language;
}

class TermSink final : public rdf::QuadSink {
 public:
  using Terms = std::map<std::string, OntologyTerm, std::less<>>;
  TermSink(Terms& terms, bool own) : terms_(terms), own_(own) {}

  void quad(const rdf::QuadView& quad) override {
    if (quad.subject.kind != rdf::TermKind::iri) return;
    OntologyTerm& term = terms_[std::string(quad.subject.value)];
    term.iri = quad.subject.value;
    term.own = own_;
    note(term, quad.predicate.value, quad.object);
  }

 private:
  static void note(OntologyTerm& term, std::string_view predicate, const rdf::TermView& object) {
    constexpr std::string_view rdfs = "http://www.w3.org/2000/01/rdf-schema#";
    constexpr std::string_view skos = "http://www.w3.org/2004/02/skos/core#";
    if (predicate == rdf::rdfs_label || predicate == vocabulary::dcterms::title)
      set(term.label, object);
    else if (predicate == std::string(skos) + "definition" ||
             predicate == std::string(skos) + "scopeNote" ||
             predicate == "http://purl.org/dc/terms/description")
      set(term.definition, object);
    else if (predicate == rdf::rdf_type)
      term.types.emplace_back(object.value);
    else if (predicate == std::string(rdfs) + "domain")
      term.domains.emplace_back(object.value);
    else if (predicate == std::string(rdfs) + "range")
      term.ranges.emplace_back(object.value);
    else if (predicate == std::string(rdfs) + "subClassOf" ||
             predicate == std::string(rdfs) + "subPropertyOf")
      term.broader.emplace_back(object.value);
  }

  Terms& terms_;
  bool own_;
};

} // namespace

OntologyTerms::OntologyTerms() {
  TermSink own(terms_, true);
  rdf::read_turtle("tela.ttl", vocabulary::ontology_document(), own);
  TermSink reused(terms_, false);
  rdf::read_turtle("reused.ttl", vocabulary::reused_terms_document(), reused);
  ontology_ = terms_.at(std::string(ontology_iri));
}

const OntologyTerm* OntologyTerms::find(std::string_view iri) const {
  const auto found = terms_.find(iri);
  return found == terms_.end() ? nullptr : &found->second;
}

std::string OntologyTerms::anchor_of(const OntologyTerm& term) {
  if (term.iri == ontology_iri || term.iri == reused_iri) return "main";
  if (term.own) return std::string(fragment_of(term.iri));
  std::string name = rdf::PrefixMap::standard().shortened(term.iri);
  for (char& c : name)
    if (c == ':') c = '-';
  return name.starts_with('<') ? anchor(term.iri) : name;
}

} // namespace tela::publish
