#include "base/error.h"
#include "base/file.h"
#include "publish/release.h"
#include "published_store.h"
#include "rdf/turtle_reader.h"
#include "shapes/report_writer.h"
#include "shapes/validator.h"
#include "store/builder.h"
#include "support/paths.h"
#include "support/quad_list.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <atomic>

using namespace tela;
using tests::PublishedStore;

namespace {

constexpr const char* two_projects = R"(
:graph\/r1 {
  project:A a tela:Project ; rdfs:label "Aide au retour"@fr ; tela:beneficiary state:HN ;
    tela:budget <https://w3id.org/tela/project/A#budget> .
  <https://w3id.org/tela/project/A#budget> a tela:Budget ; tela:startYear 2015 .
}
:graph\/r2 { project:B a tela:Project ; rdfs:label "Return"@en , "Retour"@fr ; tela:beneficiary state:HN . }
:graph\/names { state:HN a tela:State ; rdfs:label "Honduras"@en . }
:graph\/provenance { :graph\/r1 dcterms:source <https://iom.int/node/1> . }
)";

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("every resource has a page at its IRI, with its parts on it") {
  const PublishedStore site(two_projects);
  CHECK(site.report.pages == 4); // two projects, a state, a record
  const std::string page = site.text("project/A.html");
  CHECK(contains(page, "<h1><span lang=\"fr\">Aide au retour</span></h1>"));
  CHECK(contains(page, "id=\"r-budget\""));
  CHECK(contains(page, "href=\"#r-budget\""));
  CHECK(contains(page, "href=\"../state/HN.html\""));
  CHECK(contains(page, "href=\"https://iom.int/node/1\"")); // where it was read
  CHECK(contains(page, "<span class=\"t es\" lang=\"es\">En breve</span>"));
}

TEST_CASE("a page shows what points to its resource") {
  const PublishedStore site(two_projects);
  const std::string page = site.text("state/HN.html");
  CHECK(contains(page, "href=\"../project/A.html\""));
  CHECK(contains(page, "href=\"../project/B.html\""));
}

TEST_CASE("a state's page begins with its projects, memberships and meetings, as tables") {
  const PublishedStore site(R"(
state:HN rdfs:label "Honduras"@en ; tela:capital "Tegucigalpa"@en ;
  <http://www.w3.org/2004/02/skos/core#notation> "340" .
state:SV rdfs:label "El Salvador"@en .
project:A rdfs:label "Old"@en ; tela:beneficiary state:HN , state:SV ; tela:startYear 2004 ; tela:endYear 2006 ;
  tela:budget <https://w3id.org/tela/project/A#b> .
<https://w3id.org/tela/project/A#b> <https://schema.org/value> 81500.00 ; <https://schema.org/currency> "USD" .
project:B rdfs:label "New"@en ; tela:otherBeneficiary state:HN ; tela:startYear 2019 ; tela:endYear 2019 .
:process\/rcm rdfs:label "RCM"@en .
:membership\/m a tela:Membership ; org:member state:HN ; org:organization :process\/rcm ; org:role tela:memberRole ;
  tela:startYear 1996 .
:meeting\/1 rdfs:label "First"@en ; tela:hostState state:HN ; tela:chairState state:HN ; tela:meetingOf :process\/rcm ;
  <https://schema.org/startDate> "2024-07-16"^^<http://www.w3.org/2001/XMLSchema#date> .)");
  const std::string page = site.text("state/HN.html");
  const auto at = [&](std::string_view text) { return page.find(text); };
  CHECK(at("New</") < at("Old</")); // the newest project first
  CHECK(at("id=\"projects\"") < at("id=\"member-of\""));
  CHECK(at("id=\"hosted\"") < at("id=\"facts\""));
  CHECK(contains(page, "2004–2006"));
  CHECK(contains(page, "<td class=\"span\">2019</td>")); // one year, once
  CHECK(contains(page, "81\u202F500\u00A0USD"));
  CHECK(contains(page, "SV.html")); // with whom
  CHECK(contains(page, "host state"));
  CHECK(contains(page, "<time datetime=\"2024-07-16\">"));
  CHECK(contains(page, "16 July 2024"));
  CHECK(contains(page, "process/rcm.html"));
  CHECK_FALSE(contains(page, "id=\"incoming\""));                   // every link stands in a table
  CHECK(at("<details class=\"identifiers\">") < page.rfind("340")); // codes are folded away
}

TEST_CASE("a process shows its members on a line of years") {
  const PublishedStore site(R"(
:process\/rcm rdfs:label "RCM"@en . state:HN rdfs:label "Honduras"@en . state:SV rdfs:label "El Salvador"@en .
state:GT rdfs:label "Guatemala"@en .
:m\/1 a tela:Membership ; org:organization :process\/rcm ; org:member state:HN ; org:role tela:memberRole ; tela:startYear 1996 .
:m\/2 a tela:Membership ; org:organization :process\/rcm ; org:member state:SV ; org:role tela:memberRole ; tela:startYear 1998 ; tela:endYear 2001 .
:m\/3 a tela:Membership ; org:organization :process\/rcm ; org:member state:GT ; org:role tela:chairRole ; tela:startYear 2016 .)");
  const std::string page = site.text("process/rcm.html");
  CHECK(contains(page, "<svg class=\"years\""));
  CHECK(contains(page, "class=\"role-0 open\"")); // a member until today, as far as is known
  CHECK(contains(page, "class=\"role-1\""));      // a chair of a year
  CHECK_FALSE(contains(page, "class=\"role-1 open\""));
  CHECK(contains(page, "Members and chairs"));
  CHECK_FALSE(contains(site.text("state/HN.html"), "<svg class=\"years\"")); // a body of one
}

TEST_CASE("lists of what readers come for are tables, and CSV beside") {
  const PublishedStore site(R"(
project:A a tela:Project ; rdfs:label "=1+2"@en ; tela:startYear 2004 ; tela:beneficiary state:HN .
state:HN rdfs:label "Honduras"@en .)");
  CHECK(contains(site.text("lists/k-project.html"), "<table class=\"rows\">"));
  CHECK(contains(site.text("lists/k-project.html"), "href=\"../lists/k-project.csv\""));
  CHECK(site.text("lists/k-project.csv") ==
        "iri,Project,Years,Status,Budget,States\r\n"
        "https://w3id.org/tela/project/A,\"'=1+2\",2004,,,Honduras\r\n");
  CHECK(contains(site.text("SHA256SUMS"), "  lists/k-project.csv\n"));
}

TEST_CASE("pages have their own address, a line for search engines, and one in each language") {
  const PublishedStore site(two_projects);
  const std::string page = site.text("state/HN.html");
  CHECK(contains(page, "<link rel=\"canonical\" href=\"https://w3id.org/tela/state/HN.html\"/>"));
  CHECK(contains(page, "hreflang=\"fr\" href=\"https://w3id.org/tela/state/HN.html?lang=fr\""));
  CHECK(contains(page, "<meta property=\"og:title\" content=\"Honduras\"/>"));
}

TEST_CASE("the first page tells what the data show, and how sure that is") {
  const PublishedStore site(R"(
state:HN a tela:State ; rdfs:label "Honduras"@en ; dcterms:identifier "HN" ;
  <http://www.w3.org/2003/01/geo/wgs84_pos#lat> 14.07 ; <http://www.w3.org/2003/01/geo/wgs84_pos#long> -87.19 .
state:SV a tela:State ; rdfs:label "El Salvador"@en , "Salvador"@fr ; dcterms:identifier "SV" .
project:A a tela:Project ; rdfs:label "Aide"@fr ; tela:beneficiary state:HN , state:SV .
:process\/rcm a tela:Process ; rdfs:label "RCM"@en .
:meeting\/1 a tela:Meeting ; tela:meetingOf :process\/rcm ; tela:basis tela:seenOnPage .
:meeting\/2 a tela:Meeting ; tela:meetingOf :process\/rcm ; tela:basis tela:generalKnowledge .
:meeting\/3 a tela:Meeting ; tela:basis tela:seenOnPage .)");
  const std::string page = site.text("index.html");
  CHECK(contains(page, "> share 1 projects, more than any other two states."));
  CHECK(contains(page, "<a href=\"process/rcm.html\">"));
  CHECK(contains(page, "</a> 2, <a href=\"ontology.html#generalKnowledge\">"));
  CHECK(contains(page, "src=\"pictures/map.fr.svg\""));
  CHECK(contains(site.text("pictures/map.fr.svg"), "États qui partagent des projets"));
  CHECK(contains(site.text("SHA256SUMS"), "  pictures/map.fr.svg\n"));
}

TEST_CASE("the Turtle beside the pages is the data, each statement once") {
  const PublishedStore site(two_projects);
  tests::QuadList pages;
  for (const auto* file : {"project/A.ttl", "project/B.ttl", "state/HN.ttl", "graph/r1.ttl"})
    rdf::read_turtle(file, site.text(file), pages);
  tests::QuadList dump;
  rdf::read_turtle("dump", site.text("dump/tela.ttl"), dump);
  auto expected = dump.lines(), found = pages.lines();
  std::ranges::sort(expected);
  std::ranges::sort(found);
  CHECK(found == expected);
}

TEST_CASE("evidence stands beside the statement it is for") {
  const PublishedStore site(R"(
:graph\/r { project:A rdfs:label "Aide"@fr ; tela:beneficiary state:HN .
  state:HN rdfs:label "Honduras"@en .
  <https://w3id.org/tela/graph/r#m> a tela:Mention ; rdf:subject project:A ; rdf:predicate tela:beneficiary ;
    rdf:object state:HN ; tela:rule "state-name" ; tela:score 0.95 ; oa:hasTarget <https://w3id.org/tela/graph/r#t> .
  <https://w3id.org/tela/graph/r#t> oa:hasSelector <https://w3id.org/tela/graph/r#s> .
  <https://w3id.org/tela/graph/r#s> oa:exact "du Honduras" . })");
  const std::string page = site.text("project/A.html");
  CHECK(contains(page, "<q><span dir=\"auto\">du Honduras</span></q>"));
  CHECK(contains(page, "0.95"));
  CHECK_FALSE(contains(site.text("state/HN.html"), "graph/r.html#r-m")); // a mention is no link
}

TEST_CASE("memberships say on the process's page how sure they are") {
  const PublishedStore site(R"(
:process\/rcm a tela:Process ; rdfs:label "RCM"@en ; tela:memberState state:HN ;
  <https://schema.org/foundingLocation> state:HN .
state:HN rdfs:label "Honduras"@en .
:membership\/rcm-HN-member a tela:Membership ; org:organization :process\/rcm ; org:member state:HN ;
  tela:basis tela:seenOnPage ; dcterms:source <https://crmsv.org/en/about-us> .)");
  const std::string page = site.text("process/rcm.html");
  const auto source = page.find("href=\"https://crmsv.org/en/about-us\"");
  REQUIRE(source != std::string::npos);
  CHECK(page.find("href=\"https://crmsv.org/en/about-us\"", source + 1) == std::string::npos);
  CHECK(contains(page, "ontology.html#seenOnPage"));
}

TEST_CASE("derived ties are a table, the strongest first, and have names") {
  const PublishedStore site(R"(
state:HN rdfs:label "Honduras"@en ; tela:tiedTo state:SV , state:AR .
state:SV rdfs:label "El Salvador"@en , "Salvador"@fr ; tela:tiedTo state:HN .
state:AR rdfs:label "Argentina"@en ; tela:tiedTo state:HN .
:tie\/p\/HN\/SV a tela:Tie ; tela:party state:HN , state:SV ; tela:tieKind tela:sharedProjects ;
  tela:sharedCount 5 ; tela:weight 5.0e0 ; <http://www.w3.org/ns/prov#wasDerivedFrom> project:A .
:tie\/m\/HN\/SV a tela:Tie ; tela:party state:HN , state:SV ; tela:tieKind tela:sharedMemberships ;
  tela:sharedCount 8 ; tela:weight 8.0e0 .
:tie\/m\/HN\/AR a tela:Tie ; tela:party state:AR , state:HN ; tela:tieKind tela:sharedMemberships ;
  tela:sharedCount 7 ; tela:weight 7.0e0 .
project:A rdfs:label "Aide"@fr .)");
  const std::string page = site.text("state/HN.html");
  const std::string table = page.substr(page.find("<table class=\"ties\">"));
  CHECK(table.find("SV.html") < table.find("AR.html"));
  CHECK(contains(table, "<td><a href=\"../tie/p/HN/SV.html\">5</a></td>"));
  CHECK(contains(table, "<td></td>"));                               // no project with Argentina
  CHECK_FALSE(contains(page, "id=\"incoming\""));                    // nothing else leads here
  CHECK_FALSE(contains(site.text("project/A.html"), "tie/p/HN/SV")); // nor are ties news there
  const std::string tie = site.text("tie/p/HN/SV.html");
  CHECK(contains(tie, "Honduras – El Salvador"));
  CHECK(contains(tie, "Honduras – Salvador"));
  CHECK(contains(tie, "<li>5</li>"));
  CHECK(contains(site.text("lists/k-tie.html"), "Honduras – El Salvador"));
}

TEST_CASE("ties of a thing with itself, with one party or without a number do no harm") {
  const PublishedStore site(R"(
state:HN rdfs:label "Honduras"@en ; tela:tiedTo state:HN .
:t1 a tela:Tie ; tela:party :t1 , :t2 . :t2 a tela:Tie ; tela:party :t2 , :t1 .
:t3 a tela:Tie ; tela:party state:HN . :t5 a tela:Tie ; tela:party state:HN , state:GT .
:t4 a tela:Tie ; tela:party state:HN , state:SV ; tela:tieKind tela:sharedProjects ;
  tela:sharedCount "many" ; tela:weight "NaN"^^<http://www.w3.org/2001/XMLSchema#double> .)");
  CHECK(contains(site.text("t1.html"), "<h1>t1 – t2</h1>"));
  CHECK(contains(site.text("state/HN.html"), ">0</a>"));
}

TEST_CASE("lists are headed by what there are many of") {
  const PublishedStore site(two_projects);
  CHECK(contains(site.text("lists/k-project.html"), "Proyectos"));
  CHECK(contains(site.text("index.html"), "Proyectos"));
}

TEST_CASE("hostile texts and names stay texts and become no paths") {
  const PublishedStore site(R"(
<https://w3id.org/tela/project/../../x> rdfs:label "<script>alert(1)</script>" ; tela:partner <javascript:alert%281%29> .
<https://w3id.org/tela/project/nul> rdfs:label "NUL: \u0000, RTL: \u202E, \u0085" .
<https://w3id.org/tela/project/a> rdfs:label "</script><!-- small \uFFFE\U0001FFFF\u0085" ; rdfs:label "petit"@fr .
<https://w3id.org/tela/project/A> rdfs:label "big" .)");
  CHECK(site.report.pages == 4);
  CHECK(contains(site.report.notes.front(), "RDF/XML")); // it cannot say such an IRI
  CHECK_FALSE(site.has("dump/tela.rdf"));
  std::size_t hashed = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(site.release())) {
    const std::string path = entry.path().string();
    if (!path.ends_with(".html")) continue;
    const std::string page = site.text(entry.path().lexically_relative(site.release()).string());
    CHECK_FALSE(contains(page, "<script>alert"));
    CHECK_FALSE(contains(page, "href=\"javascript:"));
    CHECK_FALSE(contains(page, "</script><!--"));
    for (const char* noncharacter : {"\xEF\xBF\xBE", "\xF0\x9F\xBF\xBF", "\xC2\x85"})
      CHECK_FALSE(contains(page, noncharacter));
    CHECK(page.find('\0') == std::string::npos);
    if (contains(path, "/resource/")) ++hashed;
  }
  CHECK(hashed == 3); // the first, the device, and the second of A and a
  CHECK_FALSE(std::filesystem::exists(site.folder.path / "x.html"));
}

TEST_CASE("a title of a megabyte makes a page, not a disaster") {
  const PublishedStore site("project:A rdfs:label \"" + std::string(1'000'000, 'x') + "\" .");
  const std::string page = site.text("project/A.html");
  CHECK(page.size() < 1'100'000); // once, in the JSON-LD
  CHECK(site.text("index.html").size() < 20'000);
  CHECK(site.text("project/A.ttl").size() > 1'000'000);
}

TEST_CASE("many incoming links go to pages of their own") {
  std::string trig = "state:HN rdfs:label \"Honduras\"@en .";
  for (int i = 0; i < 1100; ++i)
    trig += "project:P" + std::to_string(i) + " rdfs:label \"P\" ; tela:beneficiary state:HN .\n";
  const PublishedStore site(trig);
  CHECK(site.text("state/HN.html").size() < 30'000);
  CHECK(contains(site.text("state/HN.html"), "href=\"HN~1.html\""));
  CHECK(contains(site.text("state/HN~3.html"), "href=\"../project/P"));
  CHECK_FALSE(site.has("state/HN~4.html"));
}

TEST_CASE("the same data and date give the same bytes; the sums are those of the files") {
  PublishedStore site(two_projects);
  const std::string sums = site.text("SHA256SUMS");
  CHECK(contains(sums, "  project/A.html\n"));
  CHECK(contains(sums, "  dcat.ttl\n"));
  site.options.threads = 1;
  site.publish_again(two_projects);
  CHECK(site.text("SHA256SUMS") == sums);
}

TEST_CASE("equal data have one checksum as N-Quads, whatever their blank nodes are called") {
  PublishedStore site(R"(project:A rdfs:label "A" ; tela:partner _:x . _:x rdfs:label "X" .
                         project:B tela:partner _:y . _:y rdfs:label "Y" .)");
  const std::string dump = site.text("dump/tela.nq");
  CHECK(contains(dump, "_:c14n0"));
  site.publish_again(R"(_:y rdfs:label "X" . _:x rdfs:label "Y" . project:B tela:partner _:x .
                        project:A tela:partner _:y ; rdfs:label "A" .)");
  CHECK(site.text("dump/tela.nq") == dump);
  CHECK(contains(site.text("dcat.ttl"), "dcterms:conformsTo <https://www.w3.org/TR/rdf-canon/>"));
}

TEST_CASE("blank nodes that only exponential work could tell apart do not stop a release") {
  std::string ring;
  for (int i = 0; i < 1100; ++i)
    ring +=
        "_:b" + std::to_string(i) + " tela:partner _:b" + std::to_string((i + 1) % 1100) + " .\n";
  const PublishedStore site(ring);
  CHECK(std::ranges::any_of(site.report.notes, [](const std::string& note) {
    return contains(note, "not in canonical form");
  }));
  const std::string dump = site.text("dump/tela.nq");
  CHECK(std::ranges::count(dump, '\n') == 1100);
  CHECK_FALSE(contains(site.text("dcat.ttl"), "rdf-canon"));
}

TEST_CASE("what DCAT-AP recommends and a release lacks is said, and does not stop it") {
  PublishedStore site(two_projects);
  const auto wishes = [&] {
    return std::ranges::count_if(site.report.notes, [](const std::string& note) {
      return contains(note, "DCAT-AP recommends");
    });
  };
  CHECK(wishes() == 1); // a contact
  site.options.contact = "mailto:data@example.org";
  site.publish_again(two_projects);
  CHECK(wishes() == 0);
}

TEST_CASE("a release describes itself") {
  const PublishedStore site(two_projects);
  const std::string catalogue = site.text("dcat.ttl");
  CHECK(contains(catalogue, "dcat:byteSize"));
  CHECK(contains(catalogue, "https://www.iana.org/assignments/media-types/application/n-quads"));
  CHECK(contains(catalogue, "licence/CC_BY_4_0"));
  CHECK(contains(site.text("void.ttl"), "void:triples 13"));
  CHECK(contains(site.text(".htaccess"), "R=303"));
}

TEST_CASE("whatever a description points at has a type and a name, as DCAT-AP's shapes ask") {
  PublishedStore site(two_projects);
  site.options.contact = "mailto:data@example.org";
  site.options.endpoint = "https://example.org/sparql";
  site.publish_again(two_projects);
  const auto store_of = [](const std::string& name, const std::string& turtle) {
    store::Builder builder;
    rdf::read_turtle(name, turtle, builder);
    return store::Store::from_memory(builder.finish_in_memory());
  };
  const auto file = tests::source_folder() / "tests/publish/dcat_ap_shapes.ttl";
  const auto shapes = shapes::read_shapes(store_of(file.string(), base::read_file(file)));
  CHECK(shapes.notes.size() == 1); // the shape without a path
  const auto report = shapes::validate(store_of("dcat.ttl", site.text("dcat.ttl")), shapes);
  INFO(shapes::to_text(report, rdf::PrefixMap::standard()));
  CHECK(report.conforms());
  CHECK(report.focus_nodes > 10);
}

TEST_CASE("options that make no sense are refused before anything is written") {
  PublishedStore site(two_projects);
  site.options.licence = "do what you like";
  CHECK_THROWS_AS(site.publish_again(two_projects), base::Error);
  site.options.licence = "https://creativecommons.org/publicdomain/zero/1.0/";
  site.options.publisher = "";
  CHECK_THROWS_WITH(site.publish_again(two_projects), Catch::Contains("DCAT-AP"));
  site.options.publisher = "Somebody";
  site.options.base_iri = "https://example.org/x";
  CHECK_THROWS_AS(site.publish_again(two_projects), base::Error);
}

namespace {

/// A disk that has no room left after some files.
class FullDisk final : public base::FileSystem {
 public:
  explicit FullDisk(int files) : left_(files) {}
  std::unique_ptr<base::OutputFile> create(const std::filesystem::path& path) override {
    if (--left_ < 0) throw base::Error(base::Failure::input, "no space left");
    return real().create(path);
  }
  void rename(const std::filesystem::path& from, const std::filesystem::path& to) override {
    real().rename(from, to);
  }
  void remove(const std::filesystem::path& path) noexcept override { real().remove(path); }

 private:
  std::atomic<int> left_;
};

} // namespace

TEST_CASE("a disk without room leaves the old release, wherever it happens") {
  const PublishedStore site(two_projects);
  const std::string sums = site.text("SHA256SUMS");
  const int left = GENERATE(0, 1, 3, 8, 14, 30);
  FullDisk disk(left);
  const std::array files{engine::RdfFile{site.folder.path / "data.trig", {}, std::nullopt, {}}};
  CHECK_THROWS_AS(
      publish::publish(engine::Database::load(files), site.release(), site.options, disk),
      base::Error);
  CHECK(site.text("SHA256SUMS") == sums);
  CHECK(std::distance(std::filesystem::directory_iterator(site.folder.path), {}) == 2);
}

TEST_CASE("what a table leaves out is a link to the page that has it") {
  std::string states;
  for (const char* code : {"AA", "BB", "CC", "DD", "EE", "FF", "GG", "HH"})
    states += std::string(states.empty() ? "" : ", ") + "state:" + code;
  const PublishedStore site(
      "{ project:A a tela:Project ; rdfs:label \"Return\"@en ; tela:beneficiary " + states +
      " . }");
  CHECK(contains(site.text("lists/k-project.html"),
                 "<a href=\"../project/A.html\">+ 2<span class=\"heard\">"));
}

TEST_CASE("names that look the same where they are cut off show their ends in the picture") {
  const PublishedStore site(R"({
  :rcm a tela:Process ; rdfs:label "Regional Conference on Migration"@en .
  :rcm1 a tela:Meeting ; rdfs:label "Regional Conference on Migration, meeting 1"@en ; tela:meetingOf :rcm .
  :rcm2 a tela:Meeting ; rdfs:label "Regional Conference on Migration, meeting 2"@en ; tela:meetingOf :rcm .
})");
  const std::string page = site.text("rcm.html");
  CHECK(contains(page, ">Regional Conference</tspan>"));
  CHECK(contains(page, ">…meeting 1</tspan>"));
  CHECK(contains(page, ">…meeting 2</tspan>"));
}

TEST_CASE("the ontology's page draws its classes, and lines to where properties lead") {
  const PublishedStore site(two_projects);
  const std::string page = site.text("ontology.html");
  const std::size_t begin = page.find("<svg class=\"diagram\"");
  REQUIRE(begin != std::string::npos);
  const std::string diagram = page.substr(begin, page.find("</svg>", begin) - begin);
  CHECK(contains(diagram, "<a href=\"#Project\">"));
  CHECK(contains(diagram, "<a href=\"#Country\">"));
  CHECK_FALSE(contains(diagram, "<a href=\"#State\">")); // stands in the box of Country
  CHECK(contains(diagram, "<path class=\"line-"));
}
