#include "base/file.h"
#include "importer/importer.h"
#include "support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <random>

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
  importer::ImportOptions options;

  void write(const std::string& name, std::string_view bytes) const {
    folder_.write("sources/" + name, bytes);
  }
  void remove(const std::string& name) const {
    std::filesystem::remove(folder_.path / "sources" / name);
  }

  void rename(const std::string& from, const std::string& to) const {
    std::filesystem::rename(folder_.path / "sources" / from, folder_.path / "sources" / to);
  }

  /// Names below the folder, sorted.
  [[nodiscard]] std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(folder_.path / "sources"))
      if (entry.is_regular_file())
        names.push_back(entry.path().lexically_relative(folder_.path / "sources").string());
    std::ranges::sort(names);
    return names;
  }

  [[nodiscard]] importer::ImportReport build() const { return build("store", options); }

  [[nodiscard]] store::Store store() const { return store::Store::open(folder_.path / "store"); }

  /// Whether the store has the bytes that a build from nothing gives.
  [[nodiscard]] bool is_as_if_new() const {
    (void)build_anew();
    return base::read_file(folder_.path / "store") == base::read_file(folder_.path / "new");
  }

 private:
  [[nodiscard]] importer::ImportReport build_anew() const {
    importer::ImportOptions anew = options;
    anew.full = true;
    return build("new", anew);
  }

  [[nodiscard]] importer::ImportReport build(const char* store,
                                             const importer::ImportOptions& how) const {
    const std::vector<std::string> sources{(folder_.path / "sources").string()};
    auto report = importer::import_sources(sources, folder_.path / store, how);
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
  const auto of_one_page = [](const std::string& title) {
    return "<records><record kind=\"article\" address=\"https://example.org/p\"><title>" + title +
           "</title></record></records>";
  };
  sources.write("one/p.xml", of_one_page("Border posts"));
  sources.write("two/p.xml", of_one_page("Posts at the border"));
  sources.write("z.txt", page("ZZ.0001", "Diaspora"));
  (void)sources.build();
  sources.remove("two/p.xml");
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
  sources.remove("n.trig");
  report = sources.build();
  CHECK(report.unchanged == 2);
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

namespace {

/// Files of every kind that speak of a few projects, so that graphs and aliases are shared.
class RandomFiles {
 public:
  RandomFiles(const Sources& sources, unsigned seed) : sources_(sources), random_(seed) {}

  void write_one() {
    const std::string name = names[pick(names.size())];
    sources_.write(name, content(std::filesystem::path(name).extension().string()));
  }
  void remove_one() {
    if (const auto name = a_file()) sources_.remove(*name);
  }
  void rename_one() {
    const auto name = a_file();
    if (!name) return;
    const std::filesystem::path path(*name);
    sources_.rename(*name, path.stem().string() + "-" + std::to_string(pick(3)) +
                               path.extension().string());
  }

 private:
  static constexpr std::array names{"a.txt", "x/a.txt", "b.txt",  "t.csv",  "u.csv", "v.csv",
                                    "i.xml", "m.ttl",   "n.trig", "o.trig", "p.nq",  "q.rdf"};

  std::size_t pick(std::size_t below) { return random_() % below; }
  std::string project() { return "AA.000" + std::to_string(pick(5)); }
  std::string prima() { return "SV10P056" + std::to_string(pick(3)); }
  std::string word() { return "word " + std::to_string(pick(20)); }

  std::optional<std::string> a_file() {
    const auto all = sources_.files();
    if (all.empty()) return std::nullopt;
    return all[pick(all.size())];
  }

  std::string content(const std::string& extension) {
    if (extension == ".txt") return page(project(), word());
    if (extension == ".csv") return table();
    if (extension == ".xml")
      return "<iati-activities version='2.03'><iati-activity><iati-identifier>XM-DAC-47066-" +
             project() + "</iati-identifier><title><narrative>" + word() +
             "</narrative></title></iati-activity></iati-activities>";
    if (extension == ".rdf")
      return "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:e='urn:e:'>"
             "<r:Description><e:p r:parseType='Resource'><e:q>" +
             word() + "</e:q></e:p></r:Description></r:RDF>";
    const std::string statement = "_:x <urn:p> [ <urn:q> \"" + word() + "\" ] .";
    if (extension == ".ttl")
      return "@prefix e" + std::to_string(pick(2)) + ": <urn:e> . " + statement;
    const std::string graph = "<urn:g" + std::to_string(pick(3)) + ">";
    if (extension == ".nq") return "_:x <urn:p> \"" + word() + "\" " + graph + " .\n";
    return "@prefix e0: <urn:" + extension + "> . " + graph + " { " + statement + " } " + statement;
  }

  std::string table() {
    std::string text = "title,project_id,prima_id\n";
    for (std::size_t i = pick(4); i > 0; --i)
      text += word() + "," + (pick(2) == 0 ? project() : "") + "," + prima() + "\n";
    return text + word() + "," + project() + ",\n";
  }

  const Sources& sources_;
  std::mt19937 random_;
};

std::uint64_t records_of(const importer::ImportReport& report) {
  std::uint64_t records = 0;
  for (const auto& source : report.sources) records += source.ledger.accepted;
  return records;
}

} // namespace

TEST_CASE("what follows from the sources follows anew from those that have changed") {
  Sources sources;
  sources.options.derivation = {"count", [](const store::Store& store, rdf::QuadSink& sink) {
                                  const std::string count = std::to_string(store.counts().quads);
                                  sink.quad({rdf::iri("urn:store"), rdf::iri("urn:quads"),
                                             rdf::literal(count),
                                             rdf::iri("https://w3id.org/tela/graph/derived")});
                                }};
  sources.write("a.txt", page("AA.0001", "Border posts"));
  sources.write("b.txt", page("BB.0002", "Travel documents"));
  (void)sources.build();
  sources.write("a.txt", page("AA.0003", "Posts at the border"));
  CHECK(sources.build().unchanged == 1);
  CHECK(sources.is_as_if_new());
}

TEST_CASE("whatever changes between builds, the store is as if it were built from nothing") {
  for (unsigned seed = 1; seed <= 2; ++seed) {
    const Sources sources;
    RandomFiles files(sources, seed);
    for (std::size_t i = 0; i < 10; ++i) files.write_one();
    (void)sources.build();
    for (std::size_t round = 0; round < 8; ++round) {
      files.write_one();
      if (round % 3 == 0) files.write_one();
      if (round % 4 == 1) files.remove_one();
      if (round % 4 == 3) files.rename_one();
      INFO("seed " << seed << ", round " << round);
      const auto report = sources.build();
      CHECK(report.ledger.read == report.ledger.accepted + report.ledger.rejected);
      CHECK(report.ledger.accepted + report.unchanged == records_of(report));
      REQUIRE(sources.is_as_if_new());
    }
  }
}

TEST_CASE("RDF is read again only when it has itself changed or shares a graph with what has") {
  const Sources sources;
  sources.write("a.ttl", "<urn:a> <urn:p> [] .");
  sources.write("b.trig", "<urn:g> { <urn:b> <urn:p> 1 }");
  sources.write("c.trig", "<urn:g> { <urn:c> <urn:p> 2 }");
  sources.write("d.nq", "_:d <urn:p> \"x\" <urn:h> .\n");
  (void)sources.build();
  sources.write("b.trig", "<urn:g> { <urn:b> <urn:p> 3 }");
  const auto report = sources.build();
  std::vector<std::string> copied;
  for (const auto& source : report.sources)
    if (source.is_copied) copied.push_back(std::filesystem::path(source.path).filename());
  CHECK(copied == std::vector<std::string>{"a.ttl", "d.nq"});
  CHECK(sources.is_as_if_new());
}

TEST_CASE("RDF that speaks in the graphs of records is joined anew") {
  const Sources sources;
  sources.write("a.txt", page("AA.0001", "Border posts"));
  sources.write("b.txt", page("BB.0002", "Travel documents"));
  sources.write("n.trig", "<https://w3id.org/tela/graph/provenance> { <urn:a> <urn:p> 1 }\n"
                          "<https://w3id.org/tela/graph/derived> { <urn:a> <urn:p> 2 }");
  (void)sources.build();
  sources.write("a.txt", page("AA.0001", "Posts at the border"));
  CHECK(sources.build().unchanged == 1);
  CHECK(sources.is_as_if_new());
  sources.write("n.trig", "<urn:g> { <urn:a> <urn:p> 1 }");
  CHECK(sources.build().unchanged == 0);
  CHECK(sources.is_as_if_new());
  sources.remove("a.txt");
  sources.remove("b.txt");
  (void)sources.build();
  CHECK(sources.is_as_if_new());
}
