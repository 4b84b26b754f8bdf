#pragma once

#include "rdf/id.h"
#include "store/store.h"

#include <cstddef>
#include <span>
#include <unordered_map>
#include <vector>

namespace tela::publish {

/// Terms of a store as values; those met since the last trim() are kept. One thread.
class TermReader {
 public:
  /// Keeps a reference to `store`.
  explicit TermReader(const store::Store& store) : store_(store) {}

  /// The term of an id of the store. Valid until trim().
  const rdf::Term& operator()(rdf::Id id);
  /// Reads terms that are about to be asked for, neighbours in the dictionary together.
  void prepare(std::vector<rdf::Id> ids);

  /// Forgets everything when much is kept; to be called between pages.
  void trim();

 private:
  static constexpr std::size_t most_bytes = std::size_t{32} << 20U;
  const rdf::Term& keep(rdf::Id id, const rdf::TermView& term);

  const store::Store& store_;
  std::unordered_map<rdf::Id, rdf::Term> terms_;
  rdf::Term storage_;
  std::size_t bytes_ = 0;
};

} // namespace tela::publish
