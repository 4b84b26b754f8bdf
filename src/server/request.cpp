#include "server/request.h"

#include "base/ascii.h"

#include <algorithm>

namespace tela::server {

std::optional<std::string_view> Request::field(std::string_view name) const {
  return value_of(fields, name);
}

std::string Request::content_type() const {
  std::string type(field("content-type").value_or(""));
  type.erase(std::min(type.find_first_of("; \t"), type.size()));
  return base::ascii_lower(type);
}

std::optional<std::string_view> value_of(const Parameters& parameters, std::string_view name) {
  const auto found = std::ranges::find(parameters, name, &Parameters::value_type::first);
  if (found == parameters.end()) return std::nullopt;
  return found->second;
}

std::vector<std::string> values_of(const Parameters& parameters, std::string_view name) {
  std::vector<std::string> values;
  for (const auto& [key, value] : parameters)
    if (key == name) values.push_back(value);
  return values;
}

} // namespace tela::server
