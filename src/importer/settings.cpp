#include "importer/settings.h"

#include "gazetteer/embedded_files.h"
#include "importer/content_hash.h"
#include "vocabulary/ontology.h"

namespace tela::importer {

namespace {

std::string knowledge() {
  std::string text;
  for (const auto& file : gazetteer::embedded_files()) text += file.content;
  text += vocabulary::ontology_document();
  text += vocabulary::reused_terms_document();
  return hash_text(text);
}

} // namespace

std::string settings_of(const ImportOptions& options) {
  static const std::string facts = knowledge();
  const bool single = options.reading.transactions == records::TransactionDetail::single;
  return "base " + options.base_iri + " program " TELA_VERSION " facts " + facts + " derived " +
         options.derivation.name + " rdf base " + options.rdf_base +
         (single ? " single transactions" : "");
}

std::string reading_settings_of(const ImportOptions& options) {
  ImportOptions reading = options;
  reading.derivation = {};
  reading.rdf_base.clear();
  return settings_of(reading);
}

} // namespace tela::importer
