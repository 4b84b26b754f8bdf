#pragma once

#include "rdf/quad.h"

#include <random>
#include <string>
#include <vector>

namespace tela::tests {

/// Small random graphs and queries over them that say much in few words: few names, so that things
/// meet. The same seed gives the same on every machine.
class RandomQueries {
 public:
  explicit RandomQueries(std::uint64_t seed) : random_(seed) {}

  /// A few dozen triples in the default graph and two named ones: resources :a to :d, predicates :p
  /// to :r, integers, decimals and strings.
  [[nodiscard]] std::vector<rdf::Quad> data();
  /// A SELECT query without ORDER BY and LIMIT.
  [[nodiscard]] std::string query();

 private:
  [[nodiscard]] std::size_t below(std::size_t limit) { return random_() % limit; }
  [[nodiscard]] bool once_in(std::size_t times) { return below(times) == 0; }
  template<std::size_t n>
  std::string one_of(const char* const (&words)[n]) {
    return words[below(n)];
  }

  std::string variable();
  std::string node();
  std::string value();
  std::string path(int depth);
  std::string predicate();
  std::string object();
  std::string triple();
  std::string existence(int depth);
  std::string counted_group(int depth);
  std::string many_values();
  std::string linked();
  std::string path_to_constant();
  std::string fresh();
  std::string triples();
  std::string condition(int depth);
  std::string group(int depth);
  std::string element(int depth);
  std::string subquery(int depth);

  std::mt19937_64 random_;
  int fresh_ = 0;
};

} // namespace tela::tests
