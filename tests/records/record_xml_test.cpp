#include "base/file.h"
#include "collecting_sink.h"
#include "random_record.h"
#include "records/one_record.h"
#include "records/record_xml_reader.h"
#include "records/record_xml_writer.h"
#include "shared_pages.h"
#include "support/paths.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <string>

using namespace tela::records;
namespace base = tela::base;

namespace {

std::string written(const std::vector<Record>& records) {
  std::string xml(record_xml_head());
  for (const Record& record : records) REQUIRE(append_record_xml(xml, record) == 0);
  xml += record_xml_tail();
  return xml;
}

CollectingSink read(std::string_view xml, Ledger* ledger = nullptr, std::size_t block = 64) {
  CollectingSink sink;
  SlidingText text("test.xml", xml, block);
  const Ledger account = read_record_xml(text, sink);
  CHECK(account.read == account.accepted + account.rejected);
  CHECK(account.accepted == sink.records.size());
  CHECK(account.rejected == sink.errors.size());
  if (ledger != nullptr) *ledger = account;
  return sink;
}

std::string project_xml(const std::string& content) {
  return "<record kind=\"project\"><title>T</title>" + content + "</record>";
}

/// The only error of a file that holds this one record.
base::Error error_of(const std::string& xml) {
  const CollectingSink sink = read(xml);
  REQUIRE(sink.errors.size() == 1);
  return sink.errors.front();
}

/// Whether xmllint finds the file valid; true where there is no xmllint.
bool follows_schema(const std::string& xml) {
  if (std::system("command -v xmllint > /dev/null") != 0) return true; // NOLINT(*-env33-c)
  const auto path = std::filesystem::temp_directory_path() /
                    ("tela-record-" + std::to_string(std::hash<std::string>{}(xml)) + ".xml");
  base::AtomicFile file(path);
  file.write(xml);
  file.commit();
  const std::string command = "xmllint --noout --relaxng " +
                              (tela::tests::source_folder() / "src/records/record.rng").string() +
                              " " + path.string() + " 2> /dev/null";
  const bool valid = std::system(command.c_str()) == 0; // NOLINT(*-env33-c)
  std::filesystem::remove(path);
  return valid;
}

} // namespace

TEST_CASE("random records written as XML and read again are the same") {
  std::vector<Record> records;
  for (std::uint64_t seed = 0; seed < 500; ++seed) records.push_back(random_record(seed));
  const std::string xml = written(records);
  for (const std::size_t block : {std::size_t{7}, std::size_t{4096}, std::size_t{1} << 20U}) {
    const CollectingSink sink = read(xml, nullptr, block);
    REQUIRE(sink.errors.empty());
    REQUIRE(sink.records.size() == records.size());
    for (std::size_t i = 0; i < records.size(); ++i) REQUIRE(sink.records[i] == records[i]);
  }
  CHECK(follows_schema(xml));
}

TEST_CASE("pages lose nothing on their way through record XML", "[shared]") {
  std::vector<Record> records;
  for (const auto& path : shared::pages("pages"))
    records.push_back(tela::test::read_page(path.filename().string(), base::read_file(path)));
  const std::string xml = written(records);
  const CollectingSink sink = read(xml);
  REQUIRE(sink.records.size() == records.size());
  for (std::size_t i = 0; i < records.size(); ++i) REQUIRE(sink.records[i] == records[i]);
  CHECK(follows_schema(xml));
}

TEST_CASE("hand-made records need little") {
  const CollectingSink sink = read("<records>\n"
                                   "  <record kind='project' lang='en'>\n"
                                   "    <title>A Bridge</title>\n"
                                   "    <budget currency='USD'>105,000</budget>\n"
                                   "    <beneficiaries><name>Chile</name><name>Peru</name>"
                                   "</beneficiaries>\n"
                                   "    <states><state iso='CL' role='beneficiary'/></states>\n"
                                   "    <body>One <!-- or two --><![CDATA[& more]]></body>\n"
                                   "  </record>\n"
                                   "</records>\n");
  REQUIRE(sink.records.size() == 1);
  const Record& record = sink.records[0];
  CHECK(record.source == "test.xml");
  CHECK(record.project()->budget->amount == "105000.00");
  CHECK(record.project()->beneficiaries.items[1].value == "Peru");
  CHECK(record.links.states[0].iso == "CL");
  CHECK(record.body.value == "One & more");
  CHECK_FALSE(record.body.span(0, 3).known());
  CHECK(sink.places[0].line == 2);
  CHECK(sink.places[0].column == 3);
}

TEST_CASE("a text that was edited no longer has places, and says so") {
  const CollectingSink sink =
      read("<record kind='article'><title>T</title><body map='5@10' end='15'><p>Longer</p></body>"
           "</record>");
  REQUIRE(sink.records.size() == 1);
  CHECK(sink.records[0].body.offsets.empty());
  CHECK(sink.records[0].warnings[0].code == "stale-map");
}

TEST_CASE("what no field takes is counted") {
  Ledger ledger;
  (void)read("<records><meta/>" + project_xml("<colour>blue</colour><dateline>x</dateline>") +
                 "<record kind='article' mood='good'><title>T</title></record></records>",
             &ledger);
  CHECK(ledger.accepted == 2);
  CHECK(ledger.unmapped == Unmapped{{"meta", 1}, {"colour", 1}, {"dateline", 1}, {"@mood", 1}});
}

TEST_CASE("a bad record is rejected with its place, the others go on") {
  Ledger ledger;
  const CollectingSink sink = read(
      "<records>\n" + project_xml("") + "\n" + project_xml("\n<status>asleep</status>") +
          "\n<record kind='project'><titel>T</titel></record>" + project_xml("") + "\n</records>",
      &ledger);
  CHECK(ledger.read == 4);
  CHECK(ledger.accepted == 2);
  REQUIRE(sink.errors.size() == 2);
  CHECK(sink.errors[0].place().line == 4);
  CHECK(sink.errors[0].place().column == 2);
  CHECK(sink.errors[0].advice() == "write active or completed");
  CHECK(sink.errors[1].place().line == 5);
}

TEST_CASE("values that their fields cannot have are refused") {
  const auto message = [](const std::string& content) {
    return error_of(project_xml(content)).message();
  };
  CHECK(message("<budget currency='USD'>much</budget>") == "a budget that is no amount");
  CHECK(message("<budget>5</budget>") == "a budget without currency");
  CHECK(message("<region span='5'>x</region>") == "a span that is none");
  CHECK(message("<states><state iso='Chile'/></states>") == "a state without its code");
  CHECK(message("<events><event edition='XIII'/></events>") == "an edition that is no number");
  CHECK(message("<type>x</type><type>y</type>") == "an element that stands twice");
  CHECK(error_of("<record><title>T</title></record>").message() == "a record without its kind");
  CHECK(error_of("<record kind='article'/>").message() == "a record without a title");
}

TEST_CASE("a meeting is one event, as one source shows it") {
  const CollectingSink sink = read(R"(<records>
    <record kind="meeting" address="https://example.org/a" basis="inferred">
      <title>The nineteenth</title><meeting-id>rcm-19</meeting-id>
      <event process="rcm" edition="19" country="NI" chair="NI HN">
        <place>Managua</place><start>2014-11</start><participant iso="HN"/><observer iso="PE"/>
      </event>
      <theme>Return</theme><note>month from a handover</note>
    </record></records>)");
  REQUIRE(sink.records.size() == 1);
  const Record& record = sink.records.front();
  CHECK(record.basis == Basis::inferred);
  REQUIRE(record.meeting());
  CHECK(record.meeting()->id == "rcm-19");
  CHECK(record.meeting()->theme.value == "Return");
  CHECK(record.meeting()->notes.size() == 1);
  REQUIRE(record.links.events.size() == 1);
  const EventLink& event = record.links.events.front();
  CHECK(event.start.value == "2014-11");
  CHECK(event.chairs == std::vector<std::string>{"NI", "HN"});
  CHECK(event.observers == std::vector<std::string>{"PE"});
  CHECK(error_of("<record kind='meeting'><title>T</title></record>").message() ==
        "a meeting without its event");
  CHECK(error_of("<record kind='meeting' basis='rumour'/>").message() == "an unknown basis");
}

TEST_CASE("a list of members has roles and years") {
  const CollectingSink sink = read(R"(<records>
    <record kind="memberships" address="https://example.org/a"><process id="rcm"/>
      <member iso="GT" role="chair" from="2019" to="2019"/>
      <member iso="BZ" role="member" from="1996-03">founder</member>
    </record></records>)");
  REQUIRE(sink.records.size() == 1);
  REQUIRE(sink.records.front().membership_list());
  CHECK(sink.records.front().membership_list()->terms ==
        std::vector<MembershipTerm>{{"GT", TermRole::chair, "2019", "2019", {}},
                                    {"BZ", TermRole::member, "1996-03", "", {"founder", {}}}});
  CHECK(error_of("<record kind='memberships'><member iso='GT' role='chair'/></record>").message() ==
        "memberships of no one process");
  CHECK(error_of("<record kind='memberships'><member iso='GT' role='king'/></record>").message() ==
        "an unknown role");
}

TEST_CASE("files that are hostile, cut or not well-formed are refused as a whole") {
  const auto message = [](const std::string& xml) {
    CollectingSink sink;
    SlidingText text("bad.xml", xml, 16);
    try {
      (void)read_record_xml(text, sink);
    } catch (const base::Error& error) {
      CHECK(error.place().line > 0);
      return error.message();
    }
    return std::string("accepted");
  };
  CHECK(message("").ends_with("the file ends before its root element does"));
  CHECK(message("no xml").starts_with("not well-formed XML"));
  CHECK(message("<!DOCTYPE records [<!ENTITY a 'b'>]><records/>") == "the XML holds a DOCTYPE");
  CHECK(message("<other/>") == "the root element is not <records>");
  CHECK(message("<records>").ends_with("the file ends before its root element does"));
  CHECK(message("<records attribute='").ends_with("the file ends before its root element does"));
  CHECK(message("<records>" + project_xml("") + "<!-- cut").starts_with("not well-formed XML"));
  CHECK(message("<records>" + project_xml("<type>x</typo>") + "</records>")
            .starts_with("not well-formed XML"));
  CHECK(message("<records>" + project_xml("<type>&#xD800;</type>"))
            .ends_with("a reference to no character of XML"));
  CHECK(message("<records>" + project_xml("<type>\uFFFE</type>"))
            .ends_with("a character that cannot stand here"));
  std::string deep = "<records>";
  for (int i = 0; i < 200'000; ++i) deep += "<a>";
  CHECK(message(deep) == "elements nested deeper than 256");
}

TEST_CASE("an error of the sink ends the reading and is not taken for one of the file") {
  class Full final : public RecordSink {
   public:
    void accept(Record, const base::Place&) override {
      throw base::Error(base::Failure::limit, "full");
    }
    void reject(const base::Error&) override { FAIL("the sink's own error came back"); }
  } sink;
  const std::string xml = "<records>" + project_xml("") + project_xml("") + "</records>";
  SlidingText text("x.xml", xml);
  CHECK_THROWS_AS(read_record_xml(text, sink), base::Error);
}
