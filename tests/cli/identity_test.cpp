#include "importer/importer.h"
#include "relations/contradictions.h"
#include "support/temporary_folder.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

#include <catch2/catch.hpp>

#include <set>

using namespace tela;
using tela::tests::TemporaryFolder;

namespace {

namespace terms = vocabulary;

/// What different sources say of the same project, built into one store.
class Sources {
 public:
  void write(const std::string& name, const std::string& bytes) const {
    folder_.write("sources/" + name, bytes);
  }

  void build() {
    const std::vector<std::string> sources{(folder_.path / "sources").string()};
    const auto report = importer::import_sources(sources, folder_.path / "store");
    REQUIRE_FALSE(report.failed());
    store_.emplace(store::Store::open(folder_.path / "store"));
  }

  /// The ends of the IRIs of all projects.
  [[nodiscard]] std::set<std::string> projects() const {
    std::set<std::string> names;
    const auto type = id("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
    auto cursor = store_->scan(rdf::Order::pos, std::array{type, id(terms::classes::project)});
    for (auto rows = cursor.next(); rows.count != 0; rows = cursor.next())
      for (std::size_t i = 0; i < rows.count; ++i) names.insert(last_part(rows.columns[2][i]));
    return names;
  }

  /// How many records have the project for their topic.
  [[nodiscard]] std::uint64_t sources_of(const std::string& project) const {
    return store_->count(
        rdf::Order::pos,
        std::array{id(terms::foaf::primary_topic), id("https://w3id.org/tela/project/" + project)});
  }

  /// Values that contradict each other, each behind its property.
  [[nodiscard]] std::set<std::string> contradictions() const {
    std::set<std::string> found;
    for (const auto& [subject, property, claims] : relations::contradictions(*store_))
      for (const auto& claim : claims)
        found.insert(last_part(property) + " " + last_part(claim.value));
    return found;
  }

 private:
  [[nodiscard]] rdf::Id id(std::string_view iri) const {
    return store_->find(rdf::iri(iri)).value();
  }
  [[nodiscard]] std::string last_part(rdf::Id id) const {
    rdf::Term storage;
    const std::string text(store_->term(id, storage).value);
    return text.substr(text.find_last_of("/#") + 1);
  }

  TemporaryFolder folder_;
  std::optional<store::Store> store_;
};

std::string page(const std::string& title, const std::string& status, const std::string& budget) {
  return title + "\n\n  • Project Status\n    " + status + "\n  • Projects ID\n    LM.0276\n" +
         "  • Budget Amount (USD)\n    " + budget +
         "\n  • Benefiting Member States\n    Belize\n\nA sentence about it.\n";
}

std::string activity(const std::string& identifier, const std::string& elements) {
  return "<iati-activities version='2.03'><iati-activity default-currency='USD' xml:lang='en'>"
         "<iati-identifier>" +
         identifier + "</iati-identifier>" + elements + "</iati-activity></iati-activities>";
}

using Found = std::set<std::string>;

} // namespace

TEST_CASE("one project in two languages is one resource, and its titles do not quarrel") {
  Sources sources;
  sources.write("en/p.txt", page("Border posts of the lake", "Active", "100"));
  sources.write("es/p.txt",
                "Puestos de la frontera del lago\n\n  • Estado del proyecto\n    Activo\n"
                "  • ID del proyecto\n    LM.0276\n\nUna frase sobre los puestos.\n");
  sources.build();
  CHECK(sources.projects() == std::set<std::string>{"LM.0276"});
  CHECK(sources.sources_of("LM.0276") == 2);
  CHECK(sources.contradictions().empty());
}

TEST_CASE("a page and an activity that disagree keep both values, and all is reported") {
  Sources sources;
  sources.write("p.txt", page("Border posts", "Active", "100"));
  sources.write("i.xml", activity("XM-DAC-47066-LM.0276",
                                  "<title><narrative>Border posts</narrative></title>"
                                  "<activity-status code='4'/><budget type='1'><period-start "
                                  "iso-date='2020-01-01'/><period-end iso-date='2020-12-31'/>"
                                  "<value value-date='2020-01-01'>250</value></budget>"));
  sources.build();
  CHECK(sources.projects() == std::set<std::string>{"LM.0276"});
  CHECK(sources.contradictions() == Found{"status activeStatus", "status completedStatus",
                                          "budget budget-100.00-USD", "budget budget-250.00-USD"});
}

TEST_CASE("a row that knows only the Prima id speaks of the project of the page") {
  Sources sources;
  sources.write("a.csv", "title,prima_id,end\nPosts,SV10P0560,2021-06-30\n");
  sources.write("b.csv", "title,project_id,prima_id,end\nPosts,LM.0276,SV10P0560,2020-12-31\n");
  sources.write("i.xml", activity("XM-DAC-47066-SV10P0560",
                                  "<title><narrative>Posts</narrative></title><activity-date "
                                  "type='4' iso-date='2021-06-30'/>"));
  sources.build();
  CHECK(sources.projects() == std::set<std::string>{"LM.0276"});
  CHECK(sources.sources_of("LM.0276") == 3);
  CHECK(sources.contradictions() == Found{"endDate 2020-12-31", "endDate 2021-06-30"});
}

TEST_CASE("an activity of another publisher is the project that a table says it is") {
  Sources sources;
  sources.write("t.csv", "title,project_id,iati_id,status\nFerry,LM.0276,XX-1-A,active\n");
  sources.write("i.xml", activity("XX-1-A", "<title><narrative>Ferry</narrative></title>"
                                            "<activity-status code='4'/>"));
  sources.build();
  CHECK(sources.projects() == std::set<std::string>{"LM.0276", "XX-1-A"}); // owl:sameAs
  CHECK(sources.contradictions() == Found{"status activeStatus", "status completedStatus"});
}

TEST_CASE("publishers that give an organisation different types contradict each other") {
  Sources sources;
  const std::string partner = "<participating-org role='4' ref='XX-9' type=";
  sources.write("i.xml", activity("XX-1-A", partner + "'22'/>"));
  sources.write("j.xml", activity("XX-2-A", partner + "'70'/>"));
  sources.build();
  CHECK(sources.contradictions() ==
        Found{"organisationType nationalNgo", "organisationType privateSector"});
}
