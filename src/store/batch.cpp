#include "store/batch.h"

#include "base/error.h"
#include "rdf/id.h"
#include "rdf/language_tag.h"
#include "rdf/namespaces.h"
#include "store/string_sort.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <utility>

namespace tela::store {

namespace {

// Numbers of a batch that is still being filled: terms from 0, inline values from inline_base.
constexpr std::uint32_t inline_base = std::uint32_t{1} << 31U;
constexpr std::uint32_t default_graph = ~std::uint32_t{0};

constexpr std::uint32_t blank_kind = 0;
constexpr std::uint32_t iri_kind = 1;
constexpr std::uint32_t first_literal_kind = 2;

// Of the length and the last eight bytes.
std::size_t tail_hash(std::string_view text) {
  std::uint64_t tail = 0;
  const std::size_t count = std::min(text.size(), sizeof tail);
  std::memcpy(&tail, text.data() + text.size() - count, count);
  return (tail + text.size()) * 0x9E3779B97F4A7C15U >> 56U;
}

// The place of each number in ascending order of what it stands for.
template<class Value>
std::vector<std::uint32_t> order_of(const std::vector<Value>& values) {
  std::vector<std::uint32_t> order(values.size());
  std::iota(order.begin(), order.end(), std::uint32_t{0});
  std::ranges::sort(order, {}, [&](std::uint32_t i) -> const Value& { return values[i]; });
  return order;
}

// For each number its rank, from `first` on.
std::vector<std::uint32_t> ranks_of(const std::vector<std::uint32_t>& order, std::uint32_t first) {
  std::vector<std::uint32_t> ranks(order.size());
  for (const std::uint32_t number : order) ranks[number] = first++;
  return ranks;
}

} // namespace

void Batch::add(const rdf::QuadView& quad, const BlankScope& scope) {
  quads_.push_back({number(quad.subject, scope, subject_), number(quad.predicate, scope),
                    number(quad.object, scope),
                    quad.graph ? number(*quad.graph, scope, graph_) : default_graph});
}

std::uint32_t Batch::number(const rdf::TermView& term, const BlankScope& scope, Last& last) {
  if (term.kind != rdf::TermKind::iri) return number(term, scope);
  if (last.iri.empty() || term.value != last.iri) {
    last.number = number(term, scope);
    last.iri = terms_.terms()[last.number].text();
  }
  return last.number;
}

std::uint32_t Batch::number(const rdf::TermView& term, const BlankScope& scope) {
  if (term.value.size() > max_term_bytes)
    throw base::Error(base::Failure::input, "a term longer than 1 GiB", "shorten it");
  switch (term.kind) {
  case rdf::TermKind::blank:
    return terms_.intern(scope.apply(term.value, scratch_), blank_kind);
  case rdf::TermKind::iri:
    return iri(term.value);
  case rdf::TermKind::literal:
    break;
  }
  return literal(term);
}

// Properties and classes come again and again: comparing takes less time than hashing.
std::uint32_t Batch::iri(std::string_view text) {
  std::uint32_t& number = frequent_[tail_hash(text) % frequent_.size()];
  const auto terms = terms_.terms();
  if (number >= terms.size() || terms[number].kind != iri_kind || terms[number].text() != text)
    number = terms_.intern(text, iri_kind);
  return number;
}

std::uint32_t Batch::literal(const rdf::TermView& term) {
  const bool is_text = !term.language.empty() || term.datatype == rdf::xsd::string;
  if (!is_text)
    if (const auto id = rdf::inline_id(term)) return inline_base + inline_words_.intern(id->bits());
  return terms_.intern(term.value, first_literal_kind + kind_of(term));
}

std::uint32_t Batch::kind_of(const rdf::TermView& literal) {
  constexpr std::size_t usual = 8;
  for (std::size_t i = 0; i < std::min(usual, kinds_.size()); ++i)
    if (kinds_[i].language == literal.language && kinds_[i].datatype == literal.datatype)
      return static_cast<std::uint32_t>(i);
  std::string language = rdf::canonical_language(literal.language);
  scratch_ = language;
  scratch_ += ' ';
  scratch_ += literal.datatype;
  const auto [found, is_new] =
      kind_numbers_.try_emplace(scratch_, static_cast<std::uint32_t>(kinds_.size()));
  if (is_new) kinds_.push_back({std::string(literal.datatype), std::move(language)});
  return found->second;
}

std::size_t Batch::memory() const noexcept {
  constexpr std::size_t bytes_per_kind = 256;
  return terms_.memory() + inline_words_.memory() + quads_.capacity() * sizeof(NumberQuad) +
         kinds_.size() * bytes_per_kind;
}

std::vector<std::uint32_t> Batch::sort_kinds(SortedBatch& sorted) {
  const auto order = order_of(kinds_);
  for (const std::uint32_t kind : order) sorted.kinds.push_back(std::move(kinds_[kind]));
  kinds_.clear();
  kind_numbers_.clear();
  return ranks_of(order, first_literal_kind);
}

std::vector<std::uint32_t> Batch::sort_terms(SortedBatch& sorted) {
  sorted.owner = std::exchange(terms_, {});
  const auto kind_ranks = sort_kinds(sorted);
  std::vector<BatchTerm> terms(sorted.owner.terms().begin(), sorted.owner.terms().end());
  std::array<std::vector<std::uint32_t>, 3> classes;
  for (std::uint32_t number = 0; number < terms.size(); ++number) {
    std::uint32_t& kind = terms[number].kind;
    classes[std::min(kind, first_literal_kind)].push_back(number);
    if (kind >= first_literal_kind) kind = kind_ranks[kind - first_literal_kind];
  }
  std::vector<std::uint32_t> ranks(terms.size());
  sorted.terms.reserve(terms.size());
  for (std::size_t i = 0; i < classes.size(); ++i) {
    store::sort_terms(terms, classes[i]);
    sorted.class_sizes[i] = static_cast<std::uint32_t>(classes[i].size());
    for (const std::uint32_t number : classes[i]) {
      sorted.terms.push_back(terms[number]);
      ranks[number] = static_cast<std::uint32_t>(sorted.terms.size());
    }
  }
  return ranks;
}

SortedBatch Batch::sort() {
  SortedBatch sorted;
  const auto term_ranks = sort_terms(sorted);
  const std::vector<std::uint64_t> words(inline_words_.words().begin(),
                                         inline_words_.words().end());
  const auto inline_order = order_of(words);
  const auto inline_ranks =
      ranks_of(inline_order, static_cast<std::uint32_t>(sorted.terms.size() + 1));
  for (const std::uint32_t number : inline_order) sorted.inline_words.push_back(words[number]);
  inline_words_ = {};
  subject_ = graph_ = {}; // their texts are the sorted batch's now

  sorted.quads = std::exchange(quads_, {});
  for (NumberQuad& quad : sorted.quads)
    for (std::uint32_t& number : quad)
      number = number == default_graph ? 0
               : number >= inline_base ? inline_ranks[number - inline_base]
                                       : term_ranks[number];
  return sorted;
}

} // namespace tela::store
