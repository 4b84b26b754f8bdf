#include "collecting_sink.h"
#include "records/source_reader.h"
#include "records/value_check.h"
#include "support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <string_view>

using namespace tela::records;
using tela::tests::TemporaryFolder;

namespace {

CollectingSink read(std::string_view name, std::string_view text) {
  const TemporaryFolder folder;
  folder.write(name, text);
  CollectingSink sink;
  (void)read_source(folder.path / name, sink);
  return sink;
}

std::string codes(const Record& record) {
  std::string all;
  for (const Warning& warning : record.warnings) all += warning.code + ' ';
  return all;
}

/// The warnings of an activity with these elements.
CollectingSink activity(const std::string& elements) {
  return read("a.xml", "<iati-activities version=\"2.03\"><iati-activity default-currency=\"EUR\">"
                       "<iati-identifier>XM-1</iati-identifier><title><narrative xml:lang=\"en\">T"
                       "</narrative></title>" +
                           elements + "</iati-activity></iati-activities>");
}

std::string shares(const std::string& elements) {
  return codes(activity(elements).records.at(0));
}

std::string planned(const std::string& amount, const std::string& start, const std::string& end) {
  return "<budget><period-start iso-date=\"" + start + "\"/><period-end iso-date=\"" + end +
         "\"/><value>" + amount + "</value></budget>";
}

} // namespace

TEST_CASE("days are compared by what both say") {
  CHECK(ends_before("2020", "2019"));
  CHECK(ends_before("2020-05", "2020-04-30"));
  CHECK(ends_before("2020-05-02", "2020-05-01"));
  CHECK_FALSE(ends_before("2020-05-02", "2020-05"));
  CHECK_FALSE(ends_before("2020", "2020-01-01"));
  CHECK_FALSE(ends_before("", "2020"));
  CHECK_FALSE(ends_before("2020", ""));
}

TEST_CASE("a project that ends before it starts has neither day") {
  const auto page = read("p.txt", "Ferry project\nProject ID: AB-12\nCountry: Djibouti\n"
                                  "Start date: 2020\nEnd date: 2019\n");
  REQUIRE(page.records.size() == 1);
  CHECK(codes(page.records[0]) == "ends-before-start ");
  CHECK(page.records[0].project()->start.empty());
  CHECK(page.records[0].project()->end.empty());

  const auto table = read("t.csv", "title,start,end\nA,2020,2019\nB,2019-05-01,2019\n");
  REQUIRE(table.errors.size() == 1);
  CHECK(table.errors[0].message() == "row 2, column 'end': ends in 2019, before it starts in 2020");
  CHECK(table.errors[0].place().column == 8);
  CHECK(table.records.size() == 1);

  const auto found = activity("<activity-date type=\"2\" iso-date=\"2020-05-01\"/>"
                              "<activity-date type=\"4\" iso-date=\"2019-05-01\"/>" +
                              planned("5", "2020-01-01", "2019-12-31"));
  CHECK(codes(found.records.at(0)) == "ends-before-start ends-before-start ");
  CHECK(found.records[0].project()->activity->dates.size() == 2); // as the source has them
  CHECK(found.records[0].project()->activity->budgets.at(0).start.empty());

  const auto meeting = read(
      "m.xml", "<records><record kind=\"meeting\" address=\"https://a.org/m\" lang=\"en\"><title>M"
               "</title><event process=\"rcm\" edition=\"3\"><start>2020-05</start><end>2020-04-01"
               "</end></event></record></records>");
  CHECK(codes(meeting.records.at(0)) == "ends-before-start ");
}

TEST_CASE("a budget below zero is told and kept; a transaction below zero is a correction") {
  const auto table = read("t.csv", "title,budget,currency\nA,-500,USD\n");
  CHECK(table.records.at(0).project()->budget->amount == "-500.00");
  CHECK(codes(table.records[0]) == "negative-budget ");
  CHECK(shares(planned("-5", "2020-01-01", "2020-12-31")) == "negative-budget ");
  CHECK(shares(planned("-5", "2020-01-01", "2020-12-31") +
               planned("9", "2021-01-01", "2021-12-31")) == "negative-budget ");
  CHECK(shares("<transaction><transaction-type code=\"3\"/><transaction-date "
               "iso-date=\"2020-02-01\"/><value>-50</value></transaction>")
            .empty());
}

TEST_CASE("shares that are none, or do not add up, are told") {
  const std::string half = "<recipient-country code=\"HN\" percentage=\"50\"/>";
  CHECK(shares(half + "<recipient-country code=\"GT\" percentage=\"50\"/>").empty());
  CHECK(shares(half + "<recipient-country code=\"GT\" percentage=\"49.5\"/>").empty()); // rounded
  CHECK(shares(half + "<recipient-country code=\"GT\" percentage=\"90\"/>") == "shares-not-100 ");
  CHECK(shares(half) == "shares-not-100 ");
  CHECK(shares(half + "<recipient-region code=\"298\" percentage=\"50\"/>").empty());
  CHECK(shares(half + "<recipient-region code=\"298\" percentage=\"10\"/>") == "shares-not-100 ");
  CHECK(shares(half + "<recipient-country code=\"GT\"/>").empty()); // the other half, or less
  CHECK(shares("<recipient-country code=\"HN\" percentage=\"150\"/>") == "unreadable-percentage ");
  CHECK(shares("<sector vocabulary=\"1\" code=\"15190\" percentage=\"60\"/>"
               "<sector vocabulary=\"1\" code=\"15110\" percentage=\"60\"/>"
               "<sector vocabulary=\"2\" code=\"151\" percentage=\"100\"/>") == "shares-not-100 ");
}

TEST_CASE("a budget on a page has the currency of its label, of the fund, or none") {
  const auto budget = [](const std::string& id, const std::string& line) {
    return read("p.txt", "Ferry project\nProject ID: " + id + "\nCountry: Djibouti\n" + line +
                             "\nStart date: 2017\n");
  };
  const auto currency = [&](const std::string& id, const std::string& line) {
    const auto found = budget(id, line).records.at(0).project()->budget;
    return found ? found->amount + ' ' + found->currency : "none";
  };
  CHECK(currency("AB-12", "Budget: 50,000") == "none");
  CHECK(codes(budget("AB-12", "Budget: 50,000").records[0]) == "no-currency ");
  CHECK(currency("AB-12", "Budget: 50,000 EUR") == "50000.00 EUR");
  CHECK(currency("AB-12", "Budget (EUR): 50,000") == "50000.00 EUR");
  CHECK(currency("AB-12", "Total budget USD: 50,000") == "50000.00 USD");
  CHECK(currency("Q36-805", "Budget: 50,000") == "50000.00 USD");
}
