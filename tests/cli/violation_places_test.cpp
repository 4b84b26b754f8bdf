#include "cli/violation_places.h"
#include "rdf/nquads_reader.h"
#include "store/builder.h"
#include "support/temporary_folder.h"

#include <catch2/catch.hpp>

using namespace tela;

namespace {

const std::string record = "http://x.org/graph/record/1";

// An article that mentions a state, read from `file` at the bytes 12 to 20, in N-Quads.
store::Store store_of(const std::string& file, const std::string& more = "") {
  const std::string t = "<https://w3id.org/tela/ontology#";
  const std::string rdf_ = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  const std::string oa = "<http://www.w3.org/ns/oa#";
  const std::string graph = " <" + record + "> .\n";
  const std::string mentions = "<https://schema.org/mentions>";
  const std::string quads =
      "<x:article> " + mentions + " <x:HN>" + graph + "<x:article> " + mentions + " <x:SV>" +
      graph + "<x:mention> " + rdf_ + "subject> <x:article>" + graph + "<x:mention> " + rdf_ +
      "predicate> " + mentions + graph + "<x:mention> " + rdf_ + "object> <x:HN>" + graph +
      "<x:mention> " + oa + "hasTarget> <x:text>" + graph + "<x:text> " + oa + "hasSource> <" +
      record + ">" + graph + "<x:text> " + oa + "hasSelector> <x:bytes>" + graph + "<x:bytes> " +
      oa + "start> \"12\"^^<http://www.w3.org/2001/XMLSchema#integer>" + graph + "<" + record +
      "> " + t + "readFrom> \"" + file + "\" <x:provenance> .\n" + more;
  store::Builder builder;
  rdf::read_nquads(quads, "test.nq", rdf::NQuadsSyntax::nquads, builder);
  return store::Store::from_memory(builder.finish_in_memory());
}

std::vector<shapes::Place> places(const store::Store& store, const std::string& state) {
  shapes::Result result;
  result.focus = rdf::iri("x:article");
  result.path = shapes::Path{};
  result.path->kind = rdf::Path::Kind::predicate;
  result.path->iri = rdf::iri("https://schema.org/mentions");
  result.value = rdf::iri(state);
  shapes::Report report;
  report.results.push_back(result);
  cli::add_places(store, report, base::Cancellation());
  return report.results.front().places;
}

} // namespace

TEST_CASE("a violation names its record, the file and the line of its evidence") {
  const tests::TemporaryFolder folder;
  const auto file = folder.write("page.txt", "One line.\nA Honduras line.\n");
  const store::Store store = store_of(file.string());
  const auto found = places(store, "x:HN");
  REQUIRE(found.size() == 1);
  CHECK(found[0].graph == record);
  CHECK(found[0].file == file.string());
  CHECK(found[0].line == 2);
}

TEST_CASE("without evidence it is the line on which the record names itself") {
  const tests::TemporaryFolder folder;
  const auto file = folder.write("records.xml", "<records>\n\n<record address=\"http://x.org/1\">");
  const std::string provenance = "<" + record +
                                 "> <http://purl.org/dc/terms/source> "
                                 "<http://x.org/1> <x:provenance> .\n";
  CHECK(places(store_of(file.string(), provenance), "x:SV").at(0).line == 3);
}

TEST_CASE("the line stays unknown without evidence and name, and when the file is gone") {
  const tests::TemporaryFolder folder;
  const auto file = folder.write("page.txt", "One line.\nA Honduras line.\n");
  CHECK(places(store_of(file.string()), "x:SV").at(0).line == 0);
  CHECK(places(store_of("gone.txt"), "x:HN").at(0).line == 0);
  CHECK(places(store_of("gone.txt"), "x:nowhere").size() == 1); // the focus node still has a place
}
