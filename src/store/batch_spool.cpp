#include "store/batch_spool.h"

#include "store/front_coding.h"

#include <span>

namespace tela::store {

namespace {

// Per term: kind, shared length, length of the rest (varints), the rest.
std::string encode_terms(std::span<const BatchTerm> terms) {
  std::string bytes;
  std::string_view before;
  for (const BatchTerm& term : terms) {
    append_varint(bytes, term.kind);
    append_front_coded(bytes, before, term.text());
    before = term.text();
  }
  return bytes;
}

template<class Value>
std::string_view bytes_of(const std::vector<Value>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(Value)};
}

} // namespace

void BatchSpool::store(SortedBatch batch) {
  std::array<std::string, 3> classes;
  std::span<const BatchTerm> terms = batch.terms;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    classes[i] = encode_terms(terms.first(batch.class_sizes[i]));
    terms = terms.subspan(batch.class_sizes[i]);
  }
  const std::lock_guard lock(mutex_);
  const auto append = [&](std::string_view bytes) {
    const Stretch stretch{spool_->size(), spool_->size() + bytes.size()};
    spool_->append(bytes);
    return stretch;
  };
  StoredBatch stored{std::move(batch.kinds), batch.class_sizes, {}, {}, {}, batch.quads.size()};
  for (std::size_t i = 0; i < classes.size(); ++i) stored.classes[i] = append(classes[i]);
  stored.inline_words = append(bytes_of(batch.inline_words));
  stored.quads = append(bytes_of(batch.quads));
  batches_.push_back(std::move(stored));
}

void BatchSpool::clear() {
  batches_.clear();
  spool_.reset();
}

template<class Value>
std::vector<Value> BatchSpool::read(Stretch stretch) const {
  std::vector<Value> values((stretch.end - stretch.begin) / sizeof(Value));
  spool_->read(stretch.begin, reinterpret_cast<char*>(values.data()), stretch.end - stretch.begin);
  return values;
}

std::vector<NumberQuad> BatchSpool::quads(const StoredBatch& batch) const {
  return read<NumberQuad>(batch.quads);
}

std::vector<std::uint64_t> BatchSpool::inline_words(const StoredBatch& batch) const {
  return read<std::uint64_t>(batch.inline_words);
}

bool TermStream::next() {
  if (reader_.left() == 0) return false;
  constexpr std::size_t front_bytes = 20;
  std::string_view front = reader_.peek(front_bytes);
  const std::size_t peeked = front.size();
  kind_ = static_cast<std::uint32_t>(take_varint(front));
  const std::uint64_t shared = take_varint(front);
  const std::uint64_t rest = take_varint(front);
  reader_.skip(peeked - front.size());
  text_.replace(shared, std::string::npos, reader_.peek(rest));
  reader_.skip(rest);
  return true;
}

} // namespace tela::store
