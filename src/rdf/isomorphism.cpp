#include "rdf/isomorphism.h"

#include "base/error.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tela::rdf {

namespace {

using Colour = std::uint64_t;

Colour mix(Colour seed, Colour value) {
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
  return (seed ^ (value ^ (value >> 31U))) * 0x9E3779B97F4A7C15U;
}

Colour hash_of(const TermView& term) {
  const std::hash<std::string_view> hash;
  Colour colour = mix(1, static_cast<Colour>(term.kind));
  colour = mix(colour, hash(term.value));
  colour = mix(colour, hash(term.datatype));
  return mix(colour, hash(term.language));
}

// A term as a number: equal for equal terms of both datasets; a blank node by its index.
struct Node {
  bool blank = false;
  std::uint64_t value = 0;
};

// The statements of one dataset in numbers.
struct Dataset {
  std::vector<std::array<Node, 4>> quads;
  std::size_t blanks = 0;
};

class Numbering {
 public:
  Dataset number(std::span<const Quad> quads) {
    blanks_.clear();
    Dataset dataset;
    for (const Quad& quad : quads)
      dataset.quads.push_back({node(quad.subject), node(quad.predicate), node(quad.object),
                               quad.graph ? node(*quad.graph) : Node{}});
    dataset.blanks = blanks_.size();
    return dataset;
  }

 private:
  Node node(const Term& term) {
    if (term.kind == TermKind::blank)
      return {true, blanks_.try_emplace(term.value, blanks_.size()).first->second};
    // Ground terms keep their hash; different terms of one hash are told apart by probing.
    Colour colour = hash_of(term);
    for (;; ++colour) {
      const auto [entry, is_new] = ground_.try_emplace(colour, term);
      if (is_new || TermView(entry->second) == TermView(term)) return {false, colour};
    }
  }

  std::unordered_map<std::string_view, std::uint64_t> blanks_;
  std::unordered_map<Colour, TermView> ground_;
};

using Colours = std::vector<Colour>; // of each blank node

Colour colour_of(const Node& node, const Colours& colours) {
  return node.blank ? colours[node.value] : node.value;
}

// One round: a node's new colour is its old one and, of every statement it stands in, the colours
// of all positions and its own position.
Colours refined(const Dataset& dataset, const Colours& colours) {
  Colours next(colours.size(), 0);
  for (const auto& quad : dataset.quads) {
    Colour statement = 7;
    for (const Node& node : quad) statement = mix(statement, colour_of(node, colours));
    for (std::size_t position = 0; position < quad.size(); ++position)
      if (quad[position].blank) next[quad[position].value] += mix(statement, position);
  }
  for (std::size_t i = 0; i < next.size(); ++i) next[i] = mix(colours[i], next[i]);
  return next;
}

std::size_t number_of_classes(Colours colours) {
  std::ranges::sort(colours);
  return static_cast<std::size_t>(std::unique(colours.begin(), colours.end()) - colours.begin());
}

std::vector<std::array<Colour, 4>> coloured(const Dataset& dataset, const Colours& colours) {
  std::vector<std::array<Colour, 4>> rows;
  rows.reserve(dataset.quads.size());
  for (const auto& quad : dataset.quads) {
    auto& row = rows.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i) row[i] = colour_of(quad[i], colours);
  }
  std::ranges::sort(rows);
  return rows;
}

class Matcher {
 public:
  Matcher(const Dataset& a, const Dataset& b, std::size_t max_rounds)
      : a_(a), b_(b), rounds_left_(max_rounds) {}

  // Whether the colourings can be refined until every node has its own and the datasets are equal.
  bool match(Colours a, Colours b) {
    refine(a, b);
    if (sorted(a) != sorted(b)) return false;
    const auto alike = smallest_shared_class(a);
    if (!alike) return coloured(a_, a) == coloured(b_, b);
    // Some bijection maps the first of these nodes of `a` to one of `b`: try each.
    const auto chosen = std::ranges::find(a, *alike);
    *chosen = mix(*alike, 11);
    for (Colour& candidate : b) {
      if (candidate != *alike) continue;
      candidate = mix(*alike, 11);
      if (match(a, b)) return true;
      candidate = *alike;
    }
    return false;
  }

 private:
  // Both at once, until neither gets more classes.
  void refine(Colours& a, Colours& b) {
    for (std::size_t classes = number_of_classes(a);;) {
      if (rounds_left_-- == 0)
        throw base::Error(base::Failure::limit,
                          "comparing the datasets takes too long: too many blank nodes are alike");
      a = refined(a_, a);
      b = refined(b_, b);
      const std::size_t now = number_of_classes(a);
      if (now == classes) return;
      classes = now;
    }
  }

  static Colours sorted(Colours colours) {
    std::ranges::sort(colours);
    return colours;
  }

  static std::optional<Colour> smallest_shared_class(const Colours& colours) {
    std::unordered_map<Colour, std::size_t> sizes;
    for (const Colour colour : colours) ++sizes[colour];
    std::optional<Colour> best;
    for (const auto& [colour, size] : sizes)
      if (size > 1 && (!best || std::pair(size, colour) < std::pair(sizes[*best], *best)))
        best = colour;
    return best;
  }

  const Dataset& a_;
  const Dataset& b_;
  std::size_t rounds_left_;
};

std::vector<Quad> distinct(std::span<const Quad> quads) {
  std::vector<Quad> result(quads.begin(), quads.end());
  std::ranges::sort(result);
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

} // namespace

bool is_isomorphic(std::span<const Quad> a, std::span<const Quad> b, std::size_t max_rounds) {
  const std::vector<Quad> distinct_a = distinct(a);
  const std::vector<Quad> distinct_b = distinct(b);
  if (distinct_a.size() != distinct_b.size()) return false;
  Numbering numbering;
  const Dataset numbers_a = numbering.number(distinct_a);
  const Dataset numbers_b = numbering.number(distinct_b);
  if (numbers_a.blanks != numbers_b.blanks) return false;
  return Matcher(numbers_a, numbers_b, max_rounds)
      .match(Colours(numbers_a.blanks, 1), Colours(numbers_b.blanks, 1));
}

} // namespace tela::rdf
