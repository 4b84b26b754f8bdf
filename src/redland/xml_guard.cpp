#include "redland/xml_guard.h"

#include "base/error.h"
#include "base/xml_reader.h"

#include <algorithm>

namespace tela::redland {

namespace {

constexpr std::string_view white_space = " \t\r\n";

// The deepest nesting that libxml2 takes.
constexpr std::size_t max_xml_depth = 256;

bool is_quote(char c) {
  return c == '"' || c == '\'';
}

// What stands between quotes behind "name =" at `at`; empty data() when there is no such thing.
std::string_view attribute_value(std::string_view text, std::size_t at) {
  at = text.find_first_not_of(white_space, at);
  if (at == std::string_view::npos || text[at] != '=') return {};
  at = text.find_first_not_of(white_space, at + 1);
  if (at == std::string_view::npos || !is_quote(text[at])) return {};
  const auto end = text.find(text[at], at + 1);
  return text.substr(at + 1, end == std::string_view::npos ? end : end - at - 1);
}

bool is_utf8_name(std::string_view name) {
  std::string lower(name);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return lower == "utf-8" || lower == "utf8" || lower == "us-ascii";
}

void check_encoding(std::string_view source, std::string_view document) {
  const auto start = document.find("<?xml");
  if (start == std::string_view::npos || start > 3) return;
  const std::string_view declaration = document.substr(0, document.find("?>"));
  const auto at = declaration.find("encoding");
  if (at == std::string_view::npos) return;
  const std::string_view name = attribute_value(declaration, at + 8);
  if (is_utf8_name(name)) return;
  throw base::Error(base::Failure::input, base::place_at(source, document, at),
                    "the encoding " + std::string(name), "save the file as UTF-8");
}

void check_languages(std::string_view source, std::string_view document, std::size_t limit) {
  for (auto at = document.find("lang"); at != std::string_view::npos;
       at = document.find("lang", at + 4)) {
    if (attribute_value(document, at + 4).size() <= limit) continue;
    throw base::Error(base::Failure::input, base::place_at(source, document, at),
                      "a language tag of more than " + std::to_string(limit) + " characters",
                      "shorten it");
  }
}

} // namespace

void check_rdf_in_xml(std::string_view source, std::string_view document,
                      const rdf::ReadLimits& limits) {
  base::check_xml(source, document, {.limits = {.depth = std::min(limits.depth, max_xml_depth)}});
  check_encoding(source, document);
  check_languages(source, document, limits.language_tag);
}

std::string without_plain_doctype(std::string_view document) {
  std::string text(document);
  const auto start = text.find("<!DOCTYPE");
  const auto end = text.find_first_of("[>", start == std::string::npos ? text.size() : start);
  if (end != std::string::npos && text[end] == '>')
    std::replace_if(
        text.begin() + static_cast<std::ptrdiff_t>(start),
        text.begin() + static_cast<std::ptrdiff_t>(end) + 1,
        [](char c) { return c != '\n' && c != '\r'; }, ' ');
  return text;
}

} // namespace tela::redland
