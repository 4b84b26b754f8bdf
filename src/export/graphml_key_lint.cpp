#include "export/graphml_key_lint.h"

#include <algorithm>
#include <initializer_list>

namespace tela::export_ {

namespace {

bool one_of(std::string_view text, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

// Names that Gephi takes for something else than an attribute.
GraphmlKey::Meaning meaning_of(std::string_view id, const GraphmlKey& key) {
  if (key.owner == "node" && one_of(key.name, {"x", "y", "z", "size", "r", "g", "b"}))
    return GraphmlKey::Meaning::looks;
  if (key.owner == "edge" && (one_of(key.name, {"weight", "Edge Weight"}) || id == "weight"))
    return GraphmlKey::Meaning::weight;
  return GraphmlKey::Meaning::attribute;
}

} // namespace

void GraphmlKeyLint::declare(const base::XmlAttributes& attributes, std::uint64_t line) {
  const auto value = [&](std::string_view name) {
    return std::string(attributes.find(name).value_or(""));
  };
  const std::string id = value("id");
  GraphmlKey key{
      value("for"), value("attr.name"), value("attr.type"), {}, GraphmlKey::Meaning::attribute};
  if (key.name.empty()) key.name = id;
  key.called = "key \"" + id + "\" (" + key.name + ")";
  key.meaning = meaning_of(id, key);
  if (id.empty()) findings_.add(line, "all", "a <key> without id: its values belong to nothing");
  if (attributes.find("yfiles.type")) {
    yed_graphics_ = true;
  } else {
    type(key, line);
  }
  owner(key, line);
  ids_of_gephi(id, key, line);
  if (key.owner == "node") {
    label_ = label_ || key.name == "label";
    name_ = name_ || key.name == "name";
  }
  if (!keys_.emplace(id, key).second) findings_.add(line, "all", key.called + " is declared twice");
}

const GraphmlKey* GraphmlKeyLint::find(std::string_view id) const {
  const auto found = keys_.find(id);
  return found == keys_.end() ? nullptr : &found->second;
}

void GraphmlKeyLint::at_end() {
  if (!label_)
    findings_.add(1, "gephi", "no node attribute is called label: Gephi shows no labels");
  if (!name_)
    findings_.add(1, "cytoscape", "no node attribute is called name: Cytoscape shows the ids");
  if (!yed_graphics_)
    findings_.add(
        1, "yed",
        "there is no y: graphics: yEd shows no labels until its Properties Mapper is set");
}

void GraphmlKeyLint::type(const GraphmlKey& key, std::uint64_t line) {
  if (key.type.empty()) {
    findings_.add(line, "cytoscape, igraph",
                  key.called + " has no attr.type: Cytoscape and igraph drop its values");
  } else if (!one_of(key.type, {"boolean", "int", "long", "float", "double", "string"})) {
    findings_.add(line, "cytoscape, igraph, boost, networkx",
                  key.called + " has the type \"" + key.type +
                      "\", which is none of GraphML's six: Cytoscape drops its values without a "
                      "word");
  }
}

void GraphmlKeyLint::owner(const GraphmlKey& key, std::uint64_t line) {
  if (key.owner.empty()) {
    findings_.add(line, "gephi, igraph",
                  key.called + " has no for: igraph skips it, and so do versions of Gephi");
  } else if (key.owner == "all") {
    findings_.add(line, "gephi", key.called + " is for=\"all\": Gephi keeps it for nodes only");
  } else if (key.owner == "graph") {
    findings_.add(line, "gephi",
                  key.called + " is for=\"graph\": Gephi drops attributes of the graph");
  } else if (!one_of(key.owner, {"node", "edge"})) {
    findings_.add(line, "all", key.called + " is for=\"" + key.owner + "\", which nobody reads");
  }
}

void GraphmlKeyLint::ids_of_gephi(std::string_view id, const GraphmlKey& key, std::uint64_t line) {
  if (key.owner == "node" && id == "d3" && key.name != "label")
    findings_.add(line, "gephi",
                  key.called + ": Gephi takes the node key d3 for the label; give it another id");
  if (key.owner == "edge" && id == "d7" && key.name != "label")
    findings_.add(line, "gephi",
                  key.called + ": Gephi takes the edge key d7 for the label; give it another id");
}

} // namespace tela::export_
