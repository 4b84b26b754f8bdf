#include "export/appearance.h"

#include <cstdio>

namespace tela::export_ {

std::string hex(Colour colour) {
  char text[8];
  std::snprintf(text, sizeof text, "#%02x%02x%02x", unsigned{colour.red}, unsigned{colour.green},
                unsigned{colour.blue});
  return text;
}

} // namespace tela::export_
