#include "rdf/iri.h"
#include "rdf/language_tag.h"
#include "rdf/namespaces.h"
#include "sparql/evaluator/compare.h"
#include "sparql/evaluator/functions.h"

#include <array>
#include <cstdio>

namespace tela::sparql::evaluator {

using algebra::Function;
using rdf::Id;
using rdf::IdTag;
using rdf::TermKind;
using rdf::TermView;

namespace {

using Arguments = std::span<const Value>;

TermKind kind_of(const Value& value, Frame& frame) {
  if (const auto* id = std::get_if<Id>(&value)) {
    if (id->tag() == IdTag::iri) return TermKind::iri;
    if (id->tag() == IdTag::blank) return TermKind::blank;
    if (id->tag() != IdTag::computed) return TermKind::literal;
  }
  return to_term(value, frame).kind;
}

Value is_iri(Arguments a, Frame& frame) {
  return kind_of(a[0], frame) == TermKind::iri;
}
Value is_blank(Arguments a, Frame& frame) {
  return kind_of(a[0], frame) == TermKind::blank;
}
Value is_literal(Arguments a, Frame& frame) {
  return kind_of(a[0], frame) == TermKind::literal;
}
Value is_numeric(Arguments a, Frame& frame) {
  return to_number(a[0], frame).has_value();
}

Value str(Arguments a, Frame& frame) {
  const TermView term = to_term(a[0], frame);
  if (term.kind == TermKind::blank) return Failed{};
  return make_string(term.value);
}

/// Datatype and language of a literal; nothing for other terms.
std::optional<rdf::LiteralKind> literal_kind(const Value& value, Frame& frame) {
  if (kind_of(value, frame) != TermKind::literal) return std::nullopt;
  if (const auto* id = std::get_if<Id>(&value)) return frame.scratch.literal_kind(*id);
  const TermView term = to_term(value, frame);
  return rdf::LiteralKind{term.datatype, term.language};
}

Value lang(Arguments a, Frame& frame) {
  const auto kind = literal_kind(a[0], frame);
  if (!kind) return Failed{};
  return make_string(kind->language);
}

Value datatype(Arguments a, Frame& frame) {
  const auto kind = literal_kind(a[0], frame);
  if (!kind) return Failed{};
  return make_iri(kind->datatype);
}

/// Texts that resolve_iri() has in hand at once.
constexpr std::size_t copies_of_resolving = 4;

Value iri(Arguments a, Frame& frame) {
  const TermView term = to_term(a[0], frame);
  if (term.kind == TermKind::iri) return a[0];
  const auto text = to_plain_string(a[0], frame);
  if (!text) return Failed{};
  if (rdf::is_absolute_iri(*text)) return make_iri(*text);
  Reservation copies(frame.context);
  copies.hold(copies_of_resolving * (frame.context.base.size() + text->size()));
  std::string& resolved = frame.scratch.text();
  append(resolved, rdf::resolve_iri(frame.context.base, *text), frame);
  if (!rdf::is_absolute_iri(resolved)) return Failed{};
  return make_iri(resolved);
}

Value bnode(Arguments a, Frame& frame) {
  Context& context = frame.context;
  if (a.empty()) return context.words.fresh_blank();
  const auto label = to_plain_string(a[0], frame);
  if (!label) return Failed{};
  constexpr std::size_t entry_bytes = 112; // with its links
  const std::size_t bytes = entry_bytes + label->size();
  context.blanks_memory.add(bytes);
  const auto [entry, fresh] =
      context.blanks.try_emplace({frame.solution, std::string(*label)}, Id{});
  if (fresh)
    entry->second = context.words.fresh_blank();
  else
    context.blanks_memory.give_back(bytes);
  return entry->second;
}

Value strdt(Arguments a, Frame& frame) {
  const auto text = to_plain_string(a[0], frame);
  const TermView type = to_term(a[1], frame);
  if (!text || type.kind != TermKind::iri || type.value == rdf::rdf_lang_string) return Failed{};
  return TermView{TermKind::literal, *text, type.value, {}};
}

Value strlang(Arguments a, Frame& frame) {
  const auto text = to_plain_string(a[0], frame);
  const auto language = to_plain_string(a[1], frame);
  if (!text || !language || language->empty()) return Failed{};
  Reservation copy(frame.context);
  copy.hold(language->size());
  std::string& tag = frame.scratch.text();
  append(tag, rdf::canonical_language(*language), frame);
  return TermView{TermKind::literal, *text, rdf::rdf_lang_string, tag};
}

/// A random UUID, RFC 4122 version 4.
std::string random_uuid(Frame& frame) {
  const std::uint64_t high = frame.context.random();
  const std::uint64_t low = frame.context.random();
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%08x-%04x-4%03x-%04x-%012llx",
                static_cast<unsigned>(high >> 32U), static_cast<unsigned>(high >> 16U & 0xFFFFU),
                static_cast<unsigned>(high & 0xFFFU),
                static_cast<unsigned>(0x8000U | (low >> 48U & 0x3FFFU)),
                static_cast<unsigned long long>(low & 0xFFFFFFFFFFFFU));
  return text.data();
}

Value uuid(Arguments, Frame& frame) {
  std::string& text = frame.scratch.text();
  text = "urn:uuid:" + random_uuid(frame);
  return make_iri(text);
}

Value struuid(Arguments, Frame& frame) {
  std::string& text = frame.scratch.text();
  text = random_uuid(frame);
  return make_string(text);
}

Value same(Arguments a, Frame& frame) {
  return same_term(a[0], a[1], frame);
}

} // namespace

FunctionPointer find_term_function(Function function) {
  switch (function) {
  case Function::is_iri:
    return is_iri;
  case Function::is_blank:
    return is_blank;
  case Function::is_literal:
    return is_literal;
  case Function::is_numeric:
    return is_numeric;
  case Function::str:
    return str;
  case Function::lang:
    return lang;
  case Function::datatype:
    return datatype;
  case Function::iri:
    return iri;
  case Function::bnode:
    return bnode;
  case Function::strdt:
    return strdt;
  case Function::strlang:
    return strlang;
  case Function::uuid:
    return uuid;
  case Function::struuid:
    return struuid;
  case Function::same_term:
    return same;
  default:
    return nullptr;
  }
}

} // namespace tela::sparql::evaluator
