#include "store/vocabulary.h"

#include "base/worker_team.h"
#include "store/merge_heap.h"

#include <algorithm>
#include <iterator>
#include <memory>

namespace tela::store {

namespace {

constexpr std::array class_tags{rdf::IdTag::blank, rdf::IdTag::iri, rdf::IdTag::literal};

// The terms of a batch while they are merged.
struct Source {
  std::size_t batch;
  TermStream terms;
  DictionaryKey key;
};

} // namespace

Vocabulary::Vocabulary(SpoolSpace& space, const BatchSpool& batches, unsigned threads)
    : batches_(batches), classes_{Class(space, Kinds::none, batches.batches().size()),
                                  Class(space, Kinds::none, batches.batches().size()),
                                  Class(space, Kinds::one_each, batches.batches().size())} {
  merge_kinds();
  base::run_tasks(threads, {[this] { merge(2); },
                            [this] {
                              merge(1);
                              merge(0);
                            }});
}

// Afterwards kind_ranks_ tells what to store for the kind of a BatchTerm: 0 for the two that are no
// literals.
void Vocabulary::merge_kinds() {
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
}

void Vocabulary::merge(std::size_t term_class) {
  auto& [dictionary, indices] = classes_[term_class];
  const auto advance = [&](Source& source) {
    if (!source.terms.next()) return false;
    source.key = {source.terms.text(), kind_ranks_[source.batch][source.terms.kind()]};
    return true;
  };
  const auto is_less = [](const auto& a, const auto& b) { return a->key < b->key; };
  MergeHeap<std::unique_ptr<Source>, decltype(is_less)> heap(is_less);
  for (std::size_t i = 0; i < batches_.batches().size(); ++i) {
    auto source = std::make_unique<Source>(
        Source{i, TermStream(batches_.spool(), batches_.batches()[i].classes[term_class]), {}});
    if (advance(*source)) heap.push(std::move(source));
  }
  std::string last;
  std::uint32_t last_kind = 0;
  while (!heap.empty()) {
    Source& source = *heap.top();
    const bool is_new = dictionary.size() == 0 || source.key != DictionaryKey{last, last_kind};
    if (is_new) {
      dictionary.add(source.key);
      last = source.key.text;
      last_kind = source.key.kind;
    }
    indices.append(source.batch, dictionary.size() - 1);
    if (advance(source))
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
