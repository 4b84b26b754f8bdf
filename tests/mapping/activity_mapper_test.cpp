#include "mapping/activity_mapper.h"
#include "mapping/mapped_statements.h"
#include "mapping/record_mapper.h"
#include "records/iati_reader.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::mapping;
using Lines = std::set<std::string>;

namespace {

class FirstRecord final : public records::RecordSink {
 public:
  void accept(records::Record record, const base::Place&) override { record_ = std::move(record); }
  void reject(const base::Error& error) override { FAIL(error.message()); }
  [[nodiscard]] const records::Record& record() const { return record_; }

 private:
  records::Record record_;
};

/// What an activity with these elements states of itself and its parts.
MappedStatements mapped(const std::string& identifier, const std::string& elements,
                        records::TransactionDetail detail = records::TransactionDetail::totals) {
  const std::string xml = "<iati-activities version='2.03'><iati-activity xml:lang='en' "
                          "default-currency='USD'><iati-identifier>" +
                          identifier + "</iati-identifier>" + elements +
                          "</iati-activity></iati-activities>";
  records::SlidingText text("activities.xml", xml);
  FirstRecord first;
  (void)records::read_iati(text, detail, first);
  MappedStatements statements;
  map_record(first.record(), "activities.xml", {}, Names(), statements);
  return statements;
}

Lines of_activity(const std::string& elements) {
  return mapped("XX-1-A", elements).about("project:XX-1-A");
}

const Lines bare{"project:XX-1-A a tela:Project", "project:XX-1-A dcterms:identifier \"XX-1-A\"",
                 "project:XX-1-A tela:iatiIdentifier \"XX-1-A\""};

Lines with(Lines lines) {
  lines.insert(bare.begin(), bare.end());
  return lines;
}

} // namespace

TEST_CASE("an activity is known by its IATI identifier, or by the project id in it") {
  CHECK(of_activity("") == bare);
  CHECK(mapped("XM-DAC-47066-LM.0276", "").about("project:LM.0276") ==
        Lines{"project:LM.0276 a tela:Project", "project:LM.0276 dcterms:identifier \"LM.0276\"",
              "project:LM.0276 tela:iatiIdentifier \"XM-DAC-47066-LM.0276\""});
  // The same shape under another publisher is that publisher's own.
  CHECK(mapped("GB-COH-1-LM.0276", "").contains("project:GB-COH-1-LM.0276 a tela:Project"));
}

TEST_CASE("texts of an activity keep their languages") {
  CHECK(of_activity("<title><narrative>A ferry</narrative><narrative xml:lang='fr'>Un "
                    "bac</narrative></title>"
                    "<description><narrative>It crosses.</narrative></description>"
                    "<result type='1'><title><narrative xml:lang='es'>Barcos</narrative></title>"
                    "</result>") ==
        with({"project:XX-1-A rdfs:label \"A ferry\"@en", "project:XX-1-A rdfs:label \"Un bac\"@fr",
              "project:XX-1-A dcterms:title \"A ferry\"@en",
              "project:XX-1-A dcterms:title \"Un bac\"@fr",
              "project:XX-1-A dcterms:description \"It crosses.\"@en",
              "project:XX-1-A tela:resultTitle \"Barcos\"@es"}));
}

TEST_CASE("organisations take part by their roles") {
  const auto statements =
      mapped("XX-1-A",
             "<reporting-org ref='XX-1' type='40'><narrative>Lake "
             "Council</narrative></reporting-org>"
             "<participating-org role='1'><narrative>Harbour Bank</narrative></participating-org>"
             "<participating-org role='4' ref='XX-2'/>");
  CHECK(statements.about("project:XX-1-A") ==
        with({"project:XX-1-A tela:reportingOrganisation organisation:XX-1",
              "project:XX-1-A tela:partner organisation:xx-1-a-harbour-bank",
              "project:XX-1-A tela:fundingOrganisation organisation:xx-1-a-harbour-bank",
              "project:XX-1-A tela:partner organisation:XX-2",
              "project:XX-1-A tela:implementingOrganisation organisation:XX-2"}));
  CHECK(statements.contains("organisation:XX-1 rdfs:label \"Lake Council\"@en"));
  CHECK(statements.contains("organisation:XX-1 dcterms:identifier \"XX-1\""));
  CHECK(statements.contains("organisation:XX-1 tela:organisationType tela:multilateral"));
  CHECK(statements.contains("organisation:XX-2 rdfs:label \"XX-2\""));
}

TEST_CASE("regions and sectors have their shares") {
  const auto statements = mapped(
      "XX-1-A", "<reporting-org ref='XX-1'/><recipient-country code='HN' percentage='60'/>"
                "<recipient-region code='489' percentage='40'/>"
                "<recipient-region code='589'><narrative>Middle East</narrative></recipient-region>"
                "<sector code='15190' percentage='70.5'/>"
                "<sector vocabulary='99' code='7'><narrative>Boats</narrative></sector>");
  CHECK(statements.contains("project:XX-1-A tela:region region:005"));
  CHECK(statements.contains("project:XX-1-A tela:regionText \"Middle East\"@en"));
  CHECK(statements.contains("project:XX-1-A tela:sector <https://w3id.org/tela/sector/15190>"));
  CHECK(statements.contains("<https://w3id.org/tela/sector/99-XX-1-7> rdfs:label \"Boats\"@en"));
  CHECK(statements.contains("activity:share-HN-60 tela:shareOf state:HN"));
  CHECK(statements.contains("activity:share-HN-60 tela:percentage \"60\"^^xsd:decimal"));
  CHECK(statements.contains("activity:share-1-489-40 tela:shareOf region:005"));
  CHECK(statements.about("activity:share-1-15190-70.5") ==
        Lines{"activity:share-1-15190-70.5 a tela:Share",
              "activity:share-1-15190-70.5 tela:shareOf <https://w3id.org/tela/sector/15190>",
              "activity:share-1-15190-70.5 tela:percentage \"70.5\"^^xsd:decimal"});
}

TEST_CASE("dates, status and scope of an activity") {
  CHECK(of_activity("<activity-date type='1' iso-date='2019-01-01'/>"
                    "<activity-date type='2' iso-date='2019-03-17'/>"
                    "<activity-date type='3' iso-date='2021-12-31'/>"
                    "<activity-status code='6'/><activity-scope code='2'/>") ==
        with({"project:XX-1-A tela:plannedStart \"2019-01-01\"^^xsd:date",
              "project:XX-1-A tela:actualStart \"2019-03-17\"^^xsd:date",
              "project:XX-1-A tela:plannedEnd \"2021-12-31\"^^xsd:date",
              "project:XX-1-A schema:startDate \"2019-03-17\"^^xsd:date",
              "project:XX-1-A schema:endDate \"2021-12-31\"^^xsd:date",
              "project:XX-1-A tela:startYear \"2019\"^^xsd:integer",
              "project:XX-1-A tela:endYear \"2021\"^^xsd:integer",
              "project:XX-1-A tela:status tela:suspendedStatus",
              "project:XX-1-A tela:coverage tela:regionalCoverage"}));
}

TEST_CASE("a planned budget has a time, a type and a status") {
  const std::string node = "activity:planned-2-1-2019-01-01-2019-12-31-1000.50-EUR";
  CHECK(mapped("XX-1-A", "<budget type='2' status='1'><period-start iso-date='2019-01-01'/>"
                         "<period-end iso-date='2019-12-31'/><value currency='EUR'>1000.5</value>"
                         "</budget>")
            .about(node) == Lines{node + " a tela:PlannedBudget", node + " a tela:Budget",
                                  node + " schema:value \"1000.50\"^^xsd:decimal",
                                  node + " schema:currency \"EUR\"",
                                  node + " schema:startDate \"2019-01-01\"^^xsd:date",
                                  node + " schema:endDate \"2019-12-31\"^^xsd:date",
                                  node + " tela:budgetType tela:revisedBudget",
                                  node + " tela:budgetStatus tela:indicativeBudget"});
}

TEST_CASE("transactions are added up by kind and year, or kept one by one") {
  const std::string elements =
      "<transaction><transaction-type code='3'/><transaction-date iso-date='2019-05-01'/>"
      "<value>10</value></transaction>"
      "<transaction><transaction-type code='3'/><transaction-date iso-date='2019-06-01'/>"
      "<value>-2.5</value></transaction>";
  const std::string sum = "activity:transactions-3-2019-7.50-USD";
  CHECK(mapped("XX-1-A", elements).about(sum) ==
        Lines{sum + " a tela:Transactions", sum + " schema:value \"7.50\"^^xsd:decimal",
              sum + " schema:currency \"USD\"", sum + " tela:transactionType tela:disbursement",
              sum + " tela:transactionYear \"2019\"^^xsd:integer",
              sum + " tela:transactionCount \"2\"^^xsd:integer"});
  const auto single = mapped("XX-1-A", elements, records::TransactionDetail::single);
  CHECK(single.contains("activity:transactions-3-2019-06-01--2.50-USD-2 "
                        "tela:transactionDate \"2019-06-01\"^^xsd:date"));
}

TEST_CASE("related activities are parts, wholes or neighbours") {
  CHECK(of_activity("<related-activity type='1' ref='XX-1'/>"
                    "<related-activity type='2' ref='XM-DAC-47066-LM.0276'/>"
                    "<related-activity type='3' ref='XX-1-B'/>") ==
        with({"project:XX-1-A dcterms:isPartOf project:XX-1",
              "project:XX-1-A dcterms:hasPart project:LM.0276",
              "project:XX-1-A dcterms:relation project:XX-1-B"}));
}

TEST_CASE("hostile codes of an activity give valid IRIs") {
  const auto statements = mapped("../../x y", "<sector vocabulary='&lt;b&gt;' code='&quot;&#9;'/>"
                                              "<participating-org role='9' ref='a b/../c'/>"
                                              "<recipient-country code='HN' percentage='a lot'/>"
                                              "<related-activity type='1' ref='&gt;'/>");
  for (const auto& quad : statements.quads())
    for (const auto* term : {&quad.subject, &quad.object})
      if (term->kind == rdf::TermKind::iri)
        CHECK(term->value.find_first_of(" <>\"\t") == std::string::npos);
}
