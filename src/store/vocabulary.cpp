#include "store/vocabulary.h"

#include "base/worker_team.h"
#include "store/merge_heap.h"

#include <algorithm>
#include <iterator>
#include <memory>

namespace tela::store {

namespace {

constexpr std::array class_tags{rdf::IdTag::blank, rdf::IdTag::iri, rdf::IdTag::literal};

} // namespace

/// Those of one batch.
class Vocabulary::BatchTerms final : public TermSource {
 public:
  BatchTerms(Vocabulary& vocabulary, std::size_t batch, std::size_t term_class)
      : terms_(vocabulary.batches_.spool(),
               vocabulary.batches_.batches()[batch].classes[term_class]),
        kind_ranks_(vocabulary.kind_ranks_[batch]),
        indices_(vocabulary.classes_[term_class].indices), batch_(batch) {}

  bool next() override {
    if (!terms_.next()) return false;
    key_ = {terms_.text(), kind_ranks_[terms_.kind()]};
    return true;
  }
  void take_index(std::uint64_t index) override { indices_.append(batch_, index); }

 private:
  TermStream terms_;
  const std::vector<std::uint32_t>& kind_ranks_;
  IndexStreams& indices_;
  std::size_t batch_;
};

Vocabulary::Vocabulary(SpoolSpace& space, const BatchSpool& batches, Adoption* adoption,
                       unsigned threads)
    : batches_(batches), classes_{Class(space, Kinds::none, batches.batches().size()),
                                  Class(space, Kinds::none, batches.batches().size()),
                                  Class(space, Kinds::one_each, batches.batches().size())} {
  merge_kinds(adoption);
  base::run_tasks(threads, {[&] { merge(2, adoption); },
                            [&] {
                              merge(1, adoption);
                              merge(0, adoption);
                            }});
}

// Afterwards kind_ranks_ tells what to store for the kind of a BatchTerm: 0 for the two that are no
// literals.
void Vocabulary::merge_kinds(Adoption* adoption) {
  if (adoption != nullptr) kinds_ = adoption->kinds();
  for (const StoredBatch& batch : batches_.batches())
    std::ranges::copy(batch.kinds, std::back_inserter(kinds_));
  std::ranges::sort(kinds_);
  kinds_.erase(std::unique(kinds_.begin(), kinds_.end()), kinds_.end());
  for (const StoredBatch& batch : batches_.batches()) {
    auto& ranks = kind_ranks_.emplace_back(std::vector<std::uint32_t>{0, 0});
    for (const KindName& kind : batch.kinds)
      ranks.push_back(
          static_cast<std::uint32_t>(std::ranges::lower_bound(kinds_, kind) - kinds_.begin()));
  }
  if (adoption != nullptr) adoption->set_kinds(kinds_);
}

void Vocabulary::merge(std::size_t term_class, Adoption* adoption) {
  auto& [dictionary, indices] = classes_[term_class];
  const auto is_less = [](const auto& a, const auto& b) { return a->key() < b->key(); };
  MergeHeap<std::unique_ptr<TermSource>, decltype(is_less)> heap(is_less);
  const auto push = [&](std::unique_ptr<TermSource> source) {
    if (source->next()) heap.push(std::move(source));
  };
  for (std::size_t i = 0; i < batches_.batches().size(); ++i)
    push(std::make_unique<BatchTerms>(*this, i, term_class));
  if (adoption != nullptr) push(adoption->terms(term_class));
  std::string last;
  std::uint32_t last_kind = 0;
  while (!heap.empty()) {
    TermSource& source = *heap.top();
    const bool is_new = dictionary.size() == 0 || source.key() != DictionaryKey{last, last_kind};
    if (is_new) {
      dictionary.add(source.key());
      last = source.key().text;
      last_kind = source.key().kind;
    }
    source.take_index(dictionary.size() - 1);
    if (source.next())
      heap.settle();
    else
      heap.pop();
  }
  dictionary.finish();
  indices.finish();
}

std::vector<rdf::Id> Vocabulary::ids_of(std::size_t batch) const {
  const StoredBatch& stored = batches_.batches()[batch];
  std::vector<rdf::Id> ids;
  const auto inline_words = batches_.inline_words(stored);
  ids.reserve(1 + stored.term_count() + inline_words.size());
  ids.emplace_back(); // the default graph
  for (std::size_t i = 0; i < classes_.size(); ++i)
    classes_[i].indices.visit(
        batch, [&](std::uint64_t index) { ids.push_back(rdf::Id::make(class_tags[i], index)); });
  for (const std::uint64_t word : inline_words) ids.push_back(rdf::Id::from_bits(word));
  return ids;
}

} // namespace tela::store
