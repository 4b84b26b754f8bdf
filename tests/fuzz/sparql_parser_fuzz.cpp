#include "base/error.h"
#include "rdf/prefix_map.h"
#include "sparql/algebra/translate.h"
#include "sparql/syntax/parser.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// Any bytes as a query: refused with a place in the text, or algebra that can be copied and
/// printed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tela;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  sparql::syntax::ParseOptions options;
  options.base = "http://example.org/query";
  options.prefixes = &rdf::PrefixMap::standard();
  options.known = &rdf::PrefixMap::standard();
  try {
    const auto query = sparql::algebra::translate(sparql::syntax::parse(text, options));
    const auto copy = sparql::algebra::clone(*query.pattern);
    if (to_string(copy) != to_string(*query.pattern)) std::abort();
  } catch (const base::Error& error) {
    if (error.place().line == 0) std::abort();
  }
  return 0;
}
