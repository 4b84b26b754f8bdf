#include "mapping/mapped_statements.h"
#include "mapping/names.h"
#include "mapping/record_mapper.h"
#include "rdf/iri.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace tela;
using namespace tela::mapping;

namespace {

records::Record untitled(records::Project project) {
  records::Record record;
  record.source = "records/all.xml";
  record.language = "fr";
  record.content = std::move(project);
  return record;
}

records::Project numbered(std::string id) {
  records::Project project;
  project.project_id.value = std::move(id);
  return project;
}

} // namespace

TEST_CASE("a project is known by the best identifier it has") {
  const Names names("https://a/");
  auto project = numbered("Q36-805");
  project.prima_id.value = "SV10P0560";
  CHECK(names.topic(untitled(project)) == "https://a/project/Q36-805");
  project.project_id.value.clear();
  CHECK(names.topic(untitled(project)) == "https://a/project/SV10P0560");
  auto record = untitled({});
  record.title.value = "Étude des flux";
  CHECK(names.topic(record) == "https://a/project/records..all.xml..etude-des-flux");
  record.address = "https://iom.int/project/study-of-flows/";
  CHECK(names.topic(record) == "https://a/project/iom.int--project--study-of-flows");
}

TEST_CASE("what is known by its address is another thing on every page") {
  const Names names("https://a/");
  auto record = untitled({});
  std::vector<std::string> topics;
  for (const char* address :
       {"https://a.org/overview", "https://b.org/overview", "https://a.org/en/overview",
        "https://a.org/en~overview", "https://a.org/en%7Eoverview", "https://a.org/en-overview",
        "https://a.org/overview?page=2", "https://a.org/en..overview", "https://a.org/en--overview",
        "https://a.org/en-/overview", "https://a.org/en/-overview", "https://a.org/en//overview"}) {
    record.address = address;
    topics.push_back(names.topic(record));
    CHECK(source_part(topics.back()).empty());
    CHECK(topics.back().find('/', std::string_view("https://a/project/").size()) ==
          std::string::npos);
  }
  record.address = "http://A.org/overview/"; // the same page as the first
  CHECK(names.topic(record) == topics.front());
  std::ranges::sort(topics);
  CHECK(std::ranges::unique(topics).empty());
}

TEST_CASE("a record without an address is known by file, topic and language") {
  const Names names("https://a/");
  CHECK(names.record(untitled(numbered("Q36-805"))) ==
        "https://a/graph/record/file/records..all.xml/Q36-805/fr");
}

TEST_CASE("what has only a title or a key is another thing in every source") {
  const Names names("https://a/");
  auto record = untitled({});
  record.key = "row-12";
  std::vector<std::string> topics;
  for (const char* source : {"t.csv", "t.tsv", "a/t.csv", "a..t.csv", "a-t.csv", "/a/t.csv",
                             "../a/t.csv", "a/b/t.csv", "a/../t.csv", "t.csv..row-12"}) {
    record.source = source;
    topics.push_back(names.topic(record));
    CHECK_FALSE(source_part(topics.back()).empty());
    topics.push_back(names.record(record));
    CHECK(rdf::is_absolute_iri(topics.back()));
  }
  CHECK(topics.front() == "https://a/project/t.csv..row-12");
  std::ranges::sort(topics);
  CHECK(std::ranges::unique(topics).empty());
  CHECK(source_part("https://a/project/a..t.csv..row-12") == "https://a/project/a..t.csv");
  CHECK(source_part("https://a/project/Q36-805").empty());
}

TEST_CASE("a meeting is known by its edition, its first day or its article") {
  const Names names("https://a/");
  gazetteer::Body rcm;
  rcm.id = "rcm";
  records::Record article;
  article.title.value = "By the sea";
  article.content = records::Article{};
  gazetteer::Event event;
  CHECK(names.meeting(event, article, 0) == "https://a/meeting/by-the-sea");
  CHECK(names.meeting(event, article, 1) == "https://a/meeting/by-the-sea-2");
  event.process = &rcm;
  CHECK(names.meeting(event, article, 0) == "https://a/meeting/rcm-by-the-sea");
  event.start = "2008-05-07";
  CHECK(names.meeting(event, article, 0) == "https://a/meeting/rcm-2008-05-07");
  event.edition = 13;
  CHECK(names.meeting(event, article, 0) == "https://a/meeting/rcm-13");
}

TEST_CASE("a meeting's own record names it by what it knows") {
  const Names names("https://a/");
  gazetteer::Body mtm;
  mtm.id = "mtm";
  records::Record record;
  record.source = "data/mtm.xml";
  record.title.value = "Dialogue in Porto";
  record.content = records::Meeting{};
  record.links.events.emplace_back().process = "mtm";
  gazetteer::Event event;
  event.process = &mtm;
  event.place = "The Hague";
  CHECK(names.meeting(event, record, 0) == "https://a/meeting/mtm-the-hague");
  event.start = "2009-11";
  CHECK(names.meeting(event, record, 0) == "https://a/meeting/mtm-2009-11-the-hague");
  record.content = records::Meeting{"mtm-porto", {}, {}};
  CHECK(names.meeting(event, record, 0) == "https://a/meeting/mtm-porto");
  CHECK(names.record(record) == "https://a/graph/record/meeting/mtm/file/data..mtm.xml");
  record.basis = records::Basis::general_knowledge;
  CHECK(names.record(record) ==
        "https://a/graph/record/meeting/mtm/general-knowledge/file/data..mtm.xml");
}

TEST_CASE("hostile texts give valid IRIs below the base") {
  const std::string texts[] = {"../../x", "<script>", "a b",    "\"",      "{}|\\^`",
                               "\x01\n",  "é/ü",      "%2e%2e", "#",       "?x=1",
                               ".",       "..",       "",       "a\u202Eb"};
  for (const auto& text : texts) {
    auto record = untitled(numbered(text));
    record.title.value = text;
    record.address = text;
    record.source = text;
    record.language = text;
    auto& project = std::get<records::Project>(record.content);
    project.budget = {text, text, {}};
    project.start.value = text;
    MappedStatements statements;
    map_record(record, "p.txt", {}, Names("https://a/b/"), statements);
    for (const auto& quad : statements.quads()) {
      for (const auto* iri : {&quad.subject.value, &quad.graph->value}) {
        CAPTURE(text, *iri);
        CHECK(rdf::is_absolute_iri(*iri));
        CHECK(rdf::resolve_iri("https://a/b/", *iri) == *iri);
        CHECK(iri->starts_with("https://a/b/"));
      }
      if (quad.object.kind == rdf::TermKind::iri) CHECK(rdf::is_absolute_iri(quad.object.value));
    }
  }
}

TEST_CASE("a Prima id stands for the project id beside it, unless there are two") {
  Aliases aliases;
  aliases.add("SV10P0562", "LM.0276");
  aliases.add("SV10P0560", "AA.0001");
  aliases.add("SV10P0561", "BB.0002");
  aliases.add("SV10P0561", "AA.0001");
  aliases.add("SV10P0560", "AA.0001");
  aliases.add("", "CC.0003");
  aliases.settle();
  CHECK(aliases.project_id("SV10P0560") == "AA.0001");
  CHECK(aliases.project_id("SV10P0562") == "LM.0276");
  CHECK_FALSE(aliases.project_id("SV10P0561"));
  CHECK_FALSE(aliases.project_id("SV10P056"));
  using Several = std::vector<std::pair<std::string_view, std::size_t>>;
  CHECK(aliases.ambiguous() == Several{{"SV10P0561", 2}});
}
