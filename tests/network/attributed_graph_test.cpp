#include "base/error.h"
#include "network/attributed_graph.h"

#include <catch2/catch.hpp>

using namespace tela::network;

TEST_CASE("a column gives back what was pushed, and says where nothing was") {
  Column texts({"region", ValueType::text});
  texts.push(std::string_view("Amérique centrale"));
  texts.push({});
  texts.push(std::string_view(""));
  CHECK(std::get<std::string_view>(texts[0]) == "Amérique centrale");
  CHECK_FALSE(has_value(texts[1]));
  CHECK(std::get<std::string_view>(texts[2]).empty());
  CHECK(has_value(texts[2]));

  Column flags({"member", ValueType::boolean});
  flags.push(true);
  flags.push(false);
  CHECK(std::get<bool>(flags[0]));
  CHECK_FALSE(std::get<bool>(flags[1]));
}

TEST_CASE("lists join their items so that they come apart again") {
  std::string list;
  append_to_list(list, "project:Q36-805");
  append_to_list(list, "a|b");
  CHECK(list == "project:Q36-805|a%7Cb");
  CHECK(list_items(list) == std::vector<std::string_view>{"project:Q36-805", "a%7Cb"});
  CHECK(list_items("").empty());
}

TEST_CASE("node ids are tokens that every format can hold") {
  NodeTable nodes;
  CHECK(nodes.add({"state:HN", "Honduras", "", {}}) == 0);
  for (const char* bad : {"", "state HN", "état:HN", "a/b", "a\"b"})
    CHECK_THROWS_AS(nodes.add({bad, "", "", {}}), tela::base::Error);
}

TEST_CASE("an attribute name is given once") {
  NodeTable nodes;
  nodes.add_column({"region", ValueType::text});
  CHECK_THROWS_AS(nodes.add_column({"region", ValueType::real}), tela::base::Error);
  CHECK_THROWS_AS(nodes.add_column({"label", ValueType::text}), tela::base::Error);
  CHECK(nodes.column("region") != nullptr);
  CHECK(nodes.column("size") == nullptr);
  EdgeTable edges;
  CHECK_THROWS_AS(edges.add_column({"weight", ValueType::real}), tela::base::Error);
}

TEST_CASE("a table streams its edges in order") {
  EdgeTable edges;
  edges.add({0, 1, 2.5, {}}, "shared-projects");
  edges.add({1, 2, 1, years(2020, 2021)}, "shared-memberships");
  Column& reasons = edges.add_column({"evidence", ValueType::list});
  reasons.push(std::string_view("project:1|project:2"));
  reasons.push({});

  const auto stream = edges.stream();
  CHECK(stream->schema().dated);
  const EdgeView* first = stream->next();
  CHECK(first->kind == "shared-projects");
  CHECK(std::get<std::string_view>(first->values[0]) == "project:1|project:2");
  CHECK(stream->next()->weight == 1);
  CHECK(stream->next() == nullptr);
  CHECK(edges.kinds().size() == 2);
}
