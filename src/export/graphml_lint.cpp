#include "export/graphml_lint.h"

#include "base/error.h"
#include "base/utf8.h"
#include "export/graphml_key_lint.h"
#include "export/graphml_value_lint.h"
#include "export/lint_findings.h"
#include "export/xml_tokens.h"

#include <optional>
#include <unordered_set>
#include <utility>

namespace tela::export_ {

namespace {

std::string_view local(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// The nodes and edges of a file: ids that stand twice, ends that lead nowhere.
class ElementLint {
 public:
  explicit ElementLint(LintFindings& findings) : findings_(findings) {}

  void graph(const XmlToken& token, bool nested) {
    if (seen_ && !nested)
      findings_.add(token.line, "all", "a second <graph>: the programs read one, or mix them");
    if (nested)
      findings_.add(token.line, "igraph, gephi, cytoscape, boost",
                    "a graph inside a node: igraph does not read it, Gephi flattens it, Cytoscape "
                    "drops the node around it");
    const auto direction = attribute(token, "edgedefault");
    if (direction != "directed" && direction != "undirected")
      findings_.add(token.line, "all",
                    "edgedefault is missing: each program guesses another direction");
    if (!seen_) directed_ = direction == "directed";
    seen_ = true;
  }

  void node(const XmlToken& token) {
    const auto id = attribute(token, "id");
    if (!id || id->empty()) {
      findings_.add(token.line, "all", "a node without id is dropped");
    } else if (!nodes_.insert(*id).second) {
      findings_.add(token.line, "all",
                    "the node id \"" + std::string(*id) + "\" stands twice: the nodes become one");
    }
  }

  void edge(const XmlToken& token) {
    for (const std::string_view end : {"source", "target"}) {
      const auto id = attribute(token, end);
      if (!id || id->empty()) {
        findings_.add(token.line, "all",
                      "an edge without " + std::string(end) + ": Gephi refuses the file");
      } else {
        ends_.emplace_back(*id, token.line);
      }
    }
    if (const auto id = attribute(token, "id"); id && !edges_.insert(*id).second)
      findings_.add(token.line, "gephi, networkx",
                    "the edge id \"" + std::string(*id) + "\" stands twice");
    if (const auto own = attribute(token, "directed"); own && (own == "true") != directed_)
      findings_.add(token.line, "cytoscape, igraph, networkx",
                    "an edge with a direction of its own: Cytoscape and igraph ignore it, networkx "
                    "refuses the file");
  }

  void at_end() {
    for (const auto& [id, line] : ends_)
      if (!nodes_.contains(id))
        findings_.add(line, "all",
                      "an edge to a node that is not in the file: Gephi refuses it, igraph and "
                      "networkx make one up");
  }

  [[nodiscard]] bool graph_seen() const noexcept { return seen_; }

 private:
  LintFindings& findings_;
  std::unordered_set<std::string_view> nodes_, edges_;
  std::vector<std::pair<std::string_view, std::uint64_t>> ends_; // checked when all nodes are known
  bool seen_ = false, directed_ = false;
};

// Goes through the document and gives each element to those who know about it.
class Linter {
 public:
  Linter(std::string_view source, std::string_view document)
      : source_(source), tokens_(source, document) {}

  std::vector<LintFinding> run() {
    while (const XmlToken* token = tokens_.next()) {
      switch (token->kind) {
      case XmlToken::Kind::start:
        data_ ? start_inside_data(*token) : start(*token);
        break;
      case XmlToken::Kind::end:
        end(local(token->name));
        break;
      case XmlToken::Kind::text:
        if (data_) data_->text += token->text;
        break;
      }
    }
    if (!elements_.graph_seen())
      throw base::Error(base::Failure::input, {std::string(source_), 0, 0},
                        "there is no <graph> in this file", "give a GraphML file");
    elements_.at_end();
    keys_.at_end();
    return findings_.take();
  }

 private:
  // A <data> that is open.
  struct Data {
    std::string_view key;
    std::uint64_t line = 0;
    std::string text{};
    std::uint64_t depth = 0; // of elements open inside it
    bool structured = false; // has elements: y: graphics and the like
  };

  void start_inside_data(const XmlToken& token) {
    data_->structured = true;
    if (!token.empty) ++data_->depth;
  }

  void start(const XmlToken& token) {
    const std::string_view name = local(token.name);
    if (name == "key") {
      keys_.declare(token);
    } else if (name == "default") {
      findings_.add(token.line, "cytoscape, boost",
                    "a <default> is ignored by Cytoscape and refused by Boost: write the value at "
                    "each element");
    } else if (name == "graph") {
      elements_.graph(token, !owners_.empty());
    } else if (name == "node") {
      elements_.node(token);
    } else if (name == "edge") {
      elements_.edge(token);
    } else if (name == "data") {
      data_ = Data{attribute(token, "key").value_or(""), token.line};
      if (token.empty) end_data();
    } else if (name == "hyperedge" || name == "port") {
      findings_.add(token.line, "all",
                    "<" + std::string(name) + "> is read by none of the programs");
    }
    if (!token.empty && (name == "node" || name == "edge" || name == "graph"))
      owners_.push_back(name);
  }

  void end(std::string_view name) {
    if (data_) {
      data_->depth > 0 ? static_cast<void>(--data_->depth) : end_data();
    } else if (!owners_.empty() && owners_.back() == name) {
      owners_.pop_back();
    }
  }

  void end_data() {
    const Data data = *std::exchange(data_, std::nullopt);
    if (data.structured) return;
    const GraphmlKey* const key = keys_.find(data.key);
    if (key == nullptr)
      return findings_.add(data.line, "all",
                           "data of a key \"" + std::string(data.key) +
                               "\" that is not declared: networkx refuses the file, the others "
                               "drop the value");
    std::string value;
    if (!append_resolved(value, data.text))
      findings_.add(data.line, "all", "a reference to no character: every reader refuses the file");
    lint_value(*key, value, data.line, findings_);
  }

  std::string_view source_;
  XmlTokenizer tokens_;
  LintFindings findings_;
  GraphmlKeyLint keys_{findings_};
  ElementLint elements_{findings_};
  std::vector<std::string_view> owners_; // elements that are open
  std::optional<Data> data_;
};

} // namespace

std::vector<LintFinding> lint_graphml(std::string_view source, std::string_view document) {
  if (const auto bad = base::first_invalid_utf8(document))
    throw base::Error(base::Failure::input, base::place_at(source, document, *bad),
                      "a byte that is not UTF-8", "save the file as UTF-8");
  return Linter(source, document).run();
}

} // namespace tela::export_
