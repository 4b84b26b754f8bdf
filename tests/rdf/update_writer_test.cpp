#include "base/error.h"
#include "rdf/update_writer.h"

#include <catch2/catch.hpp>

using namespace tela::rdf;

TEST_CASE("changes are written as updates of so many statements") {
  const Term a = iri("urn:a"), p = iri("urn:p"), g = iri("urn:g"), text = literal("x\"\n");
  std::string written;
  UpdateWriter writer([&](std::string_view lines) { written += lines; }, 2);
  writer.remove({a, p, text, TermView(g)});
  for (int i = 0; i < 3; ++i) writer.add({a, p, a, std::nullopt});
  writer.finish();
  CHECK(written == "DELETE DATA {\nGRAPH <urn:g> { <urn:a> <urn:p> \"x\\\"\\n\" . }\n} ;\n"
                   "INSERT DATA {\n<urn:a> <urn:p> <urn:a> .\n<urn:a> <urn:p> <urn:a> .\n} ;\n"
                   "INSERT DATA {\n<urn:a> <urn:p> <urn:a> .\n} ;\n");
}

TEST_CASE("an update names no blank node") {
  UpdateWriter writer([](std::string_view) {});
  const Term b = blank("b"), p = iri("urn:p");
  CHECK_THROWS_AS(writer.remove({b, p, p, std::nullopt}), tela::base::Error);
  CHECK_THROWS_AS(writer.add({p, p, p, TermView(b)}), tela::base::Error);
}
