#include "collecting_sink.h"
#include "records/iati_reader.h"

#include <catch2/catch.hpp>
#include <pugixml.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

using namespace tela::records;

namespace {

/// An activity with every element of IATI 2.03 in all places where the schema has it.
const std::string everything = R"(<iati-activity xml:lang="en" default-currency="USD">
<iati-identifier>XX-1-A</iati-identifier>
<reporting-org ref="XX-1" type="40"><narrative>Reporter</narrative></reporting-org>
<title><narrative>Ferry</narrative></title>
<description type="1"><narrative>Boats.</narrative></description>
<participating-org role="4" ref="XX-2"><narrative>Port</narrative></participating-org>
<other-identifier ref="A" type="A1"><owner-org ref="X"><narrative>o</narrative></owner-org></other-identifier>
<activity-status code="2"/>
<activity-date type="2" iso-date="2020-01-31"><narrative>d</narrative></activity-date>
<contact-info type="1"><organisation><narrative>o</narrative></organisation><department><narrative>d</narrative>
</department><person-name><narrative>p</narrative></person-name><job-title><narrative>j</narrative></job-title>
<telephone>1</telephone><email>a@e.example</email><website>http://e.example</website><mailing-address>
<narrative>m</narrative></mailing-address></contact-info>
<activity-scope code="4"/>
<recipient-country code="HN" percentage="60"><narrative>Honduras</narrative></recipient-country>
<recipient-region code="489" percentage="40"><narrative>South America</narrative></recipient-region>
<location ref="l"><location-reach code="1"/><location-id vocabulary="G1" code="1"/><name><narrative>n</narrative></name>
<description><narrative>d</narrative></description><activity-description><narrative>a</narrative></activity-description>
<administrative vocabulary="G1" level="1" code="1"/><point srsName="s"><pos>1 2</pos></point><exactness code="1"/>
<location-class code="2"/><feature-designation code="ADMF"/></location>
<sector vocabulary="1" code="15190"><narrative>Migration</narrative></sector>
<tag vocabulary="1" code="1"><narrative>t</narrative></tag>
<country-budget-items vocabulary="1"><budget-item code="1" percentage="100"><description><narrative>d</narrative>
</description></budget-item></country-budget-items>
<humanitarian-scope type="1" vocabulary="1-2" code="E"><narrative>h</narrative></humanitarian-scope>
<policy-marker code="1" significance="1"><narrative>p</narrative></policy-marker>
<collaboration-type code="1"/><default-flow-type code="10"/><default-finance-type code="110"/>
<default-aid-type code="C01"/><default-tied-status code="5"/>
<budget type="1" status="1"><period-start iso-date="2020-01-01"/><period-end iso-date="2020-12-31"/>
<value currency="USD" value-date="2020-01-01">100</value></budget>
<planned-disbursement type="1"><period-start iso-date="2020-01-01"/><period-end iso-date="2020-12-31"/>
<value currency="USD">1</value><provider-org ref="X"><narrative>p</narrative></provider-org><receiver-org ref="Y">
<narrative>r</narrative></receiver-org></planned-disbursement>
<capital-spend percentage="5"/>
<transaction ref="t" humanitarian="0"><transaction-type code="3"/><transaction-date iso-date="2020-05-01"/>
<value currency="USD" value-date="2019-05-01">10</value><description><narrative>d</narrative></description>
<provider-org ref="X"><narrative>p</narrative></provider-org><receiver-org ref="Y"><narrative>r</narrative></receiver-org>
<disbursement-channel code="1"/><sector vocabulary="1" code="15160"><narrative>Rights</narrative></sector>
<recipient-country code="GT"><narrative>Guatemala</narrative></recipient-country>
<recipient-region code="298"><narrative>Africa</narrative></recipient-region>
<flow-type code="10"/><finance-type code="110"/><aid-type code="C01"/><tied-status code="5"/></transaction>
<document-link format="text/html" url="http://e.example/d"><title><narrative>t</narrative></title><description>
<narrative>d</narrative></description><category code="A01"/><language code="en"/><document-date iso-date="2020-01-01"/>
</document-link>
<related-activity type="1" ref="XX-1-B"/>
<legacy-data name="n" value="v" iati-equivalent="e"/>
<conditions attached="1"><condition type="1"><narrative>c</narrative></condition></conditions>
<result type="1" aggregation-status="0"><title><narrative>Boats</narrative></title><description><narrative>d</narrative>
</description><document-link format="a/b" url="http://e.example/r"><title><narrative>t</narrative></title>
<category code="A01"/></document-link><reference vocabulary="99" code="1"/><indicator measure="1"><title>
<narrative>i</narrative></title><description><narrative>d</narrative></description><document-link format="a/b"
 url="http://e.example/i"><title><narrative>t</narrative></title><category code="A01"/></document-link><reference
 vocabulary="99" code="1"/><baseline year="2019" value="1"><location ref="l"/><dimension name="n" value="v"/>
<document-link format="a/b" url="http://e.example/b"><title><narrative>t</narrative></title><category code="A01"/>
</document-link><comment><narrative>c</narrative></comment></baseline><period><period-start iso-date="2020-01-01"/>
<period-end iso-date="2020-12-31"/><target value="2"><location ref="l"/><dimension name="n" value="v"/><comment>
<narrative>c</narrative></comment><document-link format="a/b" url="http://e.example/t"><title><narrative>t</narrative>
</title><category code="A01"/></document-link></target><actual value="3"><location ref="l"/><dimension name="n" value="v"/>
<comment><narrative>c</narrative></comment><document-link format="a/b" url="http://e.example/a"><title>
<narrative>t</narrative></title><category code="A01"/></document-link></actual></period></indicator></result>
<crs-add><other-flags code="1" significance="1"/><loan-terms rate-1="1" rate-2="2"><repayment-type code="1"/>
<repayment-plan code="1"/><commitment-date iso-date="2020-01-01"/><repayment-first-date iso-date="2021-01-01"/>
<repayment-final-date iso-date="2022-01-01"/></loan-terms><loan-status year="2020" currency="USD"><interest-received>1
</interest-received><principal-outstanding>2</principal-outstanding><principal-arrears>3</principal-arrears>
<interest-arrears>4</interest-arrears></loan-status></crs-add>
<fss extraction-date="2020-01-01" priority="1" phaseout-year="2021"><forecast year="2020" currency="USD">5</forecast></fss>
</iati-activity>)";

/// The same, where only the transactions tell places and sectors.
std::string without_own_places() {
  std::string xml = everything;
  for (const char* start : {"<recipient-country code=\"HN\"", "<recipient-region code=\"489\"",
                            "<sector vocabulary=\"1\" code=\"15190\""}) {
    const auto at = xml.find(start);
    xml.erase(at, xml.find('\n', at) - at);
  }
  return xml;
}

struct Reading {
  std::optional<Record> record;
  ElementCount elements;
};

Reading read(const std::string& activity) {
  CollectingSink sink;
  const std::string xml = "<iati-activities version=\"2.03\">" + activity + "</iati-activities>";
  SlidingText text("a.xml", xml);
  const Ledger ledger = read_iati(text, TransactionDetail::totals, sink);
  if (sink.records.empty()) return {};
  return {sink.records.front(), ledger.elements};
}

std::uint64_t sum(const ElementCount& elements) {
  return elements.read + elements.empty + elements.unmapped;
}

std::uint64_t start_tags(std::string_view xml) {
  std::uint64_t count = 0;
  for (std::size_t at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at + 1))
    if (xml[at + 1] != '/') ++count;
  return count;
}

/// Where an element stands: from its start tag to behind its end tag.
struct Extent {
  std::string path;
  std::size_t begin = 0, end = 0;
};

void collect(pugi::xml_node node, std::string_view xml, std::vector<Extent>& extents) {
  for (const pugi::xml_node child : node.children()) {
    if (child.type() != pugi::node_element) continue;
    const auto begin = static_cast<std::size_t>(child.offset_debug()) - 1;
    std::size_t end = xml.find('>', begin) + 1;
    if (xml[end - 2] != '/') {
      pugi::xml_node last = child.next_sibling();
      const std::string tag = "</" + std::string(child.name()) + ">";
      const std::size_t limit = last ? static_cast<std::size_t>(last.offset_debug())
                                     : xml.find(std::string("</") + node.name() + ">", end);
      end = xml.rfind(tag, limit) + tag.size();
    }
    extents.push_back({child.path(), begin, end});
    collect(child, xml, extents);
  }
}

std::vector<Extent> extents_of(const std::string& xml) {
  pugi::xml_document document;
  REQUIRE(
      document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata));
  std::vector<Extent> extents;
  collect(document.document_element(), xml, extents);
  return extents;
}

/// Without the element; all else stays in its place.
std::string blanked(std::string xml, const Extent& extent) {
  for (std::size_t i = extent.begin; i < extent.end; ++i)
    if (xml[i] != '\n') xml[i] = ' ';
  return xml;
}

/// What transactions have as well: without it, theirs is read instead.
bool is_place_of_activity(const std::string& path) {
  const std::string activity = "/iati-activity/";
  return path == activity + "recipient-country" || path == activity + "recipient-region" ||
         path == activity + "sector";
}

} // namespace

TEST_CASE("every element of an activity is counted once: read, empty or not mapped") {
  for (const std::string& xml : {everything, without_own_places()}) {
    const Reading whole = read(xml);
    REQUIRE(whole.record);
    CHECK(whole.elements.empty == 0);
    CHECK(sum(whole.elements) == start_tags(xml));
    CHECK(whole.elements.read > 30);
    CHECK(whole.elements.unmapped > 100);
  }
}

TEST_CASE("an element counts as read if, and only if, the record is another without it") {
  for (const std::string& xml : {everything, without_own_places()}) {
    const Reading whole = read(xml);
    const bool has_own = xml == everything;
    for (const Extent& extent : extents_of(xml)) {
      INFO(extent.path);
      const std::string without = blanked(xml, extent);
      const Reading rest = read(without);
      if (!rest.record) continue; // the identifier: nothing is read without it
      if (has_own && is_place_of_activity(extent.path)) continue;
      CHECK(sum(rest.elements) == start_tags(without));
      CHECK((whole.elements.read > rest.elements.read) == !(*rest.record == *whole.record));
    }
  }
}

TEST_CASE("an element that says nothing counts as empty, and changes nothing") {
  for (const Extent& extent : extents_of(everything)) {
    INFO(extent.path);
    const std::string without = blanked(everything, extent);
    std::string emptied = without;
    const std::string name = extent.path.substr(extent.path.rfind('/') + 1);
    if (name.size() + 3 > extent.end - extent.begin) continue; // no room
    emptied.replace(extent.begin, name.size() + 3, "<" + name + "/>");
    const Reading gone = read(without), empty = read(emptied);
    if (!gone.record) continue;
    CHECK(*empty.record == *gone.record);
    CHECK(sum(empty.elements) == start_tags(emptied));
  }
}

TEST_CASE("places and sectors of transactions are those of an activity that has none of its own") {
  const Activity own = *read(everything).record->project()->activity;
  CHECK(own.countries.size() == 1);
  CHECK(own.sectors.at(0).code == "15190");
  const Activity theirs = *read(without_own_places()).record->project()->activity;
  REQUIRE(theirs.countries.size() == 1);
  CHECK(theirs.countries[0].code == "GT");
  CHECK(theirs.regions.at(0).code == "298");
  CHECK(theirs.sectors.at(0).code == "15160");
  CHECK(theirs.sectors.at(0).name.value == "Rights");
}
