#pragma once

#include "publish/dumps.h"
#include "publish/release.h"
#include "publish/statistics.h"
#include "rdf/quad.h"

#include <string>
#include <vector>

namespace tela::publish {

/// What the descriptions of a release are made from.
struct ReleaseFacts {
  const ReleaseOptions& options; ///< base_iri is set
  const Statistics& statistics;
  const std::vector<Download>& downloads;
  std::uint64_t pages = 0;
  std::string example{}; ///< IRI of a resource
};

/// Pushes the description by DCAT-AP 3 (https://semiceu.github.io/DCAT-AP/releases/3.0.0/): a
/// catalogue with one dataset, a distribution for each download, a data service where there is an
/// endpoint. Media types, file types, licences, themes and languages are those of IANA and the EU's
/// authority tables.
void push_catalogue(const ReleaseFacts& facts, rdf::QuadSink& sink);

/// Pushes the description by VoID (https://www.w3.org/TR/void/) of the same dataset.
void push_void(const ReleaseFacts& facts, rdf::QuadSink& sink);

/// What DCAT-AP recommends and the catalogue lacks, a sentence each. Throws Error(input) that lists
/// what is wrong when it lacks what DCAT-AP makes mandatory (ontology/dcat-ap.ttl).
[[nodiscard]] std::vector<std::string> check_catalogue(const ReleaseFacts& facts);

} // namespace tela::publish
