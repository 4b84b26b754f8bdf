#include "base/require.h"

#include <cstdio>
#include <cstdlib>

namespace tela::base {

void broken_precondition(const std::source_location& where) {
  std::fprintf(stderr, "%s:%u: a precondition of %s is broken\n", where.file_name(),
               static_cast<unsigned>(where.line()), where.function_name());
  std::abort();
}

} // namespace tela::base
