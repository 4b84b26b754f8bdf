#include "cli/record_lines.h"

#include <catch2/catch.hpp>

using tela::cli::find_lines;
using tela::cli::NameLines;

TEST_CASE("a record names itself in XML, in a table, in JSON") {
  NameLines names{{"https://x.org/node/1", 0}, {"PR.0001", 0}};
  find_lines("<records>\n<record address=\"https://x.org/node/10\"/>\n"
             "<record address=\"https://x.org/node/1\">\n<project-id>PR.0001</project-id>",
             names);
  CHECK(names["https://x.org/node/1"] == 3); // not the one that begins alike
  CHECK(names["PR.0001"] == 4);

  NameLines rows{{"PR.0002", 0}};
  find_lines("id,title\nPR.0001,Return\nPR.0002,Health", rows);
  CHECK(rows["PR.0002"] == 3);

  NameLines objects{{"PR.0003", 0}};
  find_lines("\n{\"project_id\":\"PR.0003\"}\n", objects);
  CHECK(objects["PR.0003"] == 2);
}

TEST_CASE("an activity that another one refers to is not found there") {
  NameLines names{{"XM-1-A", 0}, {"XM-1-Z", 0}};
  find_lines("<related-activity ref=\"XM-1-A\"/>\n<iati-identifier>XM-1-A</iati-identifier>",
             names);
  CHECK(names["XM-1-A"] == 2);
  CHECK(names["XM-1-Z"] == 0);
  find_lines("", names);
  CHECK(names["XM-1-Z"] == 0);
}
