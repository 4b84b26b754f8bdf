#include "records/xml_fields.h"

#include "records/xml_elements.h"

#include <pugixml.hpp>

#include <algorithm>

namespace tela::records {

using base::Error;
using base::Failure;
using pugi::xml_node;

std::string XmlFields::content(xml_node node) {
  const xml_node first = node.first_child();
  if (!first.next_sibling()) return first.value();
  std::string content;
  for (const xml_node child : node.children())
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
      content += child.value();
  return content;
}

Text XmlFields::text(xml_node node) const {
  return {content(node), span(node)};
}

Span XmlFields::span(xml_node node) const {
  const pugi::xml_attribute attribute = node.attribute("span");
  if (!attribute) return {};
  const std::string_view value = attribute.value();
  const auto dash = std::min(value.find('-'), value.size());
  const auto start = number_of<std::uint64_t>(value.substr(0, dash));
  const auto end = number_of<std::uint64_t>(value.substr(std::min(dash + 1, value.size())));
  if (!start || !end) refuse(node, "a span that is none", "write span=\"start-end\" in bytes");
  return {*start, *end};
}

std::string XmlFields::iso(xml_node node) const {
  std::string code = node.attribute("iso").value();
  const bool valid = code.size() == 2 && std::all_of(code.begin(), code.end(),
                                                     [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!valid) refuse(node, "a state without its code", "write iso=\"HN\" (ISO 3166-1 alpha-2)");
  return code;
}

std::vector<xml_node> XmlFields::children(xml_node node, std::string_view name) {
  std::vector<xml_node> found;
  for (const xml_node child : node.children()) {
    if (child.type() != pugi::node_element) continue;
    if (child.name() == name)
      found.push_back(child);
    else
      count(child.name());
  }
  return found;
}

void XmlFields::count(std::string_view name) {
  ++unmapped_[std::string(name)];
}

base::Place XmlFields::place_of(xml_node node) const {
  return place_within(place_, element_, static_cast<std::size_t>(node.offset_debug()));
}

void XmlFields::refuse(xml_node node, const char* what, const char* advice) const {
  throw Error(Failure::input, place_of(node), what, advice);
}

void load_element(pugi::xml_document& tree, std::string_view element, const base::Place& place,
                  unsigned options) {
  const auto result =
      tree.load_buffer(element.data(), element.size(), options, pugi::encoding_utf8);
  if (!result)
    throw Error(Failure::input,
                place_within(place, element, static_cast<std::size_t>(result.offset)),
                std::string("not well-formed XML: ") + result.description(), "correct the markup");
}

} // namespace tela::records
