#pragma once

#include "base/xml_reader.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tela::redland {

/// Writes XML that stands in a document as the lexical form of an rdf:XMLLiteral: Exclusive XML
/// Canonicalization with comments (https://www.w3.org/TR/xml-exc-c14n/), as RDF 1.1 XML asks. Names
/// are those of base::XmlNames::expanded.
class XmlLiteral {
 public:
  void start_element(std::string_view name, const base::XmlAttributes& attributes);
  void end_element(std::string_view name);
  void text(std::string_view piece);
  void comment(std::string_view content);
  void instruction(std::string_view target, std::string_view content);

  [[nodiscard]] std::size_t size() const noexcept { return out_.size(); }
  /// What was written; a new literal may begin. REQUIRES: all elements have ended.
  [[nodiscard]] std::string take() { return std::exchange(out_, {}); }

 private:
  using Binding = std::pair<std::string, std::string>; // prefix, namespace

  void declare(const std::vector<Binding>& used);
  [[nodiscard]] std::string_view bound(std::string_view prefix) const;

  std::string out_;
  std::vector<Binding> declared_;         // by the elements that are open
  std::vector<std::size_t> declarations_; // how many there were before each of these elements
};

} // namespace tela::redland
