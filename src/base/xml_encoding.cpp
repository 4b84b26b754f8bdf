#include "base/xml_encoding.h"

#include "base/ascii.h"
#include "base/error.h"
#include "base/text_decoder.h"

#include <array>
#include <utility>

namespace tela::base {

namespace {

constexpr std::string_view white_space = " \t\r\n";

/// The value of encoding="…" in a declaration, or nothing.
std::string_view declared_encoding(std::string_view declaration) {
  constexpr std::string_view name = "encoding";
  auto at = declaration.find(name);
  if (at == std::string_view::npos) return {};
  at = declaration.find_first_not_of(white_space, at + name.size());
  if (at == std::string_view::npos || declaration[at] != '=') return {};
  at = declaration.find_first_not_of(white_space, at + 1);
  if (at == std::string_view::npos || (declaration[at] != '"' && declaration[at] != '\''))
    return {};
  const auto end = declaration.find(declaration[at], at + 1);
  if (end == std::string_view::npos) return {};
  return declaration.substr(at + 1, end - at - 1);
}

bool is_utf8_name(std::string_view name) {
  const std::string lower = ascii_lower(name);
  return lower == "utf-8" || lower == "utf8";
}

} // namespace

std::string xml_encoding(std::string_view beginning) {
  using namespace std::string_view_literals;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> shapes{{
      {"\xEF\xBB\xBF"sv, ""sv},
      {"\xFF\xFE\0\0"sv, "UTF-32"sv},
      {"\0\0\xFE\xFF"sv, "UTF-32"sv},
      {"\xFF\xFE"sv, "UTF-16"sv},
      {"\xFE\xFF"sv, "UTF-16"sv},
      {"<\0?\0"sv, "UTF-16LE"sv},
      {"\0<\0?"sv, "UTF-16BE"sv},
  }};
  for (const auto& [shape, encoding] : shapes)
    if (beginning.starts_with(shape)) return std::string(encoding);
  if (!beginning.starts_with("<?xml")) return {};
  const std::string_view name = declared_encoding(beginning.substr(0, beginning.find("?>")));
  return is_utf8_name(name) ? std::string() : std::string(name);
}

XmlText::XmlText(std::string_view source, std::string_view document) : text_(document) {
  constexpr std::size_t enough = 1024;
  const std::string encoding = xml_encoding(document.substr(0, enough));
  if (encoding.empty()) return;
  try {
    TextDecoder decoder(encoding);
    decoder.append(decoded_, document);
    decoder.finish(decoded_);
  } catch (const Error& error) {
    throw Error(error.failure(), place_at(source, decoded_, decoded_.size()), error.message(),
                error.advice());
  }
  text_ = decoded_;
}

} // namespace tela::base
