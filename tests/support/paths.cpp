#include "support/paths.h"

namespace tela::tests {

const std::filesystem::path& source_folder() {
  static const std::filesystem::path folder{TELA_SOURCE_DIR};
  return folder;
}

const std::filesystem::path& shared_folder() {
  static const std::filesystem::path folder{TELA_SHARED_DIR};
  return folder;
}

} // namespace tela::tests
