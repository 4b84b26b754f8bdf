#pragma once

#include "engine/database.h"
#include "publish/release.h"
#include "support/temporary_folder.h"

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace tela::tests {

/// A release of data given as TriG, in a temporary folder. Prefixes :, tela:, rdfs:, oa:, rdf: and
/// project: are declared; the base is https://w3id.org/tela/.
struct PublishedStore {
  TemporaryFolder folder;
  publish::ReleaseOptions options;
  publish::ReleaseReport report;

  explicit PublishedStore(const std::string& trig) {
    options.date = "2026-05-01";
    publish_again(trig);
  }

  void publish_again(const std::string& trig) {
    const auto file = folder.write("data.trig", prefixes + trig);
    const std::array files{engine::RdfFile{file, {}, std::nullopt, {}}};
    report = publish::publish(engine::Database::load(files), release(), options);
  }

  [[nodiscard]] std::filesystem::path release() const { return folder.path / "release"; }
  [[nodiscard]] bool has(std::string_view path) const {
    return std::filesystem::exists(release() / path);
  }
  [[nodiscard]] std::string text(std::string_view path) const {
    std::ifstream file(release() / path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  static constexpr const char* prefixes =
      "@prefix : <https://w3id.org/tela/> . @prefix project: <https://w3id.org/tela/project/> . "
      "@prefix state: <https://w3id.org/tela/state/> . "
      "@prefix tela: <https://w3id.org/tela/ontology#> . "
      "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . "
      "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . "
      "@prefix dcterms: <http://purl.org/dc/terms/> . "
      "@prefix org: <http://www.w3.org/ns/org#> . "
      "@prefix oa: <http://www.w3.org/ns/oa#> .\n";
};

} // namespace tela::tests
