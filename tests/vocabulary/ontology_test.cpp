#include "rdf/namespaces.h"
#include "rdf/turtle_reader.h"
#include "vocabulary/ontology.h"
#include "vocabulary/tela.h"

#include <catch2/catch.hpp>

#include <set>
#include <string>

using namespace tela;

namespace {

/// The languages in which each subject is labelled.
class Labels : public rdf::QuadSink {
 public:
  void quad(const rdf::QuadView& quad) override {
    if (quad.predicate.value == rdf::rdfs_label)
      labels_.emplace(quad.subject.value, quad.object.language);
  }
  [[nodiscard]] bool contains(std::string_view term, std::string_view language) const {
    return labels_.contains({std::string(term), std::string(language)});
  }

 private:
  std::set<std::pair<std::string, std::string>> labels_;
};

} // namespace

TEST_CASE("the program carries the ontology, and reads it itself") {
  Labels labels;
  CHECK(rdf::read_turtle("tela.ttl", vocabulary::ontology_document(), labels) > 0);
  CHECK(rdf::read_turtle("reused.ttl", vocabulary::reused_terms_document(), labels) > 0);
  CHECK(rdf::read_turtle("shapes.ttl", vocabulary::shapes_document(), labels) > 0);
  for (const auto* language : {"en", "fr", "es"}) {
    CHECK(labels.contains(vocabulary::classes::project, language));
    CHECK(labels.contains(vocabulary::beneficiary, language));
    CHECK(labels.contains("https://schema.org/mentions", language));
  }
}
