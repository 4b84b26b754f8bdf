#include "cli/manual_page.h"

#include <catch2/catch.hpp>

using namespace tela;

namespace {

cli::CommandOutline outline() {
  return {.name = "tela graph query",
          .description = "Networks of 'queries'",
          .examples = "tela graph query a.rq\n.hidden \\n",
          .options = {{.names = {"-f", "--format"},
                       .value = "TEXT",
                       .choices = {"a", "b"},
                       .description = ".dot at the start",
                       .initial = "a",
                       .environment = ""}},
          .subcommands = {}};
}

} // namespace

TEST_CASE("a manual page is named after the whole command") {
  CHECK(cli::manual_file_name(outline()) == "tela-graph-query.1");
  CHECK(
      cli::manual_page(outline(), "1.2").starts_with(".TH TELA-GRAPH-QUERY 1 \"\" \"tela 1.2\"\n"));
}

TEST_CASE("no text of an option becomes a request of roff") {
  const std::string page = cli::manual_page(outline(), "1");
  CHECK(page.find("\n\\&.dot at the start. One of a, b. Without it: a.\n") != std::string::npos);
  CHECK(page.find("\n\\&.hidden \\en\n") != std::string::npos);
  CHECK(page.find("\\fB\\-f\\fR, \\fB\\-\\-format\\fR \\fITEXT\\fR\n") != std::string::npos);
}

TEST_CASE("the synopsis tells what has to be given from what may be") {
  const cli::CommandOutline command{
      .name = "tela why",
      .description = "",
      .examples = "",
      .options = {{.names = {"first"}, .required = true}, {.names = {"more"}}},
      .subcommands = {}};
  CHECK(cli::manual_page(command, "1")
            .find(".B tela why\n[\\fIoptions\\fR] \\fIfirst\\fR [\\fImore\\fR]\n") !=
        std::string::npos);
}
