#include "base/error.h"
#include "publish/catalogue_terms.h"
#include "publish/description.h"
#include "publish/embedded_site.h"
#include "publish/page_words.h"
#include "publish/statement_writer.h"
#include "rdf/prefix_map.h"
#include "rdf/turtle_reader.h"
#include "shapes/report_writer.h"
#include "shapes/validator.h"
#include "shapes/vocabulary.h"
#include "store/builder.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace tela::publish {

namespace {

using namespace terms; // NOLINT(google-build-using-namespace): its names are terms

// What the parts of a description conform to.
constexpr std::string_view dcat_ap = "http://data.europa.eu/r5r/";
constexpr std::string_view ontology = "https://w3id.org/tela/ontology";
constexpr std::string_view sparql_protocol = "https://www.w3.org/TR/sparql11-protocol/";

// Licences that the EU's table has, by their own address.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> eu_licences{
    {{"https://creativecommons.org/licenses/by/4.0/", "licence/CC_BY_4_0"},
     {"https://creativecommons.org/licenses/by-sa/4.0/", "licence/CC_BYSA_4_0"},
     {"https://creativecommons.org/publicdomain/zero/1.0/", "licence/CC0"},
     {"https://opendatacommons.org/licenses/odbl/1-0/", "licence/ODC_BL"}}};

std::string licence_iri(const ReleaseOptions& options) {
  const auto known = std::ranges::find(eu_licences, options.licence,
                                       &std::pair<std::string_view, std::string_view>::first);
  return known == eu_licences.end() ? options.licence : eu(known->second);
}

class Catalogue {
 public:
  Catalogue(const ReleaseFacts& facts, rdf::QuadSink& sink)
      : facts_(facts), options_(facts.options), write_(sink), name_(options_.base_iri + "dcat#") {}

  void write() {
    catalogue();
    dataset();
    period();
    for (std::size_t i = 0; i < facts_.downloads.size(); ++i) distribution(i);
    people();
    if (!options_.endpoint.empty()) service();
    elsewhere();
  }

 private:
  [[nodiscard]] std::string named(std::string_view local) const {
    return name_ + std::string(local);
  }
  [[nodiscard]] std::string publisher() const {
    return options_.publisher_iri.empty() ? named("publisher") : options_.publisher_iri;
  }

  // A resource that is described elsewhere: readers that look nothing up learn here what it is.
  void link(const std::string& predicate, const std::string& iri, const std::string& type) {
    write_.link(predicate, iri);
    types_[iri].insert(type);
  }

  void title() {
    const std::string_view title = options_.title;
    write_.phrase(dct("title"), {title, title, title});
  }
  void dates() {
    write_.value(dct("issued"), options_.date, xsd("date"));
    write_.value(dct("modified"), options_.date, xsd("date"));
  }
  void languages() {
    for (const std::string_view language : eu_languages())
      link(dct("language"), eu(language), dct("LinguisticSystem"));
  }
  void keywords_and_themes() {
    for (const Phrase& keyword : keywords()) write_.phrase(dcat("keyword"), keyword);
    for (const std::string& theme : options_.themes)
      link(dcat("theme"), eu("data-theme/" + theme), skos("Concept"));
  }

  void catalogue() {
    write_.about(named("catalogue"), dcat("Catalog"));
    title();
    write_.phrase(dct("description"), word("dataset-description"));
    write_.link(dct("publisher"), publisher());
    licence();
    write_.link(dcat("dataset"), named("dataset")).link(dcat("record"), named("record"));
    link(foaf("homepage"), options_.base_iri, foaf("Document"));
    link(dcat("themeTaxonomy"), eu("data-theme"), skos("ConceptScheme"));
    spatial();
    languages();
    dates();
    if (!options_.endpoint.empty()) write_.link(dcat("service"), named("endpoint"));
    write_.about(named("record"), dcat("CatalogRecord"));
    write_.link(foaf("primaryTopic"), named("dataset"));
    conforms_to(std::string(dcat_ap));
    dates();
  }

  void dataset() {
    write_.about(named("dataset"), dcat("Dataset"));
    title();
    write_.phrase(dct("description"), word("dataset-description"));
    write_.value(dct("identifier"), named("dataset"));
    write_.link(dct("publisher"), publisher());
    if (!options_.contact.empty()) write_.link(dcat("contactPoint"), named("contact"));
    keywords_and_themes();
    spatial();
    if (facts_.statistics.first_year) write_.link(dct("temporal"), named("period"));
    link(dct("accessRights"), eu("access-right/PUBLIC"), dct("RightsStatement"));
    conforms_to(std::string(ontology));
    link(dcat("landingPage"), options_.base_iri, foaf("Document"));
    languages();
    dates();
    for (std::size_t i = 0; i < facts_.downloads.size(); ++i)
      write_.link(dcat("distribution"), distribution_name(i));
  }

  [[nodiscard]] std::vector<std::string> places() const {
    if (!options_.spatial.empty()) return options_.spatial;
    return {"https://sws.geonames.org/6295630/"}; // the Earth
  }

  void spatial() {
    for (const std::string& place : places()) link(dct("spatial"), place, dct("Location"));
  }
  void licence() { link(dct("license"), licence_iri(options_), dct("LicenseDocument")); }
  void conforms_to(const std::string& standard) {
    link(dct("conformsTo"), standard, dct("Standard"));
  }

  void period() {
    if (!facts_.statistics.first_year) return;
    write_.about(named("period"), dct("PeriodOfTime"));
    write_.value(dcat("startDate"), std::to_string(*facts_.statistics.first_year), xsd("gYear"));
    write_.value(dcat("endDate"), std::to_string(*facts_.statistics.last_year), xsd("gYear"));
  }

  [[nodiscard]] std::string distribution_name(std::size_t number) const {
    std::string path = facts_.downloads[number].file.path;
    std::ranges::replace(path, '/', '-');
    return named(path);
  }

  void distribution(std::size_t number) {
    const Download& download = facts_.downloads[number];
    const std::string address = options_.base_iri + download.file.path;
    const std::string checksum = distribution_name(number) + "-sha256";
    const std::array titles{download.title(0), download.title(1), download.title(2)};
    write_.about(distribution_name(number), dcat("Distribution"));
    write_.phrase(dct("title"), {titles[0], titles[1], titles[2]});
    write_.phrase(dct("description"), download.description);
    link(dcat("accessURL"), address, rdfs_resource());
    link(dcat("downloadURL"), address, rdfs_resource());
    link(dcat("mediaType"), iana(download.media_type), dct("MediaType"));
    if (!download.packing.empty())
      link(dcat("compressFormat"), iana(download.packing), dct("MediaType"));
    if (!download.eu_format.empty())
      link(dct("format"), eu("file-type/" + download.eu_format), dct("MediaTypeOrExtent"));
    write_.number(dcat("byteSize"), download.file.bytes, xsd("nonNegativeInteger"));
    write_.link(spdx("checksum"), checksum);
    licence();
    if (!download.standard.empty()) conforms_to(download.standard);
    link(eu_availability(), stable(), skos("Concept"));
    dates();
    write_.about(checksum, spdx("Checksum"));
    link(spdx("algorithm"), spdx("checksumAlgorithm_sha256"), spdx("ChecksumAlgorithm"));
    write_.value(spdx("checksumValue"), download.file.sha256, xsd("hexBinary"));
  }
  static std::string iana(const std::string& media_type) {
    return "https://www.iana.org/assignments/media-types/" + media_type;
  }
  static std::string eu_availability() { return "http://data.europa.eu/r5r/availability"; }
  static std::string stable() { return eu("planned-availability/STABLE"); }
  static std::string rdfs_resource() { return "http://www.w3.org/2000/01/rdf-schema#Resource"; }

  void people() {
    write_.about(publisher(), foaf("Agent")).value(foaf("name"), options_.publisher);
    if (licence_iri(options_) != options_.licence) {
      write_.again(licence_iri(options_));
      link(skos("exactMatch"), options_.licence, dct("LicenseDocument"));
    }
    if (options_.contact.empty()) return;
    write_.about(named("contact"), vcard("Kind")).value(vcard("fn"), options_.publisher);
    link(vcard(options_.contact.starts_with("mailto:") ? "hasEmail" : "hasURL"), options_.contact,
         rdfs_resource());
  }

  void service() {
    write_.about(named("endpoint"), dcat("DataService"));
    write_.phrase(dct("title"),
                  {"SPARQL endpoint", "Point d’accès SPARQL", "Punto de acceso SPARQL"});
    link(dcat("endpointURL"), options_.endpoint, rdfs_resource());
    write_.link(dcat("servesDataset"), named("dataset"));
    write_.link(dct("publisher"), publisher());
    licence();
    if (!options_.contact.empty()) write_.link(dcat("contactPoint"), named("contact"));
    keywords_and_themes();
    conforms_to(std::string(sparql_protocol));
  }

  // What is pointed at, by its types; concepts and their scheme with the names DCAT-AP asks for.
  void elsewhere() {
    for (const auto& [iri, types] : types_)
      for (const std::string& type : types) write_.about(iri, type);
    write_.again(eu("data-theme"));
    write_.phrase(dct("title"), {"Data theme", "Thème de données", "Tema de datos"});
    if (!facts_.downloads.empty())
      write_.again(stable()).phrase(skos("prefLabel"), {"stable", "stable", "estable"});
    for (const std::string& theme : options_.themes)
      write_.again(eu("data-theme/" + theme))
          .phrase(skos("prefLabel"), data_theme_label(theme).value_or(Phrase{theme, theme, theme}));
  }

  const ReleaseFacts& facts_;
  const ReleaseOptions& options_;
  StatementWriter write_;
  std::string name_;
  std::map<std::string, std::set<std::string>> types_; // of what is described elsewhere
};

store::Store shapes_store() {
  store::Builder builder;
  for (const base::EmbeddedFile& file : embedded_site())
    if (file.name == "dcat-ap.ttl") rdf::read_turtle(file.name, file.content, builder);
  return store::Store::from_memory(builder.finish_in_memory());
}

} // namespace

void push_catalogue(const ReleaseFacts& facts, rdf::QuadSink& sink) {
  Catalogue(facts, sink).write();
}

std::vector<std::string> check_catalogue(const ReleaseFacts& facts) {
  store::Builder builder;
  push_catalogue(facts, builder);
  const auto data = store::Store::from_memory(builder.finish_in_memory());
  auto report = shapes::validate(data, shapes::read_shapes(shapes_store()));
  const auto wish = std::stable_partition(report.results.begin(), report.results.end(),
                                          [](const shapes::Result& result) {
                                            return result.severity.value == shapes::sh("Violation");
                                          });
  std::set<std::string> notes; // the same wish for two things is one
  for (auto at = wish; at != report.results.end(); ++at) notes.insert(at->messages.front().value);
  report.results.erase(wish, report.results.end());
  if (report.conforms()) return {notes.begin(), notes.end()};
  throw base::Error(base::Failure::input,
                    "the description of the release does not conform to DCAT-AP:\n" +
                        shapes::to_text(report, rdf::PrefixMap::standard()),
                    "see the options of tela publish");
}

} // namespace tela::publish
