#include "mapping/mapped_statements.h"
#include "mapping/record_mapper.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::mapping;
using Lines = std::set<std::string>;

namespace {

gazetteer::State state(std::string iso2) {
  gazetteer::State state;
  state.iso2 = std::move(iso2);
  return state;
}

const gazetteer::State honduras = state("HN");
const gazetteer::State belize = state("BZ");
const gazetteer::State chile = state("CL");

gazetteer::Body process(std::string id, std::string name) {
  gazetteer::Body body;
  body.id = std::move(id);
  body.names = {{std::move(name), "en"}};
  return body;
}

const gazetteer::Body rcm = process("rcm", "Regional Conference on Migration");

// Stated by the source itself: certain, no text behind it.
const gazetteer::Evidence stated{{}, "", "stated", 1};

gazetteer::Evidence read_at(std::uint64_t start, std::string quote, double score = 1) {
  const std::uint64_t end = start + quote.size();
  return {{start, end}, std::move(quote), "state-name", score};
}

records::Text text(std::string value) {
  return {std::move(value), {}};
}

records::Record record(std::string title) {
  records::Record record;
  record.source = "pages/p1.txt";
  record.address = "https://example.org/page";
  record.language = "en";
  record.title = text(std::move(title));
  return record;
}

records::Record project_record() {
  records::Record result = record("Border posts that talk to each other");
  records::Project project;
  project.project_id = text("Q36-805");
  project.prima_id = text("SV10P0560");
  project.status = records::Status::completed;
  project.coverage = records::Coverage::regional;
  project.budget = {"81500.00", "USD", {}};
  project.start = text("2009");
  project.end = text("2011-05-31");
  project.year = text("2008");
  project.fund = text("idf");
  project.partners = {{"", text("Border Police")}, {"eu", text("UE")}};
  result.content = project;
  return result;
}

records::Record article_record() {
  records::Record result = record("Neighbours meet by the sea");
  result.content = records::Article{text("2008-05-09"), text("San José"), {}};
  return result;
}

MappedStatements mapped(const records::Record& record, const gazetteer::Links& links) {
  MappedStatements statements;
  map_record(record, "pages/p1.txt", links, Names(), statements);
  return statements;
}

} // namespace

TEST_CASE("a project becomes the statements of its fields") {
  const gazetteer::Region americas{"419", "", {}};
  const gazetteer::Theme capacity{"capacity-building", {}};
  gazetteer::Links links;
  links.beneficiaries = {{&belize, stated}, {&honduras, stated}};
  links.other_countries = {{&chile, stated}};
  links.regions = {{&americas, stated}};
  links.theme = {{&capacity, stated}};
  CHECK(mapped(project_record(), links).in("record:page") ==
        Lines{
            "project:Q36-805 a tela:Project",
            "project:Q36-805 rdfs:label \"Border posts that talk to each other\"@en",
            "project:Q36-805 dcterms:title \"Border posts that talk to each other\"@en",
            "project:Q36-805 dcterms:identifier \"Q36-805\"",
            "project:Q36-805 tela:primaId \"SV10P0560\"",
            "project:Q36-805 foaf:page <https://example.org/page>",
            "project:Q36-805 tela:status tela:completedStatus",
            "project:Q36-805 tela:coverage tela:regionalCoverage",
            "project:Q36-805 tela:theme theme:capacity-building",
            "project:Q36-805 tela:region region:419",
            "project:Q36-805 tela:budget budget:81500.00-USD",
            "budget:81500.00-USD a tela:Budget",
            "budget:81500.00-USD schema:value \"81500.00\"^^xsd:decimal",
            "budget:81500.00-USD schema:currency \"USD\"",
            "project:Q36-805 tela:startYear \"2009\"^^xsd:integer",
            "project:Q36-805 tela:endYear \"2011\"^^xsd:integer",
            "project:Q36-805 schema:endDate \"2011-05-31\"^^xsd:date",
            "project:Q36-805 tela:allocationYear \"2008\"^^xsd:integer",
            "project:Q36-805 tela:fund <https://w3id.org/tela/fund/idf>",
            "project:Q36-805 tela:partner organisation:q36-805-border-police",
            "project:Q36-805 tela:partner organisation:eu",
            "organisation:q36-805-border-police a tela:Organisation",
            "organisation:q36-805-border-police rdfs:label \"Border Police\"@en",
            "project:Q36-805 tela:beneficiary state:BZ",
            "project:Q36-805 tela:beneficiary state:HN",
            "project:Q36-805 tela:otherBeneficiary state:CL",
        });
}

TEST_CASE("title and label of a title that was cut inside a character are the same") {
  records::Record cut = project_record();
  cut.title = text("Renforcement de la prise des d&eacute");
  const Lines lines = mapped(cut, {}).in("record:page");
  CHECK(lines.contains("project:Q36-805 rdfs:label \"Renforcement de la prise des d…\"@en"));
  CHECK(lines.contains("project:Q36-805 dcterms:title \"Renforcement de la prise des d…\"@en"));
}

TEST_CASE("a link read from text carries its evidence") {
  gazetteer::Links links;
  links.beneficiaries = {{&honduras, read_at(812, "Honduras", 0.95)}};
  const auto statements = mapped(project_record(), links);
  CHECK(statements.about("evidence:beneficiary-HN-812") ==
        Lines{
            "evidence:beneficiary-HN-812 a tela:Mention",
            "evidence:beneficiary-HN-812 rdf:subject project:Q36-805",
            "evidence:beneficiary-HN-812 rdf:predicate tela:beneficiary",
            "evidence:beneficiary-HN-812 rdf:object state:HN",
            "evidence:beneficiary-HN-812 oa:hasBody state:HN",
            "evidence:beneficiary-HN-812 oa:hasTarget evidence:text-812-820",
            "evidence:beneficiary-HN-812 tela:rule \"state-name\"",
            "evidence:beneficiary-HN-812 tela:score \"0.95\"^^xsd:decimal",
        });
  CHECK(statements.about("evidence:text-812-820") ==
        Lines{
            "evidence:text-812-820 a oa:SpecificResource",
            "evidence:text-812-820 oa:hasSource record:page",
            "evidence:text-812-820 oa:hasSelector evidence:bytes-812-820",
        });
  CHECK(statements.about("evidence:bytes-812-820") ==
        Lines{
            "evidence:bytes-812-820 a oa:DataPositionSelector",
            "evidence:bytes-812-820 a oa:TextQuoteSelector",
            "evidence:bytes-812-820 oa:start \"812\"^^xsd:integer",
            "evidence:bytes-812-820 oa:end \"820\"^^xsd:integer",
            "evidence:bytes-812-820 oa:exact \"Honduras\"",
        });
}

TEST_CASE("what is not certain does not round to certainty") {
  gazetteer::Links links;
  links.beneficiaries = {{&honduras, read_at(812, "Honduras", 0.9998)}};
  CHECK(mapped(project_record(), links)
            .contains("evidence:beneficiary-HN-812 tela:score \"0.999\"^^xsd:decimal"));
}

TEST_CASE("an uncertain link without a place keeps its quote") {
  gazetteer::Links links;
  links.beneficiaries = {{&honduras, {{}, "Hondura", "misspelt-name", 0.5}}};
  const auto statements = mapped(project_record(), links);
  CHECK(statements.contains("evidence:beneficiary-HN oa:hasTarget evidence:text-beneficiary-HN"));
  CHECK(statements.about("evidence:words-beneficiary-HN") ==
        Lines{
            "evidence:words-beneficiary-HN a oa:TextQuoteSelector",
            "evidence:words-beneficiary-HN oa:exact \"Hondura\"",
        });
}

TEST_CASE("an article becomes its meetings and mentions") {
  gazetteer::Event event;
  event.process = &rcm;
  event.process_evidence = stated;
  event.edition = 13;
  event.edition_evidence = stated;
  event.place = "Tela";
  event.place_evidence = stated;
  event.country = {{&honduras, stated}};
  event.dates = "7 to 9 May";
  event.start = "2008-05-07";
  event.end = "2008-05-09";
  event.dates_evidence = stated;
  event.chairs = {{&honduras, stated}};
  event.participants = {{&honduras, stated}, {&belize, stated}};
  gazetteer::Links links;
  links.events = {event};
  links.states = {{&honduras, stated}};
  links.processes = {{&rcm, stated}};
  CHECK(mapped(article_record(), links).in("record:page") ==
        Lines{
            "article:example.org--page a tela:Article",
            "article:example.org--page rdfs:label \"Neighbours meet by the sea\"@en",
            "article:example.org--page dcterms:title \"Neighbours meet by the sea\"@en",
            "article:example.org--page foaf:page <https://example.org/page>",
            "article:example.org--page schema:datePublished \"2008-05-09\"^^xsd:date",
            "article:example.org--page schema:dateline \"San José\"@en",
            "article:example.org--page tela:reportsOn meeting:rcm-13",
            "article:example.org--page schema:mentions state:HN",
            "article:example.org--page schema:mentions process:rcm",
            "meeting:rcm-13 a tela:Meeting",
            "meeting:rcm-13 tela:basis tela:seenOnPage",
            "meeting:rcm-13 rdfs:label \"Regional Conference on Migration, meeting 13\"@en",
            "meeting:rcm-13 rdfs:label \"Regional Conference on Migration, réunion 13\"@fr",
            "meeting:rcm-13 rdfs:label \"Regional Conference on Migration, reunión 13\"@es",
            "meeting:rcm-13 tela:meetingOf process:rcm",
            "meeting:rcm-13 tela:edition \"13\"^^xsd:integer",
            "meeting:rcm-13 schema:location \"Tela\"@en",
            "meeting:rcm-13 tela:hostState state:HN",
            "meeting:rcm-13 tela:startYear \"2008\"^^xsd:integer",
            "meeting:rcm-13 schema:startDate \"2008-05-07\"^^xsd:date",
            "meeting:rcm-13 tela:endYear \"2008\"^^xsd:integer",
            "meeting:rcm-13 schema:endDate \"2008-05-09\"^^xsd:date",
            "meeting:rcm-13 tela:dateText \"7 to 9 May\"@en",
            "meeting:rcm-13 tela:participant state:HN",
            "meeting:rcm-13 tela:participant state:BZ",
            "meeting:rcm-13 tela:chairState state:HN",
            "membership:rcm-HN-chair-rcm-13 a tela:Membership",
            "membership:rcm-HN-chair-rcm-13 org:organization process:rcm",
            "membership:rcm-HN-chair-rcm-13 org:member state:HN",
            "membership:rcm-HN-chair-rcm-13 org:role tela:chairRole",
            "membership:rcm-HN-chair-rcm-13 tela:basis tela:seenOnPage",
            "membership:rcm-HN-chair-rcm-13 tela:startYear \"2008\"^^xsd:integer",
            "membership:rcm-HN-chair-rcm-13 schema:startDate \"2008-05-07\"^^xsd:date",
            "membership:rcm-HN-chair-rcm-13 dcterms:source <https://example.org/page>",
        });
}

namespace {

records::Record meeting_record() {
  records::Record result = record("XIX Regional Conference on Migration");
  result.content = records::Meeting{"rcm-19", text("Return"), {text("month from a handover")}};
  result.links.events.emplace_back().process = "rcm";
  return result;
}

records::Record list_record(records::Basis basis) {
  records::Record result = record("");
  result.content = records::MembershipList{};
  result.links.processes = {{"rcm", {}}};
  result.basis = basis;
  return result;
}

gazetteer::Links links_to(const gazetteer::Body& body,
                          const std::vector<records::MembershipTerm>& terms) {
  gazetteer::Links links;
  links.processes = {{&body, stated}};
  for (const auto& term : terms)
    links.memberships.push_back({term.iso == "BZ" ? &belize : &honduras, term});
  return links;
}

} // namespace

TEST_CASE("a meeting's own record names it, and keeps name, theme, month and page") {
  gazetteer::Event event;
  event.process = &rcm;
  event.process_evidence = stated;
  event.start = "2014-11";
  event.observers = {{&chile, stated}};
  gazetteer::Links links;
  links.events = {event};
  const auto statements = mapped(meeting_record(), links);
  CHECK(statements.about("meeting:rcm-19") ==
        Lines{
            "meeting:rcm-19 a tela:Meeting",
            "meeting:rcm-19 tela:basis tela:seenOnPage",
            "meeting:rcm-19 rdfs:label \"Regional Conference on Migration, meeting 19\"@en",
            "meeting:rcm-19 rdfs:label \"Regional Conference on Migration, réunion 19\"@fr",
            "meeting:rcm-19 rdfs:label \"Regional Conference on Migration, reunión 19\"@es",
            "meeting:rcm-19 dcterms:title \"XIX Regional Conference on Migration\"@en",
            "meeting:rcm-19 dcterms:description \"Return\"",
            "meeting:rcm-19 skos:editorialNote \"month from a handover\"@en",
            "meeting:rcm-19 foaf:page <https://example.org/page>",
            "meeting:rcm-19 tela:meetingOf process:rcm",
            "meeting:rcm-19 tela:startYear \"2014\"^^xsd:integer",
            "meeting:rcm-19 schema:startDate \"2014-11\"^^xsd:gYearMonth",
            "meeting:rcm-19 tela:observerState state:CL",
        });
  CHECK(statements.contains(
      "<https://w3id.org/tela/graph/record/meeting/rcm/example.org/page> foaf:topic "
      "meeting:rcm-19"));
}

TEST_CASE("memberships have role and years, those that hold the direct property too") {
  const auto statements =
      mapped(list_record(records::Basis::seen),
             links_to(rcm, {{"BZ", records::TermRole::member, "1996-03", "", {}},
                            {"HN", records::TermRole::former, "1996", "1999", {}}}));
  CHECK(statements.contains("process:rcm tela:memberState state:BZ"));
  CHECK_FALSE(statements.contains("process:rcm tela:memberState state:HN"));
  CHECK(statements.about("membership:rcm-HN-former-1996") ==
        Lines{
            "membership:rcm-HN-former-1996 a tela:Membership",
            "membership:rcm-HN-former-1996 org:organization process:rcm",
            "membership:rcm-HN-former-1996 org:member state:HN",
            "membership:rcm-HN-former-1996 org:role tela:formerRole",
            "membership:rcm-HN-former-1996 tela:basis tela:seenOnPage",
            "membership:rcm-HN-former-1996 tela:startYear \"1996\"^^xsd:integer",
            "membership:rcm-HN-former-1996 tela:endYear \"1999\"^^xsd:integer",
            "membership:rcm-HN-former-1996 dcterms:source <https://example.org/page>",
        });
}

TEST_CASE("all the world's membership ties nobody") {
  gazetteer::Body world = process("iom", "International Organization for Migration");
  world.kind = gazetteer::BodyKind::international_organisation;
  const auto statements = mapped(list_record(records::Basis::seen),
                                 links_to(world, {{"HN", records::TermRole::member, "", "", {}}}));
  CHECK(statements.contains("membership:iom-HN-member a tela:Membership"));
  CHECK_FALSE(statements.contains("organisation:iom tela:memberState state:HN"));
}

TEST_CASE("the graph of general knowledge says so") {
  const auto statements = mapped(list_record(records::Basis::general_knowledge),
                                 links_to(rcm, {{"HN", records::TermRole::chair, "2008", "", {}}}));
  CHECK(statements.contains("membership:rcm-HN-chair-2008 tela:basis tela:generalKnowledge"));
  CHECK(statements.contains("<https://w3id.org/tela/graph/record/memberships/rcm/general-knowledge/"
                            "example.org/page> tela:basis tela:generalKnowledge"));
}

TEST_CASE("evidence of a meeting's statements names the meeting") {
  gazetteer::Event event;
  event.process = &rcm;
  event.process_evidence = stated;
  event.edition = 13;
  event.edition_evidence = read_at(40, "Thirteenth");
  gazetteer::Links links;
  links.events = {event};
  const auto statements = mapped(article_record(), links);
  CHECK(statements.contains("evidence:rcm-13-edition-40 rdf:object \"13\"^^xsd:integer"));
  CHECK(statements.contains("evidence:bytes-40-50 oa:exact \"Thirteenth\""));
  CHECK_FALSE(statements.contains("evidence:rcm-13-edition-40 oa:hasBody \"13\"^^xsd:integer"));
}

TEST_CASE("the graph of provenance says where each record comes from") {
  auto record = project_record();
  record.warnings = {{"cut-title", "the title ends inside a word", {}}};
  gazetteer::Links links;
  links.warnings = {{"repeated-state", "HN stands twice", {}}};
  CHECK(mapped(record, links).in("graph:provenance") ==
        Lines{
            "record:page a tela:Record",
            "record:page foaf:primaryTopic project:Q36-805",
            "record:page dcterms:source <https://example.org/page>",
            "record:page dcterms:language \"en\"",
            "record:page tela:readFrom \"pages/p1.txt\"",
            "record:page prov:wasDerivedFrom <https://w3id.org/tela/source/pages%2Fp1.txt>",
            "record:page prov:wasGeneratedBy <https://w3id.org/tela/graph/provenance#build>",
            "record:page tela:warning \"cut-title: the title ends inside a word\"",
            "record:page tela:warning \"repeated-state: HN stands twice\"",
        });
}

TEST_CASE("a capture has its date as exactly as the archive knows it") {
  auto record = project_record();
  for (const auto& [date, type] : {std::pair{"2019-05-08T10:00:00Z", "dateTime"},
                                   {"2019-05-08", "date"},
                                   {"2019-05", "gYearMonth"},
                                   {"2019", "gYear"}}) {
    record.captured = date;
    CHECK(mapped(record, {})
              .contains("record:page tela:captured \"" + std::string(date) + "\"^^xsd:" + type));
  }
  record.captured = "2019-02-30";
  CHECK(mapped(record, {})
            .contains("record:page tela:warning \"unusable-capture-date: 2019-02-30\""));
}

TEST_CASE("a file name that is no UTF-8 is still a text") {
  auto record = project_record();
  record.source = "p\xE9.txt";
  CHECK(mapped(record, {}).contains("record:page tela:readFrom \"p%E9.txt\""));
}

TEST_CASE("two pages of one project speak of one resource in two graphs") {
  auto french = project_record();
  french.address = "https://example.org/fr/page";
  french.language = "fr";
  french.title = text("Des postes frontière qui se parlent");
  MappedStatements statements;
  map_record(project_record(), "pages/p1.txt", {}, Names(), statements);
  map_record(french, "pages/p1.txt", {}, Names(), statements);
  CHECK(statements.in("record:page")
            .contains("project:Q36-805 rdfs:label \"Border posts that talk to each other\"@en"));
  CHECK(statements.in("<https://w3id.org/tela/graph/record/example.org/fr/page>")
            .contains("project:Q36-805 rdfs:label \"Des postes frontière qui se parlent\"@fr"));
}

TEST_CASE("sources that disagree on a budget give two budgets") {
  auto other = project_record();
  other.address = "https://example.org/other";
  std::get<records::Project>(other.content).budget->amount = "90000.00";
  MappedStatements statements;
  map_record(project_record(), "pages/p1.txt", {}, Names(), statements);
  map_record(other, "pages/p1.txt", {}, Names(), statements);
  CHECK(statements.contains("budget:81500.00-USD schema:value \"81500.00\"^^xsd:decimal"));
  CHECK(statements.contains("budget:90000.00-USD schema:value \"90000.00\"^^xsd:decimal"));
}

TEST_CASE("a ministry is that of the one state that benefits") {
  gazetteer::Links links;
  links.beneficiaries = {{&honduras, stated}};
  CHECK(mapped(project_record(), links)
            .contains("project:Q36-805 tela:partner organisation:hn-border-police"));
}

TEST_CASE("a fund that is not known is named by its id") {
  auto record = project_record();
  std::get<records::Project>(record.content).fund = text("New Fund");
  CHECK(mapped(record, {}).about("<https://w3id.org/tela/fund/New%20Fund>") ==
        Lines{
            "<https://w3id.org/tela/fund/New%20Fund> a tela:Fund",
            "<https://w3id.org/tela/fund/New%20Fund> rdfs:label \"New Fund\"",
        });
}

TEST_CASE("what no link stands for is kept as text") {
  auto record = project_record();
  auto& project = std::get<records::Project>(record.content);
  project.type = text("Something new");
  project.region = text("The Moon");
  project.start = text("soon");
  project.budget->amount = "a lot";
  const auto statements = mapped(record, {});
  CHECK(statements.contains("project:Q36-805 tela:typeText \"Something new\"@en"));
  CHECK(statements.contains("project:Q36-805 tela:regionText \"The Moon\"@en"));
  CHECK(statements.contains("project:Q36-805 tela:startYear \"soon\""));
  CHECK(statements.contains("budget:a%20lot-USD schema:value \"a lot\""));
}
