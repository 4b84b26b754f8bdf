#include "conformance/comparison.h"

#include "rdf/numeric.h"
#include "sparql/functions/built_ins.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace tela::tests {

namespace {

bool is_blank(const std::optional<rdf::Term>& term) {
  return term && term->kind == rdf::TermKind::blank;
}

bool same_term(const std::optional<rdf::Term>& a, const std::optional<rdf::Term>& b) {
  if (!a || !b) return !a && !b;
  if (*a == *b) return true;
  if (a->kind != rdf::TermKind::literal || b->kind != a->kind || a->datatype != b->datatype)
    return false;
  if (!a->language.empty())
    return a->value == b->value && sparql::functions::same_word(a->language, b->language);
  const auto x = rdf::parse_numeric(a->value, a->datatype);
  const auto y = rdf::parse_numeric(b->value, b->datatype);
  return x && y && is_eq(compare(*x, *y));
}

/// Blank nodes of one side and their partners on the other.
class Renaming {
 public:
  /// Whether the tuples are the same once blank nodes are renamed, adding the names this needs.
  bool unify(const Tuple& expected, const Tuple& actual) {
    if (expected.size() != actual.size()) return false;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      if (is_blank(expected[i]) != is_blank(actual[i])) return false;
      const bool same = is_blank(expected[i]) ? rename(expected[i]->value, actual[i]->value)
                                              : same_term(expected[i], actual[i]);
      if (!same) return false;
    }
    return true;
  }

 private:
  bool rename(const std::string& from, const std::string& to) {
    const auto [there, is_new] = forward_.try_emplace(from, to);
    const auto [back, is_new_back] = backward_.try_emplace(to, from);
    return there->second == to && back->second == from;
  }

  std::map<std::string, std::string> forward_, backward_;
};

/// Looks for a partner of each expected tuple, with one renaming for all.
class Matching {
 public:
  Matching(const std::vector<Tuple>& expected, const std::vector<Tuple>& actual)
      : expected_(expected), actual_(actual), used_(actual.size(), false) {}

  bool exists() { return match_from(0, Renaming{}); }

 private:
  bool match_from(std::size_t next, const Renaming& renaming) {
    if (next == expected_.size()) return true;
    const bool ground = std::none_of(expected_[next].begin(), expected_[next].end(), is_blank);
    for (std::size_t i = 0; i < actual_.size(); ++i) {
      if (used_[i]) continue;
      Renaming extended = renaming;
      if (!extended.unify(expected_[next], actual_[i])) continue;
      used_[i] = true;
      if (match_from(next + 1, extended)) return true;
      used_[i] = false;
      if (ground) return false; // another equal tuple would do no better
    }
    return false;
  }

  const std::vector<Tuple>& expected_;
  const std::vector<Tuple>& actual_;
  std::vector<bool> used_;
};

bool same_in_order(const std::vector<Tuple>& expected, const std::vector<Tuple>& actual) {
  Renaming renaming;
  for (std::size_t i = 0; i < expected.size(); ++i)
    if (!renaming.unify(expected[i], actual[i])) return false;
  return true;
}

std::vector<Tuple> without_duplicates(const std::vector<Tuple>& tuples) {
  std::vector<Tuple> out;
  for (const auto& tuple : tuples)
    if (std::find(out.begin(), out.end(), tuple) == out.end()) out.push_back(tuple);
  return out;
}

/// The rows with their cells in the order of `variables`.
std::vector<Tuple> arranged(const sparql::results::ResultTable& table,
                            const std::vector<std::string>& variables) {
  std::vector<Tuple> rows;
  for (const auto& row : table.rows) {
    Tuple tuple;
    for (const auto& variable : variables) {
      const auto column = std::find(table.variables.begin(), table.variables.end(), variable);
      tuple.push_back(row[static_cast<std::size_t>(column - table.variables.begin())]);
    }
    rows.push_back(std::move(tuple));
  }
  return rows;
}

} // namespace

bool same_tuples(const std::vector<Tuple>& expected, const std::vector<Tuple>& actual,
                 Comparison comparison) {
  if (comparison == Comparison::reduced) {
    return actual.size() <= expected.size() &&
           same_tuples(without_duplicates(expected), without_duplicates(actual), Comparison::bag);
  }
  if (expected.size() != actual.size()) return false;
  if (comparison == Comparison::ordered) return same_in_order(expected, actual);
  return Matching(expected, actual).exists();
}

bool same_results(const sparql::results::ResultTable& expected,
                  const sparql::results::ResultTable& actual, Comparison comparison) {
  if (expected.boolean || actual.boolean) return expected.boolean == actual.boolean;
  const std::set<std::string> names(expected.variables.begin(), expected.variables.end());
  const std::set<std::string> actual_names(actual.variables.begin(), actual.variables.end());
  if (names != actual_names) return false;
  return same_tuples(arranged(expected, expected.variables), arranged(actual, expected.variables),
                     comparison);
}

bool same_graphs(const std::vector<rdf::Quad>& expected, const std::vector<rdf::Quad>& actual) {
  const auto tuples = [](const std::vector<rdf::Quad>& quads) {
    std::set<Tuple> distinct;
    for (const auto& quad : quads) distinct.insert({quad.subject, quad.predicate, quad.object});
    return std::vector<Tuple>(distinct.begin(), distinct.end());
  };
  return same_tuples(tuples(expected), tuples(actual), Comparison::bag);
}

} // namespace tela::tests
