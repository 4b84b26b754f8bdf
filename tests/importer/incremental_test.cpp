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
