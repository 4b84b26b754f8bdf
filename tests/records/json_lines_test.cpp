#include "collecting_sink.h"
#include "records/json_lines_reader.h"

#include <catch2/catch.hpp>

#include <string>

using namespace tela::records;

namespace {

CollectingSink read(std::string_view lines, Ledger* ledger = nullptr, std::size_t block = 7) {
  CollectingSink sink;
  SlidingText text("r.jsonl", lines, block);
  const Ledger account = read_json_lines(text, sink);
  CHECK(account.read == account.accepted + account.rejected);
  if (ledger != nullptr) *ledger = account;
  return sink;
}

std::string message_of(std::string_view line) {
  const CollectingSink sink = read(line);
  REQUIRE(sink.errors.size() == 1);
  return sink.errors.front().message();
}

} // namespace

TEST_CASE("a project and an article as JSON lines") {
  Ledger ledger;
  const CollectingSink sink = read(
      "\xEF\xBB\xBF"
      R"({"kind":"project","source":"p.txt","lang":"fr","title":"Un pont","project_id":"TB4-805","status":"active","coverage":"multi-regional","budget":{"amount":"81500.00","currency":"USD"},"start":2024,"beneficiaries":["BZ","CR"],"other_countries":["Chili"],"partners":["UE",{"id":"iom","name":"OIM"}],"warnings":["x"],"mood":1})"
      "\n\n"
      R"({"title":"Réunion","kind":"article","date":"2019-07-23","body":"Un.\nDeux.","events":[{"process":"rcm","edition":13,"place":"Tela","country":"HN","participants":["BZ","MX"]}],"mentions":{"states":[{"iso":"US","text":"États-Unis","start":812,"end":823}],"processes":[{"id":"rcm"}],"organisations":[{"id":"x"}]}})",
      &ledger);
  REQUIRE(sink.records.size() == 2);
  const Record& bridge = sink.records[0];
  CHECK(bridge.source == "p.txt");
  CHECK(bridge.project()->coverage == Coverage::multi_regional);
  CHECK(bridge.project()->budget->amount == "81500.00");
  CHECK(bridge.project()->start.value == "2024");
  CHECK(bridge.project()->other_countries.items[0].value == "Chili");
  CHECK(bridge.project()->partners[1].id == "iom");
  REQUIRE(bridge.links.states.size() == 2);
  CHECK(bridge.links.states[0].role == StateRole::beneficiary);
  const Record& meeting = sink.records[1];
  CHECK(meeting.source == "r.jsonl");
  CHECK(meeting.body.value == "Un.\nDeux.");
  CHECK(meeting.links.events[0].edition == 13);
  CHECK(meeting.links.events[0].participants.size() == 2);
  CHECK(meeting.links.states[0].name.span == Span{812, 823});
  CHECK(meeting.links.processes[0].id == "rcm");
  CHECK(ledger.unmapped == Unmapped{{"mood", 1}, {"mentions.organisations", 1}});
  CHECK(sink.places[1].line == 3);
}

TEST_CASE("texts lose what cannot be seen") {
  const CollectingSink sink =
      read(R"({"kind":"article","title":"\u0000Ferry\u202e\u00a0& co","body":"a &amp; b"})");
  REQUIRE(sink.records.size() == 1);
  CHECK(sink.records[0].title.value == "Ferry & co");
  CHECK(sink.records[0].body.value == "a &amp; b");
}

TEST_CASE("wrong lines are rejected with their place, the others go on") {
  const CollectingSink sink = read("{\"kind\":\"article\",\"title\":\"a\"}\n{\"kind\": nope}\n"
                                   "{\"kind\":\"article\",\"title\":\"b\"}");
  CHECK(sink.records.size() == 2);
  REQUIRE(sink.errors.size() == 1);
  CHECK(sink.errors[0].place().line == 2);
  CHECK(sink.errors[0].place().column == 11);

  CHECK(message_of("[1]") == "no JSON object");
  CHECK(message_of("{\"title\":\"x\"}") == "'kind': a record without its kind");
  CHECK(message_of("{\"kind\":\"project\"}") == "a record without a title");
  CHECK(message_of("{\"kind\":\"project\",\"title\":[]}") == "'title': no text where one must be");
  CHECK(message_of("{\"kind\":\"project\",\"title\":\"x\",\"status\":\"asleep\"}") ==
        "'status': an unknown status");
  CHECK(message_of("{\"kind\":\"project\",\"title\":\"x\",\"budget\":5}") ==
        "'budget': a budget that is no object");
  CHECK(message_of("{\"kind\":\"article\",\"title\":\"x\",\"events\":[{\"country\":\"Chile\"}]}") ==
        "'events': 'Chile' is no code of a state");
  CHECK(message_of("{\"kind\":\"article\",\"title\":\"\xFF\"}") == "a byte that is not UTF-8");
  CHECK(message_of("{\"a\":" + std::string(200'000, '[')) == "JSON nested deeper than 16");
  CHECK(message_of("{\"a\":1e999}") == "a number that is too large");
}

TEST_CASE("records of one source that have only the same title are two") {
  const auto line = [](const std::string& kind, const std::string& source) {
    return R"({"kind": ")" + kind + R"(", "title": "Same", "source": ")" + source + "\"}\n";
  };
  const std::string lines = line("project", "a") + line("project", "a") + line("article", "b") +
                            line("article", "b") + line("article", "c");
  CollectingSink sink;
  SlidingText text("a.jsonl", lines);
  REQUIRE(read_json_lines(text, sink).accepted == 5);
  CHECK(sink.records[0].key.empty());
  CHECK(sink.records[1].key == "row-2");
  CHECK(sink.records[2].key.empty());
  CHECK(sink.records[3].key == "row-4");
  CHECK(sink.records[4].key.empty());
}

TEST_CASE("meetings and lists of members are records too") {
  const CollectingSink sink = read(
      R"({"kind":"meeting","title":"M","meeting_id":"rcm-13","basis":"general-knowledge","notes":["n"],)"
      R"("events":[{"process":"rcm","start":"2008-05","co_chairs":["HN","SV"],"observers":["PE"]}]})"
      "\n"
      R"({"kind":"memberships","process":"rcm","members":[{"iso":"GT","role":"chair","from":"2019"}]})");
  REQUIRE(sink.errors.empty());
  REQUIRE(sink.records.size() == 2);
  CHECK(sink.records[0].basis == Basis::general_knowledge);
  CHECK(sink.records[0].meeting()->id == "rcm-13");
  CHECK(sink.records[0].links.events[0].chairs.size() == 2);
  CHECK(sink.records[1].membership_list()->terms[0].from == "2019");
  CHECK(message_of(R"({"kind":"meeting","title":"M"})") == "a meeting without its event");
  CHECK(message_of(R"({"kind":"memberships","process":"rcm","members":[{"iso":"GT"}]})") ==
        "'members': an unknown role");
}
