#include "export/graphml_lint.h"

#include "base/error.h"
#include "base/utf8.h"
#include "export/xml_tokens.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <unordered_set>

namespace tela::export_ {

namespace {

struct Key {
  std::string_view owner; // node, edge, graph, all …
  std::string name;
  std::string_view type;
};

std::string_view local(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::optional<std::string_view> attribute(const XmlToken& token, std::string_view name) {
  for (const XmlAttribute& candidate : token.attributes)
    if (candidate.name == name) return candidate.value;
  return std::nullopt;
}

template<class Number>
bool reads_as(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size();
}

bool one_of(std::string_view text, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

class Linter {
 public:
  Linter(std::string_view source, std::string_view document)
      : source_(source), tokens_(source, document) {}

  std::vector<LintFinding> run() {
    while (const XmlToken* token = tokens_.next()) {
      switch (token->kind) {
      case XmlToken::Kind::start:
        start(*token);
        break;
      case XmlToken::Kind::end:
        end(local(token->name));
        break;
      case XmlToken::Kind::text:
        if (data_key_) data_ += token->text;
        break;
      }
    }
    if (!graph_seen_)
      throw base::Error(base::Failure::input, {std::string(source_), 0, 0},
                        "there is no <graph> in this file", "give a GraphML file");
    whole_file();
    return sorted();
  }

 private:
  void find(std::uint64_t line, const char* readers, const std::string& message) {
    const auto [found, fresh] = numbers_.try_emplace(message, findings_.size());
    if (fresh) {
      findings_.push_back({line, readers, message, 1});
    } else {
      ++findings_[found->second].count;
    }
  }

  void start(const XmlToken& token) {
    line_ = token.line;
    const std::string_view name = local(token.name);
    if (data_key_) { // y: graphics and the like stand inside data
      structured_ = true;
      ++inside_data_;
      if (token.empty) --inside_data_;
      return;
    }
    if (name == "key") {
      key(token);
    } else if (name == "default") {
      find(line_, "cytoscape, boost",
           "a <default> is ignored by Cytoscape and refused by Boost: write the value at each "
           "element");
    } else if (name == "graph") {
      graph(token);
    } else if (name == "node") {
      node(token);
    } else if (name == "edge") {
      edge(token);
    } else if (name == "data") {
      data_key_ = attribute(token, "key").value_or("");
      data_line_ = token.line;
      data_.clear();
      structured_ = false;
      if (token.empty) data();
    } else if (one_of(name, {"hyperedge", "port"})) {
      find(line_, "all", "<" + std::string(name) + "> is read by none of the programs");
    }
    if (!token.empty && one_of(name, {"node", "edge", "graph"})) owners_.push_back(name);
  }

  void end(std::string_view name) {
    if (data_key_) {
      if (inside_data_ > 0) {
        --inside_data_;
      } else {
        data();
      }
    } else if (!owners_.empty() && owners_.back() == name) {
      owners_.pop_back();
    }
  }

  void key(const XmlToken& token) {
    const std::string_view id = attribute(token, "id").value_or("");
    Key key{attribute(token, "for").value_or(""), {}, attribute(token, "attr.type").value_or("")};
    append_resolved(key.name, attribute(token, "attr.name").value_or(id));
    const std::string called = "key \"" + std::string(id) + "\" (" + key.name + ")";
    if (id.empty()) find(line_, "all", "a <key> without id: its values belong to nothing");
    if (attribute(token, "yfiles.type")) {
      yed_graphics_ = true;
    } else {
      key_type(key, called);
    }
    key_owner(key, called);
    key_name(id, key, called);
    if (!keys_.emplace(id, key).second) find(line_, "all", called + " is declared twice");
  }

  void key_type(const Key& key, const std::string& called) {
    if (key.type.empty()) {
      find(line_, "cytoscape, igraph",
           called + " has no attr.type: Cytoscape and igraph drop its values");
    } else if (!one_of(key.type, {"boolean", "int", "long", "float", "double", "string"})) {
      find(line_, "cytoscape, igraph, boost, networkx",
           called + " has the type \"" + std::string(key.type) +
               "\", which is none of GraphML's six: Cytoscape drops its values without a word");
    }
  }

  void key_owner(const Key& key, const std::string& called) {
    if (key.owner.empty()) {
      find(line_, "gephi, igraph",
           called + " has no for: igraph skips it, and so do versions of Gephi");
    } else if (key.owner == "all") {
      find(line_, "gephi", called + " is for=\"all\": Gephi keeps it for nodes only");
    } else if (key.owner == "graph") {
      find(line_, "gephi", called + " is for=\"graph\": Gephi drops attributes of the graph");
    } else if (!one_of(key.owner, {"node", "edge"})) {
      find(line_, "all", called + " is for=\"" + std::string(key.owner) + "\", which nobody reads");
    }
    if (key.owner == "node") {
      label_ = label_ || key.name == "label";
      name_ = name_ || key.name == "name";
    }
  }

  // Names that Gephi takes for looks.
  void key_name(std::string_view id, const Key& key, const std::string& called) {
    if (key.owner == "node" && id == "d3" && key.name != "label")
      find(line_, "gephi",
           called + ": Gephi takes the node key d3 for the label; give it another id");
    if (key.owner == "edge" && id == "d7" && key.name != "label")
      find(line_, "gephi",
           called + ": Gephi takes the edge key d7 for the label; give it another id");
    if (key.owner == "node" && one_of(key.name, {"x", "y", "z", "size", "r", "g", "b"}))
      looks_.insert(id);
    if (key.owner == "edge" && (one_of(key.name, {"weight", "Edge Weight"}) || id == "weight"))
      weights_.insert(id);
  }

  void graph(const XmlToken& token) {
    if (graph_seen_ && owners_.empty())
      find(line_, "all", "a second <graph>: the programs read one, or mix them");
    if (!owners_.empty())
      find(line_, "igraph, gephi, cytoscape, boost",
           "a graph inside a node: igraph does not read it, Gephi flattens it, Cytoscape drops the "
           "node around it");
    const auto direction = attribute(token, "edgedefault");
    if (!direction || !one_of(*direction, {"directed", "undirected"}))
      find(line_, "all", "edgedefault is missing: each program guesses another direction");
    if (!graph_seen_) directed_ = direction == "directed";
    graph_seen_ = true;
  }

  void node(const XmlToken& token) {
    const auto id = attribute(token, "id");
    if (!id || id->empty()) {
      find(line_, "all", "a node without id is dropped");
    } else if (!nodes_.insert(*id).second) {
      find(line_, "all",
           "the node id \"" + std::string(*id) + "\" stands twice: the nodes become one");
    }
  }

  void edge(const XmlToken& token) {
    for (const std::string_view end : {"source", "target"}) {
      const auto id = attribute(token, end);
      if (!id || id->empty()) {
        find(line_, "all", "an edge without " + std::string(end) + ": Gephi refuses the file");
      } else {
        ends_.emplace_back(*id, line_);
      }
    }
    if (const auto id = attribute(token, "id"); id && !edges_.insert(*id).second)
      find(line_, "gephi, networkx", "the edge id \"" + std::string(*id) + "\" stands twice");
    if (const auto own = attribute(token, "directed"); own && (own == "true") != directed_)
      find(line_, "cytoscape, igraph, networkx",
           "an edge with a direction of its own: Cytoscape and igraph ignore it, networkx refuses "
           "the file");
  }

  void data() {
    const std::string_view id = *data_key_;
    data_key_.reset();
    if (structured_) return;
    const auto found = keys_.find(id);
    if (found == keys_.end())
      return find(data_line_, "all",
                  "data of a key \"" + std::string(id) +
                      "\" that is not declared: networkx refuses "
                      "the file, the others drop the value");
    std::string value;
    if (!append_resolved(value, data_))
      find(data_line_, "all", "a reference to no character: every reader refuses the file");
    this->value(id, found->second, value);
  }

  void value(std::string_view id, const Key& key, const std::string& value) {
    const std::string called = "key \"" + std::string(id) + "\" (" + key.name + ")";
    if (key.type == "boolean") {
      boolean(called, value);
    } else if (one_of(key.type, {"int", "long"})) {
      integer(called, key, value);
    } else if (one_of(key.type, {"float", "double"})) {
      real(called, id, key, value);
    } else if (value.empty() || std::all_of(value.begin(), value.end(), [](char c) {
                 return c == ' ' || c == '\t' || c == '\n' || c == '\r';
               })) {
      if (!value.empty())
        find(data_line_, "gephi", called + ": Gephi drops a text of spaces alone");
    }
    if (looks_.contains(id) && key.owner == "node")
      find(data_line_, "gephi",
           called + ": Gephi takes it for the node's looks, not for an attribute");
  }

  void boolean(const std::string& called, const std::string& value) {
    if (one_of(value, {"true", "false"})) return;
    if (one_of(value, {"1", "0"})) {
      find(data_line_, "cytoscape, igraph",
           called + ": Cytoscape reads the boolean 1 as false; write true or false");
    } else {
      find(data_line_, "all", called + " is no boolean: \"" + value.substr(0, 40) + "\"");
    }
  }

  void integer(const std::string& called, const Key& key, const std::string& value) {
    std::int64_t number = 0;
    if (!reads_as(value, number))
      return find(data_line_, "all",
                  called + " is no integer: networkx refuses the file, Gephi and "
                           "Cytoscape drop the value");
    if (key.type == "int" && number != static_cast<std::int32_t>(number))
      find(data_line_, "gephi, cytoscape, boost",
           called + " is too large for int (32 bits): declare it as long");
    constexpr std::int64_t exact = std::int64_t{1} << 53;
    if (number > exact || number < -exact)
      find(data_line_, "igraph",
           called + " is beyond 2^53: igraph rounds it, as it knows only doubles");
  }

  void real(const std::string& called, std::string_view id, const Key& key,
            const std::string& value) {
    double number = 0;
    if (!reads_as(value, number) || !std::isfinite(number))
      return find(data_line_, "gephi, cytoscape, networkx",
                  called + " is no finite number; Java wants Infinity, XML Schema INF");
    const bool as_float = key.type == "float" || weights_.contains(id);
    if (as_float && static_cast<double>(static_cast<float>(number)) != number)
      find(data_line_, key.type == "float" ? "gephi, cytoscape" : "gephi",
           called + (key.type == "float"
                         ? ": a float keeps 7 digits; declare it as double"
                         : ": Gephi reads weights as float and rounds to 7 digits"));
  }

  void whole_file() {
    for (const auto& [id, line] : ends_)
      if (!nodes_.contains(id))
        find(line, "all",
             "an edge to a node that is not in the file: Gephi refuses it, igraph and "
             "networkx make one up");
    if (!label_) find(1, "gephi", "no node attribute is called label: Gephi shows no labels");
    if (!name_) find(1, "cytoscape", "no node attribute is called name: Cytoscape shows the ids");
    if (!yed_graphics_)
      find(1, "yed",
           "there is no y: graphics: yEd shows no labels until its Properties Mapper is set");
  }

  std::vector<LintFinding> sorted() {
    std::stable_sort(findings_.begin(), findings_.end(),
                     [](const auto& x, const auto& y) { return x.line < y.line; });
    return std::move(findings_);
  }

  std::string_view source_;
  XmlTokenizer tokens_;
  std::vector<LintFinding> findings_;
  std::map<std::string, std::size_t> numbers_; // of findings, by message
  std::map<std::string_view, Key> keys_;
  std::unordered_set<std::string_view> nodes_, edges_, looks_, weights_;
  std::vector<std::pair<std::string_view, std::uint64_t>> ends_; // checked when all nodes are known
  std::vector<std::string_view> owners_;                         // elements that are open
  std::optional<std::string_view> data_key_;
  std::string data_;
  std::uint64_t line_ = 0, data_line_ = 0, inside_data_ = 0;
  bool structured_ = false, graph_seen_ = false, directed_ = false;
  bool label_ = false, name_ = false, yed_graphics_ = false;
};

} // namespace

std::vector<LintFinding> lint_graphml(std::string_view source, std::string_view document) {
  if (const auto bad = base::first_invalid_utf8(document))
    throw base::Error(base::Failure::input, base::place_at(source, document, *bad),
                      "a byte that is not UTF-8", "save the file as UTF-8");
  return Linter(source, document).run();
}

} // namespace tela::export_
