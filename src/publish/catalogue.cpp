#include "base/error.h"
#include "publish/catalogue_terms.h"
#include "publish/description.h"
#include "publish/embedded_site.h"
#include "publish/statement_writer.h"
#include "rdf/prefix_map.h"
#include "rdf/turtle_reader.h"
#include "shapes/report_writer.h"
#include "shapes/validator.h"
#include "shapes/vocabulary.h"
#include "store/builder.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace tela::publish {

namespace {

using namespace terms; // NOLINT(google-build-using-namespace): its names are terms

// What the parts of a description conform to.
constexpr std::string_view dcat_ap = "http://data.europa.eu/r5r/";
constexpr std::string_view ontology = "https://w3id.org/tela/ontology";
constexpr std::string_view sparql_protocol = "https://www.w3.org/TR/sparql11-protocol/";

constexpr Phrase description{
    "Projects, states and regional processes of migration governance as one knowledge graph: who "
    "benefits, who takes part, who meets, with the source of each fact.",
    "Projets, États et processus régionaux de la gouvernance des migrations en un graphe de "
    "connaissances : qui bénéficie, qui participe, qui se réunit, avec la source de chaque fait.",
    "Proyectos, Estados y procesos regionales de la gobernanza de la migración como un grafo de "
    "conocimiento: quién se beneficia, quién participa, quién se reúne, con la fuente de cada "
    "dato."};

constexpr std::array<Phrase, 4> keywords{
    Phrase{"migration", "migration", "migración"},
    Phrase{"migration governance", "gouvernance des migrations", "gobernanza de la migración"},
    Phrase{"regional consultative processes", "processus consultatifs régionaux",
           "procesos consultivos regionales"},
    Phrase{"development projects", "projets de développement", "proyectos de desarrollo"}};

constexpr std::array<std::string_view, language_count> eu_languages{"language/ENG", "language/FRA",
                                                                    "language/SPA"};

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
    coverage();
    for (std::size_t i = 0; i < facts_.downloads.size(); ++i) distribution(i);
    people();
    if (!options_.endpoint.empty()) service();
    standards();
  }

 private:
  [[nodiscard]] std::string named(std::string_view local) const {
    return name_ + std::string(local);
  }
  [[nodiscard]] std::string publisher() const {
    return options_.publisher_iri.empty() ? named("publisher") : options_.publisher_iri;
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
    for (const std::string_view language : eu_languages) write_.link(dct("language"), eu(language));
  }
  void keywords_and_themes() {
    for (const Phrase& keyword : keywords) write_.phrase(dcat("keyword"), keyword);
    for (const std::string& theme : options_.themes)
      write_.link(dcat("theme"), eu("data-theme/" + theme));
  }

  void catalogue() {
    write_.about(named("catalogue"), dcat("Catalog"));
    title();
    write_.phrase(dct("description"), description);
    write_.link(dct("publisher"), publisher()).link(dct("license"), licence_iri(options_));
    write_.link(dcat("dataset"), named("dataset")).link(dcat("record"), named("record"));
    write_.link(foaf("homepage"), options_.base_iri);
    write_.link(dcat("themeTaxonomy"), eu("data-theme"));
    for (const std::string& place : places()) write_.link(dct("spatial"), place);
    languages();
    dates();
    if (!options_.endpoint.empty()) write_.link(dcat("service"), named("endpoint"));
    write_.about(named("record"), dcat("CatalogRecord"));
    write_.link(foaf("primaryTopic"), named("dataset"));
    write_.link(dct("conformsTo"), dcat_ap);
    dates();
  }

  void dataset() {
    write_.about(named("dataset"), dcat("Dataset"));
    title();
    write_.phrase(dct("description"), description);
    write_.value(dct("identifier"), named("dataset"));
    write_.link(dct("publisher"), publisher());
    if (!options_.contact.empty()) write_.link(dcat("contactPoint"), named("contact"));
    keywords_and_themes();
    for (const std::string& place : places()) write_.link(dct("spatial"), place);
    if (facts_.statistics.first_year) write_.link(dct("temporal"), named("period"));
    write_.link(dct("accessRights"), eu("access-right/PUBLIC"));
    write_.link(dct("conformsTo"), ontology);
    write_.link(dcat("landingPage"), options_.base_iri);
    languages();
    dates();
    for (std::size_t i = 0; i < facts_.downloads.size(); ++i)
      write_.link(dcat("distribution"), distribution_name(i));
  }

  [[nodiscard]] std::vector<std::string> places() const {
    if (!options_.spatial.empty()) return options_.spatial;
    return {"https://sws.geonames.org/6295630/"}; // the Earth
  }

  void coverage() {
    for (const std::string& place : places()) write_.about(place, dct("Location"));
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
    write_.link(dcat("accessURL"), address).link(dcat("downloadURL"), address);
    write_.link(dcat("mediaType"), iana(download.media_type));
    if (!download.packing.empty()) write_.link(dcat("compressFormat"), iana(download.packing));
    if (!download.eu_format.empty())
      write_.link(dct("format"), eu("file-type/" + download.eu_format));
    write_.number(dcat("byteSize"), download.file.bytes, xsd("nonNegativeInteger"));
    write_.link(spdx("checksum"), checksum).link(dct("license"), licence_iri(options_));
    if (!download.standard.empty()) write_.link(dct("conformsTo"), download.standard);
    write_.link(eu_availability(), eu("planned-availability/STABLE"));
    dates();
    write_.about(checksum, spdx("Checksum"));
    write_.link(spdx("algorithm"), spdx("checksumAlgorithm_sha256"));
    write_.value(spdx("checksumValue"), download.file.sha256, xsd("hexBinary"));
  }
  static std::string iana(const std::string& media_type) {
    return "https://www.iana.org/assignments/media-types/" + media_type;
  }
  static std::string eu_availability() { return "http://data.europa.eu/r5r/availability"; }

  void people() {
    write_.about(publisher(), foaf("Agent")).value(foaf("name"), options_.publisher);
    write_.about(licence_iri(options_), dct("LicenseDocument"));
    if (licence_iri(options_) != options_.licence)
      write_.link(skos("exactMatch"), options_.licence);
    if (options_.contact.empty()) return;
    write_.about(named("contact"), vcard("Kind")).value(vcard("fn"), options_.publisher);
    write_.link(vcard(options_.contact.starts_with("mailto:") ? "hasEmail" : "hasURL"),
                options_.contact);
  }

  void service() {
    write_.about(named("endpoint"), dcat("DataService"));
    write_.phrase(dct("title"),
                  {"SPARQL endpoint", "Point d’accès SPARQL", "Punto de acceso SPARQL"});
    write_.link(dcat("endpointURL"), options_.endpoint);
    write_.link(dcat("servesDataset"), named("dataset"));
    write_.link(dct("publisher"), publisher()).link(dct("license"), licence_iri(options_));
    if (!options_.contact.empty()) write_.link(dcat("contactPoint"), named("contact"));
    keywords_and_themes();
    write_.link(dct("conformsTo"), sparql_protocol);
  }

  void standards() {
    std::set<std::string> all{std::string(dcat_ap), std::string(ontology)};
    if (!options_.endpoint.empty()) all.emplace(sparql_protocol);
    for (const Download& download : facts_.downloads)
      if (!download.standard.empty()) all.insert(download.standard);
    for (const std::string& standard : all) write_.about(standard, dct("Standard"));
  }

  const ReleaseFacts& facts_;
  const ReleaseOptions& options_;
  StatementWriter write_;
  std::string name_;
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
  std::uint64_t ignored = 0;
  auto report = shapes::validate(data, shapes::read_shapes(shapes_store(), ignored));
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
