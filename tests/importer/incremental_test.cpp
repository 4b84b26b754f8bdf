#include "base/file.h"
#include "importer/importer.h"
#include "support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace tela;
using importer::Change;
using tela::tests::TemporaryFolder;

namespace {

std::string page(const std::string& id, const std::string& title) {
  return title + "\n\n  • Project Status\n    Active\n  • Projects ID\n    " + id +
         "\n  • Benefiting Member States\n    Belize Honduras\n\nA sentence about " + title + ".\n";
}

/// A folder of sources and the store that is built from it, again and again.
class Sources {
 public:
  void write(const std::string& name, std::string_view bytes) const {
    folder_.write("sources/" + name, bytes);
  }
  void remove(const std::string& name) const {
    std::filesystem::remove(folder_.path / "sources" / name);
  }

  [[nodiscard]] importer::ImportReport build() const { return build("store", {}); }

  [[nodiscard]] store::Store store() const { return store::Store::open(folder_.path / "store"); }

  /// Whether the store has the bytes that a build from nothing gives.
  [[nodiscard]] bool is_as_if_new() const {
    importer::ImportOptions anew;
    anew.full = true;
    (void)build("new", anew);
    return base::read_file(folder_.path / "store") == base::read_file(folder_.path / "new");
  }

 private:
  [[nodiscard]] importer::ImportReport build(const char* store,
                                             const importer::ImportOptions& options) const {
    const std::vector<std::string> sources{(folder_.path / "sources").string()};
    auto report = importer::import_sources(sources, folder_.path / store, options);
    REQUIRE_FALSE(report.failed());
    return report;
  }

  TemporaryFolder folder_;
};

std::size_t count(const importer::ImportReport& report, Change change) {
  return static_cast<std::size_t>(
      std::ranges::count(report.sources, change, &importer::SourceReport::change));
}

} // namespace

TEST_CASE("a second build reads only what is new or has changed") {
  const Sources sources;
  sources.write("a.txt", page("AA.0001", "Border posts"));
  sources.write("b.txt", page("BB.0002", "Travel documents"));
  sources.write("c.txt", page("CC.0003", "Labour mobility"));
  CHECK(sources.build().ledger.accepted == 3);

  sources.write("b.txt", page("BB.0002", "Travel documents for all"));
  sources.remove("c.txt");
  sources.write("d.txt", page("DD.0004", "Diaspora"));
  const auto report = sources.build();
  CHECK(report.ledger.accepted == 2);
  CHECK(report.unchanged == 1);
  CHECK(count(report, Change::added) == 1);
  CHECK(count(report, Change::changed) == 1);
  CHECK(count(report, Change::unchanged) == 1);
  REQUIRE(report.gone.size() == 1);
  CHECK(report.gone.front().ends_with("c.txt"));
  CHECK(sources.is_as_if_new());
}

TEST_CASE("a file that has only gone leaves no statement behind") {
  const Sources sources;
  sources.write("a.txt", page("AA.0001", "Border posts"));
  sources.write("b.txt", page("BB.0002", "Travel documents"));
  (void)sources.build();
  sources.remove("b.txt");
  const auto report = sources.build();
  CHECK(report.written);
  CHECK(report.ledger.read == 0);
  CHECK(sources.is_as_if_new());
}

TEST_CASE("files that share the graph of a record are read again together") {
  const Sources sources;
  sources.write("one/p.txt", page("AA.0001", "Border posts"));
  sources.write("two/p.txt", page("AA.0001", "Posts at the border"));
  sources.write("z.txt", page("ZZ.0001", "Diaspora"));
  (void)sources.build();
  sources.remove("two/p.txt");
  const auto report = sources.build();
  CHECK(report.ledger.accepted == 1);
  CHECK(report.unchanged == 1);
  CHECK(sources.is_as_if_new());
}

TEST_CASE("a table is read again when its mapping has changed") {
  const Sources sources;
  sources.write("t.csv", "Nombre,Clave,Nota\nFronteras,AA.0001,x\n");
  sources.write("t.csv.map", "Nombre = title\nClave = project_id\n");
  (void)sources.build();
  sources.write("t.csv.map", "Nombre = title\nClave = prima_id\n");
  CHECK(sources.build().ledger.accepted == 1);
  CHECK(sources.is_as_if_new());
}

TEST_CASE("RDF beside records is joined anew, its blank nodes too") {
  const Sources sources;
  sources.write("a.txt", page("AA.0001", "Border posts"));
  sources.write("m.ttl",
                "<http://example.org/a> <http://example.org/b> [ <http://example.org/c> 1 ] .");
  sources.write("n.trig", "<http://example.org/g> { _:x <http://example.org/b> 2 }");
  (void)sources.build();
  sources.write("b.txt", page("BB.0002", "Travel documents"));
  auto report = sources.build();
  CHECK(report.unchanged == 1);
  CHECK(sources.is_as_if_new());
  // Its graphs could be those of records.
  sources.remove("n.trig");
  report = sources.build();
  CHECK(report.unchanged == 0);
  CHECK(report.ledger.accepted == 2);
  CHECK(sources.is_as_if_new());
}

TEST_CASE("what was left out of the records is remembered with each source") {
  const Sources sources;
  sources.write("t.csv", "title,colour\nFronteras,red\nPuertos,blue\n");
  sources.write("u.csv", "title\nCaminos\n");
  CHECK(sources.build().ledger.unmapped.at("colour") == 2);
  sources.write("u.csv", "title\nCaminos\nPuentes\n");
  const auto report = sources.build();
  CHECK(report.ledger.unmapped.empty());
  REQUIRE(report.sources.size() == 2);
  CHECK(report.sources.front().is_copied);
  CHECK(report.sources.front().ledger.unmapped.at("colour") == 2);
  CHECK(sources.is_as_if_new());
}

TEST_CASE("a record that has only a Prima id joins the project that another source names") {
  const Sources sources;
  sources.write("a.csv", "title,prima_id\nPuestos,SV10P0560\n");
  sources.write("b.csv", "title,project_id,prima_id\nBorder posts,AA.0001,SV10P0560\n");
  CHECK(sources.build().ledger.accepted == 2);
  const auto project = [&](const std::string& id) {
    const auto store = sources.store();
    const auto found = store.find(rdf::iri("https://w3id.org/tela/project/" + id));
    const auto title = store.find(rdf::iri("http://purl.org/dc/terms/title"));
    return found && title ? store.count(rdf::Order::spo, std::array{*found, *title}) : 0;
  };
  CHECK(project("AA.0001") == 2);
  CHECK(project("SV10P0560") == 0);

  // What it is known by changes with the other source, not with its own.
  sources.write("b.csv", "title,project_id,prima_id\nBorder posts,BB.0002,SV10P0560\n");
  CHECK(sources.build().ledger.accepted == 2);
  CHECK(project("BB.0002") == 2);
  CHECK(sources.is_as_if_new());

  // The aliases of files that are not read again count, too.
  sources.write("c.csv", "title,prima_id\nPostes frontière,SV10P0560\n");
  const auto report = sources.build();
  CHECK(report.unchanged == 1);
  CHECK(project("BB.0002") == 3);
  CHECK(sources.is_as_if_new());

  // Two projects: nobody can tell.
  sources.write("d.csv", "title,project_id,prima_id\nOther posts,CC.0003,SV10P0560\n");
  CHECK(sources.build().warnings.count == 1);
  CHECK(project("SV10P0560") == 2);
  CHECK(sources.is_as_if_new());
}

TEST_CASE("a page and an IATI activity of one project are one resource") {
  const Sources sources;
  sources.write("page.txt", page("LM.0276", "Border posts"));
  sources.write(
      "iati.xml",
      "<iati-activities version='2.03'><iati-activity><iati-identifier>"
      "XM-DAC-47066-LM.0276</iati-identifier><title><narrative xml:lang='en'>Posts at the "
      "border</narrative></title><activity-status code='4'/></iati-activity>"
      "</iati-activities>");
  CHECK(sources.build().ledger.accepted == 2);
  const auto store = sources.store();
  const auto project = store.find(rdf::iri("https://w3id.org/tela/project/LM.0276"));
  const auto status = store.find(rdf::iri("https://w3id.org/tela/ontology#status"));
  const auto topic = store.find(rdf::iri("http://xmlns.com/foaf/0.1/primaryTopic"));
  REQUIRE((project && status && topic));
  CHECK(store.count(rdf::Order::spo, std::array{*project, *status}) == 2); // they disagree
  CHECK(store.count(rdf::Order::pos, std::array{*topic, *project}) == 2);  // both sources stand
}

TEST_CASE("a table joins an IATI activity by its identifier") {
  const Sources sources;
  sources.write("table.csv", "title,IATI identifier\nFerry,XX-1-A\nPuestos,XM-DAC-47066-LM.0276\n");
  sources.write("iati.xml", "<iati-activities version='2.03'><iati-activity><iati-identifier>XX-1-A"
                            "</iati-identifier><title><narrative>Un bac</narrative></title>"
                            "</iati-activity></iati-activities>");
  CHECK(sources.build().ledger.accepted == 3);
  const auto store = sources.store();
  const auto topic = store.find(rdf::iri("http://xmlns.com/foaf/0.1/primaryTopic"));
  const auto ferry = store.find(rdf::iri("https://w3id.org/tela/project/XX-1-A"));
  const auto posts = store.find(rdf::iri("https://w3id.org/tela/project/LM.0276"));
  REQUIRE((topic && ferry && posts));
  CHECK(store.count(rdf::Order::pos, std::array{*topic, *ferry}) == 2);
  CHECK(store.count(rdf::Order::pos, std::array{*topic, *posts}) == 1);
}
