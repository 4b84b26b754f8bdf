#include "catch2/catch.hpp"
#include "dump/diff.h"
#include "engine/database.h"
#include "rdf/patch_writer.h"
#include "support/temporary_folder.h"

#include <algorithm>
#include <random>
#include <set>

using namespace tela;

namespace {

engine::Database load(const tests::TemporaryFolder& folder, std::string_view trig) {
  const engine::RdfFile file{
      folder.write("data.trig", trig), {}, std::nullopt, "http://e.example/"};
  return engine::Database::load({{file}});
}

std::string line(char sign, const rdf::QuadView& quad) {
  std::string text{sign};
  for (const auto& term : {quad.subject, quad.predicate, quad.object}) {
    constexpr std::string_view home = "<http://e.example/";
    std::string part = rdf::to_ntriples(term);
    if (part.starts_with(home)) part = part.substr(home.size(), part.size() - home.size() - 1);
    text += ' ' + part;
  }
  return quad.graph ? text + " @" + rdf::to_ntriples(*quad.graph) : text;
}

/// The changes as lines: "+ s p o".
struct Changes final : dump::DiffSink {
  std::vector<std::string> lines;
  dump::DiffReport report;

  Changes(std::string_view before, std::string_view after) {
    const tests::TemporaryFolder folder;
    const auto old_data = load(folder, before);
    report = dump::diff(old_data.store(), load(folder, after).store(), *this);
  }
  void removed(const rdf::QuadView& quad) override { lines.push_back(line('-', quad)); }
  void added(const rdf::QuadView& quad) override { lines.push_back(line('+', quad)); }
};

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("what was added and removed comes in order; the rest is counted") {
  const Changes changes(R"(<b> <p> "x" , "y"@fr , <c> . <d> <p> "gone" .)",
                        R"(<a> <p> "new" . <b> <p> "x" , "y"@en , <c> .)");
  CHECK(changes.lines ==
        Lines{R"(+ a p "new")", R"(+ b p "y"@en)", R"(- b p "y"@fr)", R"(- d p "gone")"});
  CHECK(changes.report.unchanged == 2);
  CHECK(Changes("", "").lines.empty());
  CHECK(Changes("<a> <p> 1 .", "<a> <p> 1 .").report.graphs.empty());
  CHECK(Changes("<a> <p> 1 .", "").lines == Lines{"- a p \"1\"^^<http://www.w3.org/2001/XMLSchema#"
                                                  "integer>"});
}

TEST_CASE("a record that is new, gone or changed is told so") {
  const Changes changes(R"(<kept> { <a> <p> 1 } <gone> { <a> <p> 1 } <bent> { <a> <p> 1 , 2 })",
                        R"(<kept> { <a> <p> 1 } <new> { <a> <p> 1 } <bent> { <a> <p> 1 , 3 , 4 })");
  const auto& graphs = changes.report.graphs;
  using Kind = dump::GraphChange::Kind;
  REQUIRE(graphs.size() == 3);
  CHECK(graphs[0].graph == rdf::iri("http://e.example/bent"));
  CHECK((graphs[0].kind == Kind::changed && graphs[0].added == 2 && graphs[0].removed == 1));
  CHECK((graphs[1].kind == Kind::removed && graphs[1].removed == 1));
  CHECK((graphs[2].kind == Kind::added && graphs[2].added == 1));
}

TEST_CASE("names of blank nodes are no change, what is said about them is") {
  CHECK(Changes("<a> <p> [ <q> 1 ] , [ <q> 2 ] .",
                "<a> <p> _:y . _:y <q> 2 . <a> <p> _:x . _:x <q> 1 .")
            .lines.empty());
  const Changes changes("<a> <p> [ <q> 1 ] , [ <q> 2 ] .", "<a> <p> [ <q> 1 ] , [ <q> 3 ] .");
  CHECK(changes.report.added == 2);
  CHECK(changes.report.removed == 2);
  CHECK(changes.report.with_blank_nodes == 4);
  CHECK(changes.report.unchanged == 2);
  // One of two that say the same.
  const Changes twins("<a> <p> [] , [] .", "<a> <p> [] .");
  CHECK(twins.report.removed == 1);
  CHECK(twins.report.unchanged == 1);
}

TEST_CASE("the changes turn the old data into the new") {
  std::mt19937 random(11);
  const auto statements = [&] {
    std::set<std::string> lines;
    for (int i = 0; i < 300; ++i) {
      const auto name = [&](unsigned count) {
        return "<http://e.example/" + std::to_string(random() % count) + ">";
      };
      std::string object = name(50);
      if (random() % 2 == 0)
        object = "\"" + std::to_string(random() % 90) + (random() % 2 == 0 ? "\"@fr" : "\"");
      lines.insert(name(20) + " " + name(3) + " " + object +
                   (random() % 3 == 0 ? "" : " " + name(4)) + " .\n");
    }
    return lines;
  };
  const tests::TemporaryFolder folder;
  const auto load_lines = [&](const std::set<std::string>& lines) {
    std::string text;
    for (const auto& each : lines) text += each;
    const engine::RdfFile file{folder.write("data.nq", text), {}, std::nullopt, {}};
    return engine::Database::load({{file}});
  };
  for (int round = 0; round < 20; ++round) {
    std::set<std::string> before = statements();
    const std::set<std::string> after = statements();
    std::string patch;
    struct Patch final : dump::DiffSink {
      rdf::PatchWriter writer;
      explicit Patch(std::string& text) : writer([&](std::string_view piece) { text += piece; }) {}
      void removed(const rdf::QuadView& quad) override { writer.remove(quad); }
      void added(const rdf::QuadView& quad) override { writer.add(quad); }
    } sink(patch);
    dump::diff(load_lines(before).store(), load_lines(after).store(), sink);
    sink.writer.finish();
    REQUIRE(patch.starts_with("TX .\n"));
    REQUIRE(patch.ends_with("TC .\n"));
    for (std::size_t at = 5; at + 5 < patch.size();) {
      const auto end = patch.find('\n', at) + 1;
      const std::string statement = patch.substr(at + 2, end - at - 2);
      if (patch[at] == 'D') CHECK(before.erase(statement) == 1);
      if (patch[at] == 'A') CHECK(before.insert(statement).second);
      at = end;
    }
    CHECK(before == after);
  }
}
