#pragma once

#include <string>

namespace tela::publish {

/// A file of a release, whole.
struct PageFile {
  std::string path;
  std::string content;
};

} // namespace tela::publish
