#include "redland/xml_guard.h"

#include "base/error.h"
#include "base/xml_encoding.h"
#include "base/xml_reader.h"

#include <algorithm>

namespace tela::redland {

namespace {

// The deepest nesting that libxml2 takes.
constexpr std::size_t max_xml_depth = 256;

void check_encoding(std::string_view source, std::string_view document) {
  constexpr std::size_t enough = 1024;
  const std::string encoding = base::xml_encoding(document.substr(0, enough));
  if (!encoding.empty())
    throw base::Error(base::Failure::input, {std::string(source), 1, 1}, "the encoding " + encoding,
                      "save the file as UTF-8");
}

// Looks at the tags of a well-formed document.
class Guard final : public base::XmlHandler {
 public:
  Guard(std::string_view source, const rdf::ReadLimits& limits)
      : limits_(limits), reader_(std::string(source), *this,
                                 {.limits = {.depth = std::min(limits.depth, max_xml_depth)}}) {}

  void read(std::string_view document) {
    reader_.feed(document);
    reader_.finish();
  }

  void start_element(std::string_view, const base::XmlAttributes& attributes) override {
    for (const std::string_view name : {"xml:lang", "lang"})
      if (attributes.find(name).value_or("").size() > limits_.language_tag)
        throw base::Error(base::Failure::input, reader_.place(),
                          "a language tag of more than " + std::to_string(limits_.language_tag) +
                              " characters",
                          "shorten it");
  }
  void end_element(std::string_view) override {}

 private:
  const rdf::ReadLimits& limits_;
  base::XmlReader reader_;
};

} // namespace

void check_rdf_in_xml(std::string_view source, std::string_view document,
                      const rdf::ReadLimits& limits) {
  check_encoding(source, document);
  Guard(source, limits).read(document);
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
