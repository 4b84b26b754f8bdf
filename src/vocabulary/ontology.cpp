#include "vocabulary/ontology.h"

#include "vocabulary/embedded_ontology.h"

namespace tela::vocabulary {

namespace {

std::string_view document(std::string_view name) {
  for (const auto& file : embedded_ontology())
    if (file.name == name) return file.content;
  return {};
}

} // namespace

std::string_view ontology_document() {
  return document("tela.ttl");
}

std::string_view reused_terms_document() {
  return document("reused.ttl");
}

std::string_view shapes_document() {
  return document("shapes.ttl");
}

} // namespace tela::vocabulary
