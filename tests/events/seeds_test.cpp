#include "base/file.h"
#include "records/page_reader.h"
#include "sentences.h"
#include "support/paths.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>

using namespace tela;
using namespace tela::gazetteer;
using namespace tela::events;
using test::Codes;

namespace {

/// The five real pages in order of name.
std::vector<std::filesystem::path> seeds() {
  const auto folder = tests::shared_folder() / "pages/seeds";
  std::vector<std::filesystem::path> pages;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    pages.push_back(entry.path());
  std::sort(pages.begin(), pages.end());
  return pages;
}

struct Seed {
  std::string page; ///< the bytes that spans count in
  Links links;
};

Seed seed(const std::filesystem::path& path) {
  Seed result{base::read_file(path), {}};
  result.links = test::links_of(records::read_page(path.filename().string(), result.page).front());
  return result;
}

Codes once(Codes found) {
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::string without_space(std::string text) {
  std::erase_if(text, [](char byte) { return byte == ' ' || byte == '\n' || byte == '\r'; });
  return text;
}

const Codes central_america_and_north = {"BZ", "CA", "CR", "DO", "GT", "HN",
                                         "MX", "NI", "PA", "SV", "US"};

} // namespace

TEST_CASE("the five real pages: what the projects link to", "[shared]") {
  const auto pages = seeds();
  const auto integration = seed(pages.at(0)).links;
  CHECK(test::codes(integration.beneficiaries) ==
        Codes{"BZ", "CR", "DO", "SV", "GT", "HN", "MX", "NI", "PA"});
  CHECK(integration.other_countries.empty());
  REQUIRE(integration.theme);
  CHECK(integration.theme->theme->id == "technical-cooperation");
  REQUIRE(integration.regions.size() == 1);
  CHECK(integration.regions.front().region->m49 == "419");
  CHECK(once(test::ids(integration.processes)) == Codes{"ocam", "rcm"});
  CHECK(once(test::ids(integration.organisations)) == Codes{"sica"});

  const auto coordination = seed(pages.at(2)).links;
  CHECK(test::codes(coordination.beneficiaries) == Codes{"SV"});
  CHECK_FALSE(coordination.theme);
  CHECK(once(test::ids(coordination.processes)) == Codes{"gcm"});

  const auto plan = seed(pages.at(3)).links;
  CHECK(test::codes(plan.beneficiaries) == Codes{"AR", "BO", "CO", "EC", "PY", "PE", "GY"});
  CHECK(test::codes(plan.other_countries) == Codes{"CL", "UY"});
  REQUIRE(plan.theme);
  CHECK(plan.theme->theme->id == "migration-policy");
  CHECK(once(test::codes(plan.states)) == Codes{"VE"});
}

TEST_CASE("the five real pages: the meeting at Tela", "[shared]") {
  const auto pages = seeds();
  const auto links = seed(pages.at(1)).links;
  REQUIRE(links.events.size() == 1);
  const Event& event = links.events.front();
  REQUIRE(event.process != nullptr);
  CHECK(event.process->id == "rcm");
  CHECK(event.edition == 13);
  CHECK(event.place == "Tela");
  CHECK(test::country(event) == "HN");
  CHECK(test::codes(event.chairs) == Codes{"HN"});
  CHECK(once(test::codes(event.participants)) == central_america_and_north);
  CHECK(event.others.empty());
  CHECK(once(test::codes(links.states)) == central_america_and_north);
  CHECK(once(test::ids(links.processes)) == Codes{"rcm"});
}

TEST_CASE("the five real pages: the 43rd meeting of the OCAM", "[shared]") {
  const auto pages = seeds();
  const auto links = seed(pages.at(4)).links;
  REQUIRE(links.events.size() == 1);
  const Event& event = links.events.front();
  REQUIRE(event.process != nullptr);
  CHECK(event.process->id == "ocam");
  CHECK(event.edition == 43);
  CHECK(event.place.empty());
  CHECK(event.chairs.empty());
  CHECK(event.participants.empty());
  CHECK(test::codes(event.others) == Codes{"CR"}); // where it was founded
  CHECK(once(test::ids(links.organisations)) == Codes{"interpol", "iom", "sica"});
}

TEST_CASE("the five real pages: every quote stands where its span says", "[shared]") {
  for (const auto& path : seeds()) {
    const auto [page, links] = seed(path);
    const auto check = [&, &text = page](const Evidence& evidence) {
      const auto& span = evidence.span;
      REQUIRE(span.known());
      CHECK(without_space(text.substr(span.start, span.end - span.start)) ==
            without_space(evidence.quote));
    };
    for (const auto& link : links.states) check(link.evidence);
    for (const auto& link : links.processes) check(link.evidence);
    for (const auto& link : links.organisations) check(link.evidence);
  }
}
