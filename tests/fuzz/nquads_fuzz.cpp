#include "base/error.h"
#include "rdf/nquads_reader.h"
#include "rdf/nquads_writer.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using namespace tela::rdf;

std::string canonical(std::string_view text) {
  std::string out;
  NQuadsWriter writer([&](std::string_view piece) { out += piece; });
  read_nquads(text, "fuzz.nq", NQuadsSyntax::nquads, writer);
  writer.finish();
  return out;
}

} // namespace

/// Any bytes as N-Quads: refused with a place, or what is written of it reads back the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string once;
  try {
    once = canonical({reinterpret_cast<const char*>(data), size});
  } catch (const tela::base::Error& error) {
    if (error.place().line == 0) std::abort();
    return 0;
  }
  if (canonical(once) != once) std::abort();
  return 0;
}
