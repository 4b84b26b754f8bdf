#include "base/error.h"
#include "jsonld/reader.h"
#include "rdf/isomorphism.h"
#include "redland/reader.h"
#include "redland/writer.h"
#include "support/quad_list.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using namespace tela;

// What was read is RDF, and comes back when it is written; TriG is the other opinion.
void check_round_trip(const std::vector<rdf::Quad>& quads, redland::Syntax syntax) {
  std::string text;
  const auto writer = redland::make_writer(syntax, [&](std::string_view part) { text += part; });
  for (const auto& quad : quads) writer->quad(rdf::view(quad));
  writer->finish();
  tests::QuadList back;
  redland::read_text("written", text, syntax, back);
  try {
    if (!rdf::is_isomorphic(quads, back.quads, 100)) std::abort();
  } catch (const base::Error&) { // too many blank nodes alike
  }
}

} // namespace

/// Any bytes as JSON-LD, behind one that chooses the options.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  jsonld::Options own;
  own.is_1_0 = (data[0] & 1U) != 0;
  own.directions = static_cast<jsonld::Directions>(data[0] / 2U % 3U);
  rdf::ReadOptions options;
  if ((data[0] & 64U) == 0) options.base = "http://e.example/base";
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  tests::QuadList list;
  try {
    jsonld::read_json_ld("fuzz", text, list, options, own);
  } catch (const base::Error&) {
    return 0;
  }
  check_round_trip(list.quads, redland::Syntax::json_ld);
  check_round_trip(list.quads, redland::Syntax::trig);
  return 0;
}
