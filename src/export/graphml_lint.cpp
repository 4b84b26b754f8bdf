#include "export/graphml_lint.h"

#include "base/error.h"
#include "base/xml_encoding.h"
#include "base/xml_reader.h"
#include "export/graphml_key_lint.h"
#include "export/graphml_value_lint.h"
#include "export/lint_findings.h"

#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

namespace tela::export_ {

namespace {

using base::XmlAttributes;
using base::XmlName;

constexpr std::string_view graphml_space = "http://graphml.graphdrawing.org/xmlns";

// The nodes and edges of a file: ids that stand twice, ends that lead nowhere.
class ElementLint {
 public:
  explicit ElementLint(LintFindings& findings) : findings_(findings) {}

  void graph(const XmlAttributes& attributes, std::uint64_t line, bool nested) {
    if (seen_ && !nested)
      findings_.add(line, "all", "a second <graph>: the programs read one, or mix them");
    if (nested)
      findings_.add(line, "igraph, gephi, cytoscape, boost",
                    "a graph inside a node: igraph does not read it, Gephi flattens it, Cytoscape "
                    "drops the node around it");
    const auto direction = attributes.find("edgedefault");
    if (direction != "directed" && direction != "undirected")
      findings_.add(line, "all", "edgedefault is missing: each program guesses another direction");
    if (!seen_) directed_ = direction == "directed";
    seen_ = true;
  }

  void node(const XmlAttributes& attributes, std::uint64_t line) {
    const auto id = attributes.find("id");
    if (!id || id->empty()) {
      findings_.add(line, "all", "a node without id is dropped");
    } else if (!nodes_.emplace(*id).second) {
      findings_.add(line, "all",
                    "the node id \"" + std::string(*id) + "\" stands twice: the nodes become one");
    }
  }

  void edge(const XmlAttributes& attributes, std::uint64_t line) {
    for (const std::string_view end : {"source", "target"}) {
      const auto id = attributes.find(end);
      if (!id || id->empty()) {
        findings_.add(line, "all",
                      "an edge without " + std::string(end) + ": Gephi refuses the file");
      } else {
        ends_.emplace_back(*id, line);
      }
    }
    if (const auto id = attributes.find("id"); id && !edges_.emplace(*id).second)
      findings_.add(line, "gephi, networkx",
                    "the edge id \"" + std::string(*id) + "\" stands twice");
    if (const auto own = attributes.find("directed"); own && (own == "true") != directed_)
      findings_.add(line, "cytoscape, igraph, networkx",
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
  std::unordered_set<std::string> nodes_, edges_;
  std::vector<std::pair<std::string, std::uint64_t>> ends_; // checked when all nodes are known
  bool seen_ = false, directed_ = false;
};

// Goes through the document and gives each element to those who know about it.
class Linter final : public base::XmlHandler {
 public:
  explicit Linter(std::string_view source)
      : source_(source), reader_(source_, *this,
                                 {.names = base::XmlNames::expanded,
                                  .events = base::XmlEvents::tags_and_text,
                                  .doctype = base::XmlDoctype::internal}) {}

  std::vector<LintFinding> run(std::string_view document) {
    reader_.feed(document);
    reader_.finish();
    if (root_ != "graphml")
      throw base::Error(base::Failure::input, {source_, 0, 0},
                        "this is no GraphML: its root element is <" + root_ + ">",
                        "give a GraphML file");
    if (!elements_.graph_seen())
      throw base::Error(base::Failure::input, {source_, 0, 0}, "there is no <graph> in this file",
                        "give a GraphML file");
    elements_.at_end();
    keys_.at_end();
    return findings_.take();
  }

  void start_element(std::string_view expanded, const XmlAttributes& attributes) override {
    const XmlName name = XmlName::of(expanded);
    if (reader_.depth() == 1) root(name);
    if (passed_over_ > 0) {
      ++passed_over_;
    } else if (data_) {
      data_->structured = true;
      passed_over_ = 1;
    } else if (name.space != space_) {
      foreign(name);
      passed_over_ = 1;
    } else {
      start(name.local, attributes, reader_.place().line);
    }
  }

  void end_element(std::string_view expanded) override {
    if (passed_over_ > 0) {
      --passed_over_;
    } else if (data_) {
      end_data();
    } else if (!owners_.empty() && owners_.back() == XmlName::of(expanded).local) {
      owners_.pop_back();
    }
  }

  void text(std::string_view piece) override {
    if (data_ && passed_over_ == 0) data_->text += piece;
  }

 private:
  // A <data> that is open.
  struct Data {
    std::string key;
    std::uint64_t line = 0;
    std::string text{};
    bool structured = false; // has elements: y: graphics and the like
  };

  // Older files name the namespace otherwise, or have none: what is in it is meant as GraphML.
  void root(const XmlName& name) {
    space_ = name.space;
    const std::uint64_t line = reader_.place().line;
    root_ = name.local;
    if (!space_.empty() && space_ != graphml_space)
      findings_.add(line, "networkx, igraph",
                    "the namespace \"" + space_ +
                        "\" is not GraphML's: networkx and igraph read "
                        "nothing; write xmlns=\"" +
                        std::string(graphml_space) + "\"");
    if (!name.prefix.empty())
      findings_.add(line, "boost",
                    "names with the prefix " + std::string(name.prefix) +
                        ": Boost knows them without prefix only");
  }

  void foreign(const XmlName& name) {
    findings_.add(reader_.place().line, "all",
                  "<" + std::string(name.local) + "> of the namespace \"" +
                      std::string(name.space) +
                      "\" is no GraphML: networkx and igraph pass over it, Boost takes it for "
                      "GraphML's own");
  }

  void start(std::string_view name, const XmlAttributes& attributes, std::uint64_t line) {
    if (name == "key") {
      key(attributes, line);
    } else if (name == "default") {
      findings_.add(line, "cytoscape, boost",
                    "a <default> is ignored by Cytoscape and refused by Boost: write the value at "
                    "each element");
    } else if (name == "graph") {
      elements_.graph(attributes, line, !owners_.empty());
    } else if (name == "node") {
      elements_.node(attributes, line);
    } else if (name == "edge") {
      elements_.edge(attributes, line);
    } else if (name == "data") {
      data_ = Data{std::string(attributes.find("key").value_or("")), line};
    } else if (name == "hyperedge" || name == "port") {
      findings_.add(line, "all", "<" + std::string(name) + "> is read by none of the programs");
    }
    if (name == "node" || name == "edge" || name == "graph") owners_.emplace_back(name);
  }

  void key(const XmlAttributes& attributes, std::uint64_t line) {
    if (!owners_.empty())
      findings_.add(line, "networkx, igraph, boost",
                    "a <key> inside <" + owners_.back() +
                        ">: networkx and Boost refuse the file, igraph drops the values; put it in "
                        "front of <graph>");
    keys_.declare(attributes, line);
  }

  void end_data() {
    const Data data = *std::exchange(data_, std::nullopt);
    if (data.structured) return;
    const GraphmlKey* const key = keys_.find(data.key);
    if (key == nullptr)
      return findings_.add(data.line, "all",
                           "data of a key \"" + data.key +
                               "\" that is not declared: networkx refuses the file, the others "
                               "drop the value");
    check_owner(*key, data.line);
    lint_value(*key, data.text, data.line, findings_);
  }

  void check_owner(const GraphmlKey& key, std::uint64_t line) {
    if (key.owner.empty() || key.owner == "all" || owners_.empty() || key.owner == owners_.back())
      return;
    findings_.add(line, "gephi, igraph",
                  key.called + " is for=\"" + key.owner + "\" and stands at a <" + owners_.back() +
                      ">: Gephi and igraph drop the value");
  }

  std::string source_;
  base::XmlReader reader_;
  LintFindings findings_;
  GraphmlKeyLint keys_{findings_};
  ElementLint elements_{findings_};
  std::string space_, root_;        // namespace and name of the root
  std::vector<std::string> owners_; // elements that are open
  std::optional<Data> data_;
  std::size_t passed_over_ = 0; // elements that are open and not looked at
};

} // namespace

std::vector<LintFinding> lint_graphml(std::string_view source, std::string_view document) {
  const base::XmlText text(source, document);
  return Linter(source).run(text.text());
}

} // namespace tela::export_
