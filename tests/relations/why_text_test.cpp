#include "relations/why_text.h"

#include <catch2/catch.hpp>

using tela::relations::as_text;
using tela::relations::Reason;
using tela::relations::Why;

namespace {

Why two_reasons() {
  return {"Honduras",
          "Guatemala",
          {{"shared-projects", "urn:p", "A\nproject", {}, "2008 to 2009", "http://page", {"in HN"}},
           {"shared-meetings", "urn:m", "", {}, "2014", "", {}}}};
}

} // namespace

TEST_CASE("reasons are told by relation, each on its lines, whatever the data hold") {
  CHECK(as_text(two_reasons(), "en") == "Honduras and Guatemala\n"
                                        "\n"
                                        "shared projects: 1\n"
                                        "  A\\nproject\n"
                                        "      urn:p\n"
                                        "      2008 to 2009\n"
                                        "      http://page\n"
                                        "      in the source: “in HN”\n"
                                        "\n"
                                        "shared meetings: 1\n"
                                        "  urn:m\n"
                                        "      urn:m\n"
                                        "      2014\n");
}

TEST_CASE("reasons are told in the words of a language, and in English where it has none") {
  const std::string spanish = as_text(two_reasons(), "es");
  CHECK(spanish.starts_with("Honduras y Guatemala\n\nproyectos en común: 1\n"));
  CHECK(spanish.find("2008 a 2009") != std::string::npos);
  CHECK(spanish.find("en la fuente: “in HN”") != std::string::npos);
  CHECK(as_text({"A", "B", {}}, "fr-CA") == "A et B\nn’ont rien en commun ici\n");
  CHECK(as_text(two_reasons(), "xx") == as_text(two_reasons(), "en"));
}
