#include "rdf/canonical_labels.h"

#include "base/error.h"
#include "base/sha256.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

// The steps have the names that the recommendation gives them.
namespace tela::rdf {

namespace {

using Node = std::uint32_t; // a blank node, by its place in Dataset::labels

enum class Position : std::uint8_t { subject, object, graph };
constexpr std::array positions_of_blanks{Position::subject, Position::object, Position::graph};
constexpr std::string_view letter_of("sog");

/// The statements with blank nodes, and who stands in which.
struct Dataset {
  struct Statement {
    const Quad* quad;
    std::array<std::optional<Node>, 3> blanks; // by Position
  };
  std::vector<Statement> statements;
  std::vector<std::string_view> labels;                  // of each node
  std::vector<std::vector<std::uint32_t>> statements_of; // each node, by number
};

class Numbering {
 public:
  explicit Numbering(Dataset& dataset) : dataset_(dataset) {}

  void add(const Quad& quad) {
    const Dataset::Statement statement{
        &quad,
        {node(quad.subject), node(quad.object), quad.graph ? node(*quad.graph) : std::nullopt}};
    const auto number = static_cast<std::uint32_t>(dataset_.statements.size());
    for (const auto& blank : statement.blanks) {
      if (!blank) continue;
      auto& numbers = dataset_.statements_of[*blank];
      if (numbers.empty() || numbers.back() != number) numbers.push_back(number);
    }
    dataset_.statements.push_back(statement);
  }

 private:
  std::optional<Node> node(const Term& term) {
    if (term.kind != TermKind::blank) return std::nullopt;
    const auto [entry, is_new] =
        nodes_.try_emplace(term.value, static_cast<Node>(dataset_.labels.size()));
    if (is_new) {
      dataset_.labels.push_back(term.value);
      dataset_.statements_of.emplace_back();
    }
    return entry->second;
  }

  Dataset& dataset_;
  std::unordered_map<std::string_view, Node> nodes_;
};

bool holds_blank(const Quad& quad) {
  return quad.subject.kind == TermKind::blank || quad.object.kind == TermKind::blank ||
         (quad.graph && quad.graph->kind == TermKind::blank);
}

bool same_statement(const Quad* a, const Quad* b) {
  return *a == *b;
}

Dataset dataset_of(std::span<const Quad> quads) {
  std::vector<const Quad*> distinct;
  for (const Quad& quad : quads)
    if (holds_blank(quad)) distinct.push_back(&quad);
  std::ranges::sort(distinct, [](const Quad* a, const Quad* b) { return *a < *b; });
  distinct.erase(std::unique(distinct.begin(), distinct.end(), same_statement), distinct.end());
  Dataset dataset;
  Numbering numbering(dataset);
  for (const Quad* quad : distinct) numbering.add(*quad);
  return dataset;
}

/// Gives nodes names in the order in which they ask.
class IdentifierIssuer {
 public:
  explicit IdentifierIssuer(std::string prefix) : prefix_(std::move(prefix)) {}

  std::string issue(Node node) {
    const auto [entry, is_new] = numbers_.try_emplace(node, order_.size());
    if (is_new) order_.push_back(node);
    return prefix_ + std::to_string(entry->second);
  }
  [[nodiscard]] bool knows(Node node) const { return numbers_.contains(node); }
  [[nodiscard]] const std::vector<Node>& order() const { return order_; }

 private:
  std::string prefix_;
  std::unordered_map<Node, std::size_t> numbers_;
  std::vector<Node> order_;
};

class Canonicalizer {
 public:
  Canonicalizer(const Dataset& dataset, const CanonicalLimits& limits)
      : dataset_(dataset), limits_(limits) {}

  CanonicalLabels label() {
    for (Node node = 0; node < dataset_.labels.size(); ++node)
      first_degree_.push_back(hash_first_degree_quads(node));
    std::map<std::string_view, std::vector<Node>> nodes_by_hash;
    for (Node node = 0; node < dataset_.labels.size(); ++node)
      nodes_by_hash[first_degree_[node]].push_back(node);
    for (const auto& [hash, nodes] : nodes_by_hash)
      if (nodes.size() == 1) canonical_.issue(nodes.front());
    for (const auto& [hash, nodes] : nodes_by_hash)
      if (nodes.size() > 1) label_alike(nodes);
    CanonicalLabels labels;
    for (Node node = 0; node < dataset_.labels.size(); ++node)
      labels.emplace(dataset_.labels[node], canonical_.issue(node));
    return labels;
  }

 private:
  struct NDegreeResult {
    std::string hash;
    IdentifierIssuer issuer;
  };

  /// One order in which nodes of the same hash are visited, and what that leads to.
  struct Path {
    std::string text;
    IdentifierIssuer issuer;
  };

  void label_alike(const std::vector<Node>& nodes) {
    std::vector<NDegreeResult> results;
    for (const Node node : nodes) {
      if (canonical_.knows(node)) continue;
      IdentifierIssuer issuer("b");
      issuer.issue(node);
      results.push_back(hash_n_degree_quads(node, issuer, 1));
    }
    std::ranges::stable_sort(results, {}, &NDegreeResult::hash);
    for (const NDegreeResult& result : results)
      for (const Node node : result.issuer.order()) canonical_.issue(node);
  }

  std::string hash_first_degree_quads(Node reference) {
    std::vector<std::string> lines;
    charge(dataset_.statements_of[reference].size());
    for (const std::uint32_t number : dataset_.statements_of[reference])
      lines.push_back(line_seen_from(reference, dataset_.statements[number]));
    std::ranges::sort(lines);
    base::Sha256 sum;
    for (const std::string& line : lines) sum.update(line);
    return sum.finish();
  }

  // The statement as a line of N-Quads in which `reference` is _:a and every other node _:z.
  static std::string line_seen_from(Node reference, const Dataset::Statement& statement) {
    std::string line;
    const auto append = [&](const Term& term, Position position) {
      const auto& node = statement.blanks.at(static_cast<std::size_t>(position));
      if (node)
        line += *node == reference ? "_:a" : "_:z";
      else
        append_ntriples(line, term);
      line += ' ';
    };
    append(statement.quad->subject, Position::subject);
    append_ntriples(line, statement.quad->predicate);
    line += ' ';
    append(statement.quad->object, Position::object);
    if (statement.quad->graph) append(*statement.quad->graph, Position::graph);
    return line += ".\n";
  }

  std::string hash_related_blank_node(Node related, const Dataset::Statement& statement,
                                      Position position, IdentifierIssuer& issuer) {
    std::string input(1, letter_of[static_cast<std::size_t>(position)]);
    if (position != Position::graph) append_ntriples(input, statement.quad->predicate);
    if (canonical_.knows(related))
      (input += "_:") += canonical_.issue(related);
    else if (issuer.knows(related))
      (input += "_:") += issuer.issue(related);
    else
      input += first_degree_[related];
    return base::sha256(input);
  }

  using RelatedNodes = std::map<std::string, std::vector<Node>>;

  RelatedNodes related_nodes(Node node, IdentifierIssuer& issuer) {
    RelatedNodes related;
    for (const std::uint32_t number : dataset_.statements_of[node]) {
      const Dataset::Statement& statement = dataset_.statements[number];
      for (const Position position : positions_of_blanks) {
        const auto& other = statement.blanks.at(static_cast<std::size_t>(position));
        if (!other || *other == node) continue;
        charge(1);
        related[hash_related_blank_node(*other, statement, position, issuer)].push_back(*other);
      }
    }
    return related;
  }

  NDegreeResult hash_n_degree_quads(Node node, IdentifierIssuer issuer, std::size_t depth) {
    if (depth > limits_.depth)
      refuse("more than " + std::to_string(limits_.depth) +
             " blank nodes that look alike follow each other");
    std::string data_to_hash;
    for (auto& [hash, nodes] : related_nodes(node, issuer)) {
      data_to_hash += hash;
      Path chosen = shortest_path(std::move(nodes), issuer, depth);
      data_to_hash += chosen.text;
      issuer = std::move(chosen.issuer);
    }
    return {base::sha256(data_to_hash), std::move(issuer)};
  }

  // The least path over all orders of `nodes`.
  Path shortest_path(std::vector<Node> nodes, const IdentifierIssuer& issuer, std::size_t depth) {
    std::ranges::sort(nodes);
    std::optional<Path> chosen;
    do {
      charge(nodes.size() + issuer.order().size());
      auto path = path_along(nodes, issuer, chosen ? &chosen->text : nullptr, depth);
      if (path && (!chosen || path->text < chosen->text)) chosen = std::move(path);
    } while (std::ranges::next_permutation(nodes).found);
    return std::move(*chosen);
  }

  // Nothing as soon as it cannot become less than `best`, if there is one.
  std::optional<Path> path_along(const std::vector<Node>& nodes, IdentifierIssuer issuer,
                                 const std::string* best, std::size_t depth) {
    const auto is_worse = [&](const std::string& path) {
      return best != nullptr && path.size() >= best->size() && path > *best;
    };
    std::string path;
    std::vector<Node> to_follow;
    for (const Node node : nodes) {
      if (canonical_.knows(node)) {
        (path += "_:") += canonical_.issue(node);
      } else {
        if (!issuer.knows(node)) to_follow.push_back(node);
        (path += "_:") += issuer.issue(node);
      }
      if (is_worse(path)) return std::nullopt;
    }
    for (const Node node : to_follow) {
      NDegreeResult result = hash_n_degree_quads(node, issuer, depth + 1);
      (path += "_:") += issuer.issue(node);
      ((path += '<') += result.hash) += '>';
      issuer = std::move(result.issuer);
      if (is_worse(path)) return std::nullopt;
    }
    return Path{std::move(path), std::move(issuer)};
  }

  void charge(std::size_t work) {
    work_ += work;
    if (work_ > limits_.work) refuse("too many blank nodes look alike");
  }

  [[noreturn]] static void refuse(const std::string& why) {
    throw base::Error(base::Failure::limit,
                      "the canonical names of blank nodes take too long: " + why,
                      "give some of these nodes IRIs, or write without canonical names");
  }

  const Dataset& dataset_;
  CanonicalLimits limits_;
  std::uint64_t work_ = 0;
  std::vector<std::string> first_degree_; // hash of each node
  IdentifierIssuer canonical_{"c14n"};
};

} // namespace

CanonicalLabels canonical_labels(std::span<const Quad> quads, const CanonicalLimits& limits) {
  const Dataset dataset = dataset_of(quads);
  return Canonicalizer(dataset, limits).label();
}

} // namespace tela::rdf
