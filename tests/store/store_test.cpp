#include "rdf/namespaces.h"
#include "rdf/nquads_reader.h"
#include "rdf/nquads_writer.h"
#include "store/builder.h"
#include "store/store.h"

#include <catch2/catch.hpp>

using namespace tela;
using rdf::Id;
using rdf::Order;

namespace {

store::Store store_of(std::string_view nquads) {
  store::Builder builder;
  rdf::read_nquads(nquads, "test.nq", rdf::NQuadsSyntax::nquads, builder);
  return store::Store::from_memory(builder.finish_in_memory());
}

std::string dump(const store::Store& store, Order order = Order::spo) {
  std::string text;
  rdf::NQuadsWriter writer([&](std::string_view piece) { text += piece; });
  store::export_quads(store, order, writer);
  writer.finish();
  return text;
}

} // namespace

TEST_CASE("a store gives back what was put in, sorted and once") {
  const auto store = store_of("<urn:b> <urn:p> \"x\"@fr .\n<urn:a> <urn:p> <urn:b> .\n"
                              "<urn:a> <urn:p> <urn:b> .\n<urn:a> <urn:p> "
                              "\"7\"^^<http://www.w3.org/2001/XMLSchema#integer> <urn:g> .\n");
  CHECK(store.counts().quads == 3);
  CHECK(dump(store) ==
        "<urn:a> <urn:p> <urn:b> .\n"
        "<urn:a> <urn:p> \"7\"^^<http://www.w3.org/2001/XMLSchema#integer> <urn:g> .\n"
        "<urn:b> <urn:p> \"x\"@fr .\n");
  store.verify();
}
