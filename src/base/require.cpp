#include "base/require.h"

#include <cstdio>
#include <cstdlib>

namespace tela::base {

void fail_requirement(const char* what, const std::source_location& where) {
  std::fprintf(stderr, "%s:%u: %s requires: %s\n", where.file_name(),
               static_cast<unsigned>(where.line()), where.function_name(), what);
  std::abort();
}

} // namespace tela::base
