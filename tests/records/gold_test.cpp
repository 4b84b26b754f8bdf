#include "records/one_record.h"
#include "shared_pages.h"

#include <catch2/catch.hpp>

using namespace tela::records;

namespace {

Record read_file(const std::filesystem::path& path) {
  return tela::test::read_page(path.filename().string(), tela::base::read_file(path));
}

std::string text(const nlohmann::json& gold, const char* key) {
  return gold.contains(key) && gold[key].is_string() ? gold[key].get<std::string>() : "";
}

void check_project(const Record& record, const nlohmann::json& gold) {
  REQUIRE(record.project() != nullptr);
  const Project& project = *record.project();
  CHECK(project.project_id.value == text(gold, "project_id"));
  CHECK(project.prima_id.value == text(gold, "prima_id"));
  CHECK(to_string(project.status) == text(gold, "status"));
  CHECK(project.type.value == text(gold, "type"));
  CHECK(to_string(project.coverage) == text(gold, "coverage"));
  CHECK(project.region.value == text(gold, "region"));
  CHECK(project.start.value == text(gold, "start"));
  CHECK(project.end.value == text(gold, "end"));
  CHECK(project.year.value == text(gold, "year"));
  REQUIRE(project.budget);
  CHECK(project.budget->amount == text(gold["budget"], "amount"));
}

/// What stands at the span of a value is the value, but for white space.
void check_span(const std::string& page, const Text& value) {
  const std::string raw = page.substr(value.span.start, value.span.end - value.span.start);
  CHECK(page_line(raw, 0).text.value == value.value);
}

} // namespace

TEST_CASE("every field of the project pages with gold is right", "[shared]") {
  for (const auto& gold : shared::json_lines("pages/projects.gold.jsonl")) {
    const auto path = shared::folder / "pages/projects" / text(gold, "page");
    INFO(path);
    const Record record = read_file(path);
    CHECK(record.title.value == text(gold, "title"));
    CHECK(record.language == text(gold, "lang"));
    check_project(record, gold);
    const std::string page = tela::base::read_file(path);
    check_span(page, record.title);
    check_span(page, record.project()->region);
    check_span(page, record.project()->beneficiaries.raw);
  }
}

TEST_CASE("titles and languages of the articles with gold are right", "[shared]") {
  for (const auto& gold : shared::json_lines("pages/articles.gold.jsonl")) {
    INFO(text(gold, "page"));
    const Record record = read_file(shared::folder / "pages/articles" / text(gold, "page"));
    REQUIRE(record.article() != nullptr);
    CHECK(record.title.value == text(gold, "title"));
    CHECK(record.language == text(gold, "lang"));
    CHECK(record.article()->dateline.value == text(gold, "dateline_place"));
    CHECK(record.article()->sections.back().part == Part::contact);
    CHECK(record.body.value.find("href") == std::string::npos);
    CHECK(record.body.value.find("2030") == std::string::npos); // the menu's last line
  }
}
