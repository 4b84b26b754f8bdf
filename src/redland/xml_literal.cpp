#include "redland/xml_literal.h"

#include <algorithm>
#include <tuple>

namespace tela::redland {

namespace {

using base::XmlName;

/// What canonical XML writes for a character; empty: the character itself.
std::string_view escape_in_text(char c) {
  switch (c) {
  case '&':
    return "&amp;";
  case '<':
    return "&lt;";
  case '>':
    return "&gt;";
  case '\r':
    return "&#xD;";
  default:
    return {};
  }
}

std::string_view escape_in_value(char c) {
  switch (c) {
  case '"':
    return "&quot;";
  case '\t':
    return "&#x9;";
  case '\n':
    return "&#xA;";
  case '>':
    return {};
  default:
    return escape_in_text(c);
  }
}

template<class Escape>
void append(std::string& out, std::string_view text, Escape escape) {
  for (const char c : text) {
    const std::string_view escaped = escape(c);
    if (escaped.empty())
      out += c;
    else
      out += escaped;
  }
}

void append_name(std::string& out, const XmlName& name) {
  if (!name.prefix.empty()) (out += name.prefix) += ':';
  out += name.local;
}

void append_attribute(std::string& out, const XmlName& name, std::string_view value) {
  out += ' ';
  append_name(out, name);
  out += "=\"";
  append(out, value, escape_in_value);
  out += '"';
}

} // namespace

void XmlLiteral::start_element(std::string_view expanded, const base::XmlAttributes& attributes) {
  using Attribute = std::pair<XmlName, std::string_view>;
  const XmlName name = XmlName::of(expanded);
  std::vector<Attribute> sorted;
  std::vector<Binding> used{{std::string(name.prefix), std::string(name.space)}};
  attributes.for_each([&](std::string_view key, std::string_view value) {
    const XmlName attribute = XmlName::of(key);
    sorted.emplace_back(attribute, value);
    if (!attribute.prefix.empty()) used.emplace_back(attribute.prefix, attribute.space);
  });
  std::ranges::sort(sorted, {}, [](const Attribute& attribute) {
    return std::tie(attribute.first.space, attribute.first.local);
  });
  out_ += '<';
  append_name(out_, name);
  declarations_.push_back(declared_.size());
  declare(used);
  for (const auto& [attribute, value] : sorted) append_attribute(out_, attribute, value);
  out_ += '>';
}

// Only prefixes that the element uses itself, and that no element around it has declared so.
void XmlLiteral::declare(const std::vector<Binding>& used) {
  std::vector<Binding> fresh;
  for (const Binding& binding : used)
    if (binding.first != "xml" && bound(binding.first) != binding.second) fresh.push_back(binding);
  std::ranges::sort(fresh);
  fresh.erase(std::unique(fresh.begin(), fresh.end()), fresh.end());
  for (const auto& [prefix, space] : fresh)
    append_attribute(out_, prefix.empty() ? XmlName{{}, "xmlns", {}} : XmlName{{}, prefix, "xmlns"},
                     space);
  declared_.insert(declared_.end(), fresh.begin(), fresh.end());
}

std::string_view XmlLiteral::bound(std::string_view prefix) const {
  const auto found = std::find_if(declared_.rbegin(), declared_.rend(),
                                  [&](const Binding& binding) { return binding.first == prefix; });
  return found == declared_.rend() ? std::string_view() : std::string_view(found->second);
}

void XmlLiteral::end_element(std::string_view name) {
  out_ += "</";
  append_name(out_, XmlName::of(name));
  out_ += '>';
  declared_.resize(declarations_.back());
  declarations_.pop_back();
}

void XmlLiteral::text(std::string_view piece) {
  append(out_, piece, escape_in_text);
}

void XmlLiteral::comment(std::string_view content) {
  ((out_ += "<!--") += content) += "-->";
}

void XmlLiteral::instruction(std::string_view target, std::string_view content) {
  (out_ += "<?") += target;
  if (!content.empty()) (out_ += ' ') += content;
  out_ += "?>";
}

} // namespace tela::redland
