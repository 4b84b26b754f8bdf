#include "export/neo4j_names.h"

#include "base/ascii.h"

namespace tela::export_ {

std::string neo4j_label(std::string_view id) {
  const auto colon = id.find(':');
  if (colon == std::string_view::npos || colon == 0) return "Node";
  std::string label(id.substr(0, colon));
  label[0] = base::ascii_upper(label[0]);
  return label;
}

std::string neo4j_type(std::string_view kind) {
  if (kind.empty()) return "RELATED";
  std::string type;
  for (const char c : kind) type += c == '-' || c == ' ' ? '_' : base::ascii_upper(c);
  return type;
}

} // namespace tela::export_
