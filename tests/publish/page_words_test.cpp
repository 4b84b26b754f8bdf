#include "publish/page_plan.h"
#include "publish/page_words.h"

#include <catch2/catch.hpp>

using namespace tela::publish;

TEST_CASE("every word has a form in every language") {
  for (const std::string_view key : word_keys) {
    INFO(key);
    for (const std::string_view form : planned_word(key)) CHECK_FALSE(form.empty());
  }
}

TEST_CASE("every head and title of the plan has words") {
  for (const SectionPlan& section : page_plan().sections) {
    CHECK_NOTHROW(planned_word(section.title));
    for (const ColumnPlan& column : section.columns) CHECK_NOTHROW(planned_word(column.head));
  }
  for (const ListPlan& list : page_plan().lists)
    for (const ColumnPlan& column : list.columns) CHECK_NOTHROW(planned_word(column.head));
}

TEST_CASE("every kind of the plan has a plural in every language") {
  for (const std::string& kind : page_plan().kinds) {
    INFO(kind);
    const auto plural = plural_of(kind);
    REQUIRE(plural);
    for (const std::string_view form : *plural) CHECK_FALSE(form.empty());
  }
}

TEST_CASE("a key that the plan misspells is told") {
  CHECK_THROWS_AS(planned_word("no such key"), std::out_of_range);
  CHECK_THROWS_AS(way_of_writing("no such way"), std::out_of_range);
}

TEST_CASE("each language says how dates are written") {
  CHECK(month_names().size() == 12);
  for (const char* way : {"day", "first day", "month", "decimal sign"})
    CHECK_NOTHROW(way_of_writing(way));
}
