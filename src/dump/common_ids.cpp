#include "dump/common_ids.h"

#include "base/require.h"

#include <algorithm>

namespace tela::dump {

namespace {

/// The terms of one kind of a store's dictionary, in its order.
class TermWalk {
 public:
  TermWalk(const store::Store& store, rdf::IdTag tag) : store_(store), tag_(tag) {
    const store::Counts& counts = store.counts();
    total_ = tag == rdf::IdTag::iri ? counts.iris : counts.literals;
    fetch();
  }

  [[nodiscard]] bool at_end() const { return at_ == terms_.size(); }
  [[nodiscard]] const rdf::Term& term() const { return terms_[at_]; }
  void next() {
    if (++at_ == terms_.size()) fetch();
  }

 private:
  static constexpr std::uint64_t piece = 1024;

  void fetch() {
    const std::uint64_t count = std::min(piece, total_ - fetched_);
    std::vector<rdf::Id> ids;
    for (std::uint64_t i = 0; i < count; ++i) ids.push_back(rdf::Id::make(tag_, fetched_ + i));
    terms_.resize(count);
    store_.terms(ids,
                 [&](std::size_t i, const rdf::TermView& term) { terms_[i] = rdf::to_term(term); });
    fetched_ += count;
    at_ = 0;
  }

  const store::Store& store_;
  rdf::IdTag tag_;
  std::uint64_t total_, fetched_ = 0;
  std::vector<rdf::Term> terms_;
  std::size_t at_ = 0;
};

std::strong_ordering order(const TermWalk& a, const TermWalk& b) {
  if (a.at_end() || b.at_end()) return a.at_end() <=> b.at_end();
  return a.term() <=> b.term();
}

} // namespace

CommonIds::CommonIds(const store::Store& old_store, const store::Store& new_store) {
  number(old_store, new_store, rdf::IdTag::iri, &Numbers::iris);
  number(old_store, new_store, rdf::IdTag::literal, &Numbers::literals);
}

void CommonIds::number(const store::Store& old_store, const store::Store& new_store, rdf::IdTag tag,
                       std::vector<std::uint64_t> Numbers::*numbers) {
  TermWalk old_terms(old_store, tag);
  TermWalk new_terms(new_store, tag);
  for (std::uint64_t number = 0; !old_terms.at_end() || !new_terms.at_end(); ++number) {
    const auto comparison = order(old_terms, new_terms);
    if (comparison <= 0) {
      (numbers_[0].*numbers).push_back(number);
      old_terms.next();
    }
    if (comparison >= 0) {
      (numbers_[1].*numbers).push_back(number);
      new_terms.next();
    }
  }
}

rdf::Id CommonIds::common(Side side, rdf::Id id) const {
  base::require(id.tag() != rdf::IdTag::blank, "not of a blank node");
  const Numbers& numbers = numbers_.at(static_cast<std::size_t>(side));
  if (id.tag() == rdf::IdTag::iri) return rdf::Id::make(id.tag(), numbers.iris.at(id.payload()));
  if (id.tag() == rdf::IdTag::literal)
    return rdf::Id::make(id.tag(), numbers.literals.at(id.payload()));
  return id; // a value, or no graph
}

} // namespace tela::dump
