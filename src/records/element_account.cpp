#include "records/element_account.h"

#include <pugixml.hpp>

#include <algorithm>
#include <string>

namespace tela::records {

namespace {

using pugi::xml_node;

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool is_text(xml_node node) {
  return (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) &&
         !is_blank(node.value());
}

bool has_text(xml_node node) {
  return std::any_of(node.begin(), node.end(), is_text);
}

bool has_essential(xml_node node, std::string_view essential) {
  if (essential.empty()) return true;
  if (essential == "#text") return has_text(node);
  const std::string name(essential.substr(essential.front() == '@' ? 1 : 0));
  if (essential.front() == '@') return !is_blank(node.attribute(name.c_str()).value());
  return node.child(name.c_str()) && !says_nothing(node.child(name.c_str()));
}

/// The element and all in it.
std::uint64_t size_of(xml_node node) {
  std::uint64_t size = 1;
  for (const xml_node child : node.children())
    if (child.type() == pugi::node_element) size += size_of(child);
  return size;
}

} // namespace

bool says_nothing(const xml_node& node) {
  for (const pugi::xml_attribute attribute : node.attributes())
    if (std::string_view(attribute.name()) != "xml:lang" && !is_blank(attribute.value()))
      return false;
  return std::all_of(node.begin(), node.end(), [](const xml_node& child) {
    return child.type() == pugi::node_element ? says_nothing(child) : !is_text(child);
  });
}

void ElementAccount::drop(xml_node node) {
  dropped_.insert(node.offset_debug());
}

void ElementAccount::count(xml_node record, std::span<const ElementRule> rules) {
  ++ledger_.elements.read;
  count_children(record, rules, {});
}

void ElementAccount::count_children(xml_node parent, std::span<const ElementRule> rules,
                                    std::string_view path) {
  for (const xml_node child : parent.children()) {
    if (child.type() != pugi::node_element) continue;
    const std::string_view name = child.name();
    const auto rule = std::find_if(rules.begin(), rules.end(),
                                   [name](const ElementRule& each) { return each.name == name; });
    count_element(child, rule == rules.end() ? nullptr : &*rule, path);
  }
}

void ElementAccount::count_element(xml_node node, const ElementRule* rule, std::string_view path) {
  const auto name = [&] { return std::string(path).append(node.name()); };
  if (says_nothing(node)) {
    ledger_.elements.empty += size_of(node);
    ++ledger_.empty[name()];
  } else if (rule == nullptr || !has_essential(node, rule->essential) ||
             dropped_.contains(node.offset_debug())) {
    ledger_.elements.unmapped += size_of(node);
    ++ledger_.unmapped[name()];
  } else {
    ++ledger_.elements.read;
    count_children(node, rule->children, std::string(node.name()) + '/');
  }
}

} // namespace tela::records
