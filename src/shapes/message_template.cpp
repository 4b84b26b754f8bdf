#include "shapes/message_template.h"

#include <string>
#include <string_view>
#include <utility>

namespace tela::shapes {

rdf::Term filled(rdf::Term message, const sparql::algebra::Substitution& values) {
  const std::string_view text = message.value;
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t open = text.find('{', at);
    const std::size_t close = text.find('}', open);
    if (close == std::string_view::npos) break;
    const std::string_view inner = text.substr(open + 1, close - open - 1);
    const bool is_name = inner.starts_with('?') || inner.starts_with('$');
    const auto value = is_name ? values.find(inner.substr(1)) : values.end();
    // Only the brace is passed when it opens no name: one may begin right behind it.
    const std::size_t end = value == values.end() ? open + 1 : close + 1;
    out += text.substr(at, open - at);
    out += value == values.end() ? "{" : value->second.value;
    at = end;
  }
  out += text.substr(at);
  message.value = std::move(out);
  return message;
}

} // namespace tela::shapes
