#include "sparql/evaluator/value.h"

#include "base/error.h"
#include "base/require.h"
#include "rdf/inline_value.h"
#include "rdf/namespaces.h"
#include "sparql/evaluator/charged_text.h"
#include "xsd/literal.h"

#include <algorithm>

namespace tela::sparql::evaluator {

using rdf::Id;
using rdf::IdTag;
using rdf::TermKind;
using rdf::TermView;

// --- Scratch --------------------------------------------------------------------------------

std::size_t Scratch::text_bytes() const {
  std::size_t bytes = 0;
  for (const std::string& text : texts_) bytes += heap_bytes(text.capacity());
  return bytes;
}

void Scratch::make_room(std::string& text, std::size_t more) {
  const auto capacity = wanted_capacity(text, more);
  if (!capacity) return;
  memory_.hold(text_bytes() + heap_bytes(*capacity)); // both stand while one is copied to the other
  text.reserve(*capacity);
  memory_.hold(text_bytes());
}

std::string& Scratch::text() {
  if (used_texts_ == texts_.size()) texts_.emplace_back();
  std::string& text = texts_[used_texts_++];
  text.clear();
  return text;
}

rdf::Term& Scratch::storage() {
  if (used_terms_ == terms_.size()) terms_.emplace_back();
  return terms_[used_terms_++];
}

TermView Scratch::term(Id id) {
  for (const auto& [known, term] : known_)
    if (known == id) return term;
  known_.emplace_back(id, words_.term(id, storage()));
  return known_.back().second;
}

rdf::LiteralKind Scratch::literal_kind(Id id) {
  for (const auto& [known, term] : known_)
    if (known == id) return {term.datatype, term.language};
  return words_.literal_kind(id, storage());
}

// --- conversions ----------------------------------------------------------------------------

namespace {

/// The term behind a value that is an id of a dictionary or a term already; nothing for others.
std::optional<TermView> literal_of(const Value& value, Frame& frame) {
  const auto* id = std::get_if<Id>(&value);
  const bool holds_term = id != nullptr
                              ? id->tag() == IdTag::literal || id->tag() == IdTag::computed
                              : std::holds_alternative<TermView>(value);
  if (!holds_term) return std::nullopt;
  const TermView term = to_term(value, frame);
  return term.kind == TermKind::literal ? std::optional(term) : std::nullopt;
}

TermView owned_literal(const std::string& text, std::string_view datatype, Frame& frame) {
  std::string& storage = frame.scratch.text();
  append(storage, text, frame);
  return {TermKind::literal, storage, datatype, {}};
}

/// The term of what is one already.
TermView known_term(const Value& value, Frame& frame) {
  const auto* id = std::get_if<Id>(&value);
  const TermView term = id != nullptr ? frame.scratch.term(*id) : std::get<TermView>(value);
  pause_at(term.value, frame.context);
  return term;
}

} // namespace

Id to_id(const Value& value, Frame& frame) {
  if (const auto* id = std::get_if<Id>(&value)) return *id;
  if (const auto* truth_value = std::get_if<bool>(&value)) return rdf::inline_boolean(*truth_value);
  if (failed(value)) return {};
  if (const auto* number = std::get_if<rdf::Numeric>(&value))
    if (const auto id = rdf::inline_id(*number)) return *id;
  return frame.context.words.id_of(to_term(value, frame));
}

TermView to_term(const Value& value, Frame& frame) {
  base::require(!failed(value), "not failed");
  if (std::holds_alternative<Id>(value) || std::holds_alternative<TermView>(value))
    return known_term(value, frame);
  if (const auto* truth_value = std::get_if<bool>(&value))
    return {TermKind::literal, *truth_value ? "true" : "false", rdf::xsd::boolean, {}};
  if (const auto* number = std::get_if<rdf::Numeric>(&value))
    return owned_literal(rdf::to_string(*number), rdf::datatype_of(*number), frame);
  if (const auto* time = std::get_if<rdf::DateTime>(&value))
    return owned_literal(rdf::to_string(*time), rdf::datatype_of(time->kind), frame);
  const auto& duration = std::get<rdf::Duration>(value);
  return owned_literal(rdf::to_string(duration), rdf::datatype_of(duration.kind), frame);
}

std::optional<rdf::Numeric> to_number(const Value& value, Frame& frame) {
  if (const auto* number = std::get_if<rdf::Numeric>(&value)) return *number;
  if (const auto* id = std::get_if<Id>(&value); id != nullptr && id->is_inline())
    return rdf::numeric_value(*id);
  const auto literal = literal_of(value, frame);
  return literal ? xsd::number_of(*literal) : std::nullopt;
}

std::optional<rdf::DateTime> to_date_time(const Value& value, Frame& frame) {
  if (const auto* time = std::get_if<rdf::DateTime>(&value)) return *time;
  if (const auto* id = std::get_if<Id>(&value); id != nullptr && id->is_inline()) {
    if (id->tag() != IdTag::date && id->tag() != IdTag::date_time) return std::nullopt;
    return rdf::date_time_value(*id);
  }
  const auto literal = literal_of(value, frame);
  return literal ? xsd::date_time_of(*literal) : std::nullopt;
}

std::optional<rdf::Duration> to_duration(const Value& value, Frame& frame) {
  if (const auto* duration = std::get_if<rdf::Duration>(&value)) return *duration;
  const auto literal = literal_of(value, frame);
  return literal ? xsd::duration_of(*literal) : std::nullopt;
}

std::optional<bool> to_boolean(const Value& value, Frame& frame) {
  if (const auto* truth_value = std::get_if<bool>(&value)) return *truth_value;
  if (const auto* id = std::get_if<Id>(&value); id != nullptr && id->tag() == IdTag::boolean)
    return rdf::boolean_value(*id);
  const auto literal = literal_of(value, frame);
  return literal ? xsd::boolean_of(*literal) : std::nullopt;
}

std::optional<TermView> to_string_literal(const Value& value, Frame& frame) {
  const auto literal = literal_of(value, frame);
  if (!literal || (literal->datatype != rdf::xsd::string && literal->language.empty()))
    return std::nullopt;
  return literal;
}

std::optional<std::string_view> to_plain_string(const Value& value, Frame& frame) {
  const auto literal = literal_of(value, frame);
  if (!literal || literal->datatype != rdf::xsd::string) return std::nullopt;
  return literal->value;
}

std::optional<bool> truth(const Value& value, Frame& frame) {
  if (const auto* known = std::get_if<bool>(&value)) return *known;
  if (const auto boolean = to_boolean(value, frame)) return boolean;
  if (const auto number = to_number(value, frame)) return rdf::is_true(*number);
  const auto literal = literal_of(value, frame);
  if (!literal) return std::nullopt;
  if (literal->datatype == rdf::xsd::string || !literal->language.empty())
    return !literal->value.empty();
  // An ill-typed boolean or number is false, anything else has no truth.
  if (literal->datatype == rdf::xsd::boolean || rdf::is_numeric_datatype(literal->datatype))
    return false;
  return std::nullopt;
}

// --- new values -----------------------------------------------------------------------------

void append(std::string& text, std::string_view piece, Frame& frame) {
  if (text.size() + piece.size() > max_text_bytes)
    throw base::Error(base::Failure::limit, "a function makes a text of more than 64 MiB",
                      "put together or replace less");
  pause_at(piece, frame.context);
  frame.scratch.make_room(text, piece.size());
  text += piece;
}

Value make_string(std::string_view text) {
  return TermView{TermKind::literal, text, rdf::xsd::string, {}};
}

Value make_like(const TermView& like, std::string_view text) {
  return TermView{TermKind::literal, text, like.datatype, like.language};
}

Value make_iri(std::string_view text) {
  return TermView{TermKind::iri, text, {}, {}};
}

Value make_number(std::int64_t number) {
  return rdf::Numeric(rdf::Integer(number));
}

} // namespace tela::sparql::evaluator
