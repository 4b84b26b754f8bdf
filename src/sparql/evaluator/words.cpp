#include "sparql/evaluator/words.h"

#include "base/error.h"
#include "rdf/inline_value.h"
#include "rdf/language_tag.h"
#include "rdf/namespaces.h"
#include "sparql/evaluator/charged_text.h"

#include <string>

namespace tela::sparql::evaluator {

using rdf::Id;
using rdf::IdTag;
using rdf::TermKind;
using rdf::TermView;

namespace {

// A damaged store may hold ids that none of its terms has.
const rdf::Term& word(const std::deque<rdf::Term>& words, Id id) {
  if (id.payload() < words.size()) return words[id.payload()];
  throw base::Error(base::Failure::input, "the data are damaged: an id that stands for no term",
                    "build the store again");
}

} // namespace

Words::~Words() {
  if (memory_ != nullptr) memory_->release(charged_);
}

std::size_t Words::Hash::operator()(const TermView& term) const noexcept {
  const std::hash<std::string_view> hash;
  std::size_t result = hash(term.value) + static_cast<std::size_t>(term.kind);
  result = result * 31 + hash(term.datatype);
  return result * 31 + hash(term.language);
}

Id Words::id_of(const TermView& written) {
  TermView term = written;
  std::string tag; // a term is one, however its language is written
  if (!term.language.empty()) term.language = tag = rdf::canonical_language(term.language);
  if (term.kind == TermKind::literal)
    if (const auto id = rdf::inline_id(term)) return *id;
  if (const auto word = ids_.find(term); word != ids_.end()) return word->second;
  if (const auto id = dataset_.find(term)) return *id;
  const Id id = append(term);
  ids_.emplace(TermView(words_.back()), id);
  return id;
}

namespace {

/// What a word takes: itself, its place in the table, its texts.
std::size_t bytes_of(const TermView& term) {
  constexpr std::size_t table_entry = 128;
  return sizeof(rdf::Term) + table_entry + heap_bytes(term.value.size()) +
         heap_bytes(term.datatype.size()) + heap_bytes(term.language.size());
}

} // namespace

void Words::forget(std::size_t size) {
  while (words_.size() > size) {
    const TermView word = words_.back();
    const auto known = ids_.find(word);
    if (known != ids_.end() && known->second.payload() == words_.size() - 1) ids_.erase(known);
    const std::size_t bytes = bytes_of(word);
    if (memory_ != nullptr) memory_->release(bytes);
    charged_ -= bytes;
    words_.pop_back();
  }
}

Id Words::append(const TermView& term) {
  const std::size_t bytes = bytes_of(term);
  if (memory_ != nullptr) memory_->charge(bytes);
  charged_ += bytes;
  words_.push_back(rdf::to_term(term));
  return Id::make(IdTag::computed, words_.size() - 1);
}

Id Words::fresh_blank() {
  std::string label;
  TermView blank{TermKind::blank, {}, {}, {}};
  do {
    label = "b" + std::to_string(blanks_++);
    blank.value = label;
  } while (dataset_.find(blank));
  const Id id = append(blank);
  ids_.emplace(TermView(words_.back()), id);
  return id;
}

TermView Words::term(Id id, rdf::Term& storage) const {
  if (id.tag() == IdTag::computed) return word(words_, id);
  if (!id.is_inline()) return dataset_.term(id, storage);
  storage.kind = TermKind::literal;
  storage.value.clear();
  rdf::append_inline_lexical(storage.value, id);
  return {TermKind::literal, storage.value, rdf::inline_datatype(id), {}};
}

rdf::LiteralKind Words::literal_kind(Id id, rdf::Term& storage) const {
  if (id.is_inline()) return {rdf::inline_datatype(id), {}};
  if (id.tag() == IdTag::literal) return dataset_.literal_kind(id, storage);
  if (id.tag() != IdTag::computed) return {};
  const rdf::Term& computed = word(words_, id);
  return {computed.datatype, computed.language};
}

} // namespace tela::sparql::evaluator
