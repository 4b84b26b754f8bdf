#pragma once

#include "base/error.h"
#include "records/record_sink.h"

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pugi {
class xml_document;
class xml_node;
} // namespace pugi

namespace tela::records {

/// What the parsers of record XML share: the values of elements, and errors at their places.
class XmlFields {
 public:
  /// `element` is what the nodes were parsed from, and begins at `place`. Keeps references.
  XmlFields(std::string_view element, const base::Place& place, Unmapped& unmapped)
      : element_(element), place_(place), unmapped_(unmapped) {}

  /// All text directly in `node`, also around comments and in CDATA sections.
  [[nodiscard]] static std::string content(pugi::xml_node node);

  /// Content and span; both empty for a node that is not there.
  [[nodiscard]] Text text(pugi::xml_node node) const;
  [[nodiscard]] Span span(pugi::xml_node node) const;

  /// The attribute `iso`, a code of ISO 3166-1 alpha-2.
  [[nodiscard]] std::string iso(pugi::xml_node node) const;

  /// The child elements of that name; those of any other name are counted.
  [[nodiscard]] std::vector<pugi::xml_node> children(pugi::xml_node node, std::string_view name);

  void count(std::string_view name);

  [[nodiscard]] base::Place place_of(pugi::xml_node node) const;
  [[noreturn]] void refuse(pugi::xml_node node, const char* what, const char* advice) const;

 private:
  std::string_view element_;
  const base::Place& place_;
  Unmapped& unmapped_;
};

/// Makes a tree of `element`, which begins at `place`; `options` are pugixml's. Throws Error(input)
/// with the place where it is not well-formed, which read_elements() has excluded.
void load_element(pugi::xml_document& tree, std::string_view element, const base::Place& place,
                  unsigned options);

/// The number that all of `digits` is, or nothing.
template<class Number>
[[nodiscard]] std::optional<Number> number_of(std::string_view digits) {
  Number value{};
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return value;
}

} // namespace tela::records
