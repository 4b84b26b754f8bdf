#include "base/error.h"
#include "export/graphml_lint.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view document(reinterpret_cast<const char*>(data), size);
  try {
    (void)tela::export_::lint_graphml("fuzz.graphml", document);
  } catch (const tela::base::Error&) {
    // Refusing is an answer.
  }
  return 0;
}
