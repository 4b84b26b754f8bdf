#include "collecting_sink.h"
#include "records/decimal_sum.h"
#include "records/iati_reader.h"
#include "records/record_xml_writer.h"

#include <catch2/catch.hpp>

#include <regex>
#include <string>

using namespace tela::records;
namespace base = tela::base;

namespace {

CollectingSink read(std::string_view xml, Ledger* ledger = nullptr,
                    TransactionDetail detail = TransactionDetail::totals) {
  CollectingSink sink;
  SlidingText text("a.xml", xml, 50);
  const Ledger account = read_iati(text, detail, sink);
  CHECK(account.read == account.accepted + account.rejected);
  if (ledger != nullptr) *ledger = account;
  return sink;
}

std::string file(const std::string& activities) {
  return "<?xml version=\"1.0\"?>\n<iati-activities version=\"2.03\">\n" + activities +
         "</iati-activities>\n";
}

std::string activity(const std::string& content) {
  return "<iati-activity xml:lang=\"en\" default-currency=\"USD\">"
         "<iati-identifier>XX-1-A</iati-identifier><title><narrative>Ferry</narrative></title>" +
         content + "</iati-activity>\n";
}

Record record_of(const std::string& content) {
  const CollectingSink sink = read(file(activity(content)));
  REQUIRE(sink.records.size() == 1);
  return sink.records[0];
}

const Activity& activity_of(const Record& record) {
  return *record.project()->activity;
}

} // namespace

TEST_CASE("an activity becomes a project with everything that it says") {
  const std::string xml =
      file("<iati-activity xml:lang=\"fr\" default-currency=\"EUR\">\n"
           " <iati-identifier> XM-DAC-47066-LM.0276 </iati-identifier>\n"
           " <reporting-org ref=\"XM-DAC-47066\" "
           "type=\"40\"><narrative>OIM</narrative></reporting-org>\n"
           " <title><narrative>Un bac &amp; un lac</narrative>"
           "<narrative xml:lang=\"en\">A ferry</narrative></title>\n"
           " <description type=\"1\"><narrative>Le bac\n traverse.</narrative></description>\n"
           " <description type=\"2\"><narrative><![CDATA[Pour tous.]]></narrative></description>\n"
           " <participating-org role=\"4\" "
           "ref=\"XX-2\"><narrative>Port</narrative></participating-org>\n"
           " <activity-status code=\"2\"/><activity-scope code=\"4\"/>\n"
           " <activity-date type=\"1\" iso-date=\"2019-01-01\"/>\n"
           " <activity-date type=\"2\" iso-date=\"2019-03-17T00:00:00Z\"/>\n"
           " <activity-date type=\"3\" iso-date=\"2021-12-31\"/>\n"
           " <recipient-country code=\"hn\" percentage=\"60\"><narrative>Honduras</narrative>"
           "</recipient-country>\n"
           " <recipient-country code=\"MX\" percentage=\"40\"/>\n"
           " <recipient-region code=\"489\"/>\n"
           " <sector vocabulary=\"1\" code=\"15190\"><narrative>Migration</narrative></sector>\n"
           " <budget type=\"1\" status=\"2\"><period-start iso-date=\"2019-01-01\"/>"
           "<period-end iso-date=\"2019-12-31\"/><value "
           "value-date=\"2019-01-01\">1000.5</value></budget>\n"
           " <budget type=\"2\"><period-start iso-date=\"2019-01-01\"/>"
           "<period-end iso-date=\"2019-12-31\"/><value>2000</value></budget>\n"
           " <budget><period-start iso-date=\"2020-01-01\"/><period-end iso-date=\"2020-12-31\"/>"
           "<value>500</value></budget>\n"
           " <transaction><transaction-type code=\"3\"/><transaction-date iso-date=\"2019-05-01\"/>"
           "<value>10.25</value></transaction>\n"
           " <transaction><transaction-type code=\"3\"/><transaction-date iso-date=\"2019-06-01\"/>"
           "<value>-0.25</value></transaction>\n"
           " <related-activity type=\"1\" ref=\"XX-1-B\"/>\n"
           " <result type=\"1\"><title><narrative>Boats</narrative></title></result>\n"
           "</iati-activity>\n");
  Ledger ledger;
  const CollectingSink sink = read(xml, &ledger);
  REQUIRE(sink.records.size() == 1);
  const Record& record = sink.records[0];
  CHECK(sink.places[0].line == 3);
  CHECK(record.warnings.empty());
  CHECK(ledger.unmapped.empty());
  CHECK(record.language == "fr");
  CHECK(record.title.value == "Un bac & un lac");
  CHECK(xml.substr(record.title.span.start, record.title.span.end - record.title.span.start) ==
        "Un bac &amp; un lac");
  CHECK(record.body.value == "Le bac traverse.\nPour tous.");
  const Project& project = *record.project();
  CHECK(project.project_id.value == "LM.0276");
  CHECK(xml.substr(project.project_id.span.start, 7) == "LM.0276");
  CHECK(project.status == Status::active);
  CHECK(project.coverage == Coverage::national);
  CHECK(project.start.value == "2019-03-17");
  CHECK(project.end.value == "2021-12-31");
  CHECK(project.budget->amount == "2500.00");
  CHECK(project.budget->currency == "EUR");
  CHECK(project.type.empty()); // a sector is no type of the fund
  CHECK(activity_of(record).sectors.at(0).name.value == "Migration");
  REQUIRE(project.partners.size() == 1);
  CHECK(project.partners[0].name.value == "Port");
  REQUIRE(record.links.states.size() == 2);
  CHECK(record.links.states[0].iso == "HN");
  CHECK(record.links.states[0].role == StateRole::beneficiary);

  const Activity& activity = activity_of(record);
  CHECK(activity.identifier.value == "XM-DAC-47066-LM.0276");
  CHECK(activity.titles[1].language == "en");
  CHECK(activity.organisations[0].role == "reporting");
  CHECK(activity.countries[0].percentage == "60");
  CHECK(activity.regions[0].vocabulary == "1");
  CHECK(activity.related[0].identifier == "XX-1-B");
  CHECK(activity.results[0].text.value == "Boats");
  REQUIRE(activity.transactions.size() == 1);
  CHECK(activity.transactions[0].year == "2019");
  CHECK(activity.transactions[0].count == 2);
  CHECK(activity.transactions[0].money.amount == "10.00");
}

TEST_CASE("single transactions on request") {
  const CollectingSink sink =
      read(file(activity("<transaction><transaction-type code='D'/><transaction-date "
                         "iso-date='2019-05-01'/><value currency='CHF'>10</value></transaction>")),
           nullptr, TransactionDetail::single);
  const Transactions& single = activity_of(sink.records.at(0)).transactions.at(0);
  CHECK(single.type == "3"); // "D" before 2.01
  CHECK(single.date == "2019-05-01");
  CHECK(single.money.currency == "CHF");
}

TEST_CASE("traps of real files: empty, repeated, old and unreadable") {
  Ledger ledger;
  const CollectingSink sink = read(
      file(activity("<title>Old title</title><description/><sector code=''/>"
                    "<activity-date type='start-actual' iso-date='soon'/>"
                    "<activity-date type='end-actual' iso-date='2020-02-30'/>"
                    "<activity-date type='end-actual' iso-date='2020-02-29Z'/>"
                    "<recipient-country code='Chile'/><location/><contact-info>x</contact-info>"
                    "<transaction><transaction-type code='1'/><value>much</value></transaction>"
                    "<transaction><value>1.5</value><aid-type code='C01'/>"
                    "<recipient-country code='CL'/></transaction>"
                    "<participating-org role='Implementing' type='16'>Port</participating-org>")),
      &ledger);
  REQUIRE(sink.records.size() == 1);
  const Record& record = sink.records[0];
  std::vector<std::string> codes;
  for (const Warning& warning : record.warnings) codes.push_back(warning.code);
  CHECK(codes == std::vector<std::string>{"repeated-element", "unreadable-date", "unreadable-date",
                                          "unknown-country", "unreadable-amount",
                                          "unknown-organisation-type"});
  const Activity& activity = activity_of(record);
  CHECK(record.title.value == "Ferry");
  CHECK(activity.titles.size() == 2);
  CHECK(activity.dates.at(0).type == "4");
  CHECK(activity.countries.at(0).code == "CL"); // of a transaction: the activity has none
  CHECK(activity.organisations.at(0).role == "4");
  CHECK(activity.organisations.at(0).name.value == "Port");
  CHECK(ledger.unmapped == Unmapped{{"activity-date", 2}, // unreadable
                                    {"contact-info", 1},
                                    {"recipient-country", 1}, // unreadable
                                    {"transaction", 1},       // unreadable
                                    {"transaction of unknown kind", 1},
                                    {"transaction/aid-type", 1}});
  CHECK(ledger.empty == Unmapped{{"description", 1}, {"location", 1}, {"sector", 1}});
}

TEST_CASE("codes that are on no list are counted, those in small letters understood") {
  Ledger ledger;
  const CollectingSink sink = read(
      file(activity("<activity-status code='7'/><activity-date type='5' iso-date='2020-01-01'/>"
                    "<participating-org role='0' ref='XX-1'/><recipient-country code='cl'/>"
                    "<transaction><transaction-type code='14'/><value currency='eur'>1</value>"
                    "</transaction>")),
      &ledger);
  CHECK(ledger.unmapped == Unmapped{{"activity-date of unknown kind", 1},
                                    {"activity-status of unknown kind", 1},
                                    {"participating-org of unknown kind", 1},
                                    {"transaction of unknown kind", 1}});
  const Activity& read = activity_of(sink.records.at(0));
  CHECK(read.countries.at(0).code == "CL");
  CHECK(read.transactions.at(0).money.currency == "EUR");
}

TEST_CASE("an activity of version 1 says the same as one of version 2") {
  const std::string old =
      "<iati-activities version='1.05'><iati-activity xml:lang='en' default-currency='USD'>"
      "<iati-identifier>XX-1-A</iati-identifier><reporting-org ref='XX-1' type='40'>IOM"
      "</reporting-org><title>Ferry</title><title xml:lang='fr'>Bac</title>"
      "<description type='1' xml:lang='fr'>Le bac.</description>"
      "<participating-org role='Funding' ref='XX-2'>Fund</participating-org>"
      "<activity-status code='2'>Implementation</activity-status>"
      "<activity-date type='start-actual' iso-date='2012-01-31'>31 January</activity-date>"
      "<activity-date type='end-planned'>2013-12-31</activity-date>"
      "<recipient-country code='HN' percentage='100'>Honduras</recipient-country>"
      "<sector vocabulary='DAC' code='15190'>Migration</sector>"
      "<budget type='1'><period-start>2012-01-01</period-start><period-end iso-date='2012-12-31'/>"
      "<value value-date='2012-01-01'>100</value></budget>"
      "<transaction><transaction-type code='D'>Disbursement</transaction-type><transaction-date>"
      "2012-05-01</transaction-date><value value-date='2011-05-01'>10</value></transaction>"
      "<result type='1'><title>Boats</title><title xml:lang='fr'>Bateaux</title></result>"
      "</iati-activity></iati-activities>";
  const std::string today =
      "<iati-activities version='2.03'><iati-activity xml:lang='en' default-currency='USD'>"
      "<iati-identifier>XX-1-A</iati-identifier><reporting-org ref='XX-1' type='40'><narrative>IOM"
      "</narrative></reporting-org><title><narrative>Ferry</narrative><narrative xml:lang='fr'>Bac"
      "</narrative></title>"
      "<description type='1'><narrative xml:lang='fr'>Le bac.</narrative></description>"
      "<participating-org role='1' ref='XX-2'><narrative>Fund</narrative></participating-org>"
      "<activity-status code='2'/><activity-date type='2' iso-date='2012-01-31'/>"
      "<activity-date type='3' iso-date='2013-12-31'/>"
      "<recipient-country code='HN' percentage='100'><narrative>Honduras</narrative>"
      "</recipient-country><sector vocabulary='1' code='15190'><narrative>Migration</narrative>"
      "</sector><budget type='1'><period-start iso-date='2012-01-01'/>"
      "<period-end iso-date='2012-12-31'/><value value-date='2012-01-01'>100</value></budget>"
      "<transaction><transaction-type code='3'/><transaction-date iso-date='2012-05-01'/>"
      "<value value-date='2011-05-01'>10</value></transaction>"
      "<result type='1'><title><narrative>Boats</narrative><narrative xml:lang='fr'>Bateaux"
      "</narrative></title></result></iati-activity></iati-activities>";
  const auto shown = [](const std::string& xml) {
    Ledger ledger;
    Record record = read(xml, &ledger).records.at(0);
    CHECK(record.warnings.empty());
    CHECK(ledger.unmapped.empty());
    std::string text;
    CHECK(append_record_xml(text, record) == 0);
    return std::regex_replace(text, std::regex(" (span|map|end)=\"[^\"]*\""), "");
  };
  CHECK(shown(old) == shown(today));
}

TEST_CASE("warnings tell the line of their element") {
  const Record record = record_of("<budget><value>1</value>\n\n<period-start iso-date='soon'/>\n"
                                  "</budget><budget>\n<value>much</value></budget>");
  REQUIRE(record.warnings.size() == 2);
  CHECK(record.warnings[0].message == "'soon' is no date (line 5)");
  CHECK(record.warnings[1].message == "'much' is no amount (line 6)");
}

TEST_CASE("an activity larger than the limit is refused, wherever its end is") {
  class Counter final : public XmlElementSink {
   public:
    void root(std::string_view, const base::XmlAttributes&, const base::Place&) override {}
    void element(const XmlElement&) override { ++elements; }
    void other(std::string_view) override {}
    std::size_t elements = 0;
  };
  for (const std::size_t block : {7U, 4000U}) {
    const std::string xml = file(activity("") + activity(std::string(1100, ' ')) + activity(""));
    SlidingText text("a.xml", xml, block);
    Counter counter;
    CHECK_THROWS_WITH(read_elements(text, "iati-activity", counter, {.depth = 9, .bytes = 1000}),
                      Catch::StartsWith("a.xml:4:1: an element of more than"));
    CHECK(counter.elements == 1);
  }
}

TEST_CASE("budgets in several currencies have no sum") {
  const Record record = record_of("<budget><value>1</value></budget>"
                                  "<budget><value currency='EUR'>1</value></budget>");
  CHECK_FALSE(record.project()->budget);
  CHECK(activity_of(record).budgets.size() == 2);
}

TEST_CASE("an activity without language takes that of its title") {
  const CollectingSink sink = read(file(
      "<iati-activity><iati-identifier>X</iati-identifier><title><narrative xml:lang='es'>Barco"
      "</narrative></title><description><narrative xml:lang='es'>Lago.</narrative><narrative "
      "xml:lang='en'>Lake.</narrative></description></iati-activity>"));
  CHECK(sink.records.at(0).language == "es");
  CHECK(sink.records.at(0).body.value == "Lago.");
}

TEST_CASE("activities that are wrong are rejected, files of unknown versions refused") {
  const CollectingSink sink =
      read(file("<iati-activity><title/></iati-activity>\n" + activity("")));
  CHECK(sink.records.size() == 1);
  REQUIRE(sink.errors.size() == 1);
  CHECK(sink.errors[0].message() == "an activity without <iati-identifier>");
  CHECK(sink.errors[0].place().line == 3);

  CollectingSink old;
  SlidingText text("old.xml",
                   "<iati-activities version = '3.01'><iati-activity/></iati-activities>");
  CHECK_THROWS_WITH(read_iati(text, TransactionDetail::totals, old),
                    Catch::Contains("old.xml:1:1: ") && Catch::Contains("3.01") &&
                        Catch::Contains("2.03"));
  Ledger ledger;
  const CollectingSink unversioned =
      read("<iati-activities subversion='1'>" + activity("") + activity("") + "</iati-activities>",
           &ledger);
  CHECK(ledger.unmapped.empty());
  CHECK(unversioned.records.at(0).warnings.at(0).code == "no-version");
  CHECK(unversioned.records.at(1).warnings.empty()); // said once
}

TEST_CASE("sums of money are exact, whatever their digits") {
  const auto text = [](std::string_view number) {
    const auto sum = DecimalSum::parse(number);
    return sum ? sum->to_string() : "none";
  };
  CHECK(text("1234.5") == "1234.50");
  CHECK(text("-0.125") == "-0.125");
  CHECK(text("+7") == "7.00");
  CHECK(text(".5") == "0.50");
  CHECK(text("5.") == "5.00");
  CHECK(text("0.12340000") == "0.1234");
  CHECK(text("2394.1562500000") == "2394.15625");
  CHECK(text("0.123456789012345678901234567890") == "0.12345678901234567890123456789");
  CHECK(text("922337203685477580799999.5808") == "922337203685477580799999.5808");
  CHECK(text("2e+06") == "2000000.00");
  CHECK(text("1.5E-3") == "0.0015");
  CHECK(text("-0") == "0.00");
  for (const char* bad :
       {"", ".", "-", "e5", "1e", "1e999999999", "1,000", "1 000", "1-2", "1.2.3"})
    CHECK(text(bad) == "none");
  DecimalSum sum = *DecimalSum::parse("922337203685477");
  for (const char* more : {"1", "-0.1", "-922337203685479", "0.05"})
    sum.add(*DecimalSum::parse(more));
  CHECK(sum.to_string() == "-1.05");
  sum.add(*DecimalSum::parse("1.05"));
  CHECK(sum.to_string() == "0.00");
}
