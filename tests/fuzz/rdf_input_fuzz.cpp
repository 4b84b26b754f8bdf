#include "base/error.h"
#include "rdf/isomorphism.h"
#include "redland/reader.h"
#include "redland/writer.h"
#include "support/quad_list.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using namespace tela;
using redland::Syntax;

constexpr std::array readable{Syntax::turtle,  Syntax::trig, Syntax::ntriples, Syntax::nquads,
                              Syntax::rdf_xml, Syntax::rdfa, Syntax::feed,     Syntax::rdf_json};

// What was read must come back when it is written, unless the syntax says that it cannot hold it.
void check_round_trip(const std::vector<rdf::Quad>& quads, Syntax syntax) {
  std::string text;
  try {
    const auto writer = redland::make_writer(syntax, [&](std::string_view part) { text += part; },
                                             {rdf::PrefixMap::standard()});
    for (const auto& quad : quads) writer->quad(rdf::view(quad));
    writer->finish();
  } catch (const base::Error&) {
    return;
  }
  tests::QuadList back;
  redland::read_text("written", text, syntax, back); // what it throws is a finding
  try {
    if (!rdf::is_isomorphic(quads, back.quads, 100)) std::abort();
  } catch (const base::Error&) { // too many blank nodes alike
  }
}

} // namespace

/// The first byte chooses a syntax; the rest is refused with an Error, or read, and what was read
/// survives every syntax.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const Syntax syntax = readable.at(data[0] % readable.size());
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  redland::ReadOptions options;
  options.base = "http://e.example/base";
  options.limits.depth = 50;
  tests::QuadList list;
  try {
    redland::read_text("fuzz", text, syntax, list, options);
  } catch (const base::Error&) {
    return 0;
  }
  for (const Syntax written :
       {Syntax::turtle, Syntax::trig, Syntax::nquads, Syntax::rdf_xml, Syntax::rdf_json})
    check_round_trip(list.quads, written);
  return 0;
}
