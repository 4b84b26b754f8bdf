#pragma once

#include "rdf/date_time.h"
#include "rdf/duration.h"
#include "rdf/id.h"
#include "rdf/numeric.h"
#include "rdf/term.h"
#include "sparql/evaluator/batch.h"
#include "sparql/evaluator/context.h"

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace tela::sparql::evaluator {

/// An error of section 17.2, and what an unbound variable gives.
struct Failed {};

/// What an expression gives for a row: a term by its id, or a value that has just been computed.
/// A TermView lives as long as the row's Scratch.
using Value =
    std::variant<Failed, rdf::Id, bool, rdf::Numeric, rdf::DateTime, rdf::Duration, rdf::TermView>;

[[nodiscard]] inline bool failed(const Value& value) {
  return std::holds_alternative<Failed>(value);
}

/// Memory for the texts that are met while one row is evaluated, reused for the next.
class Scratch {
 public:
  explicit Scratch(const Words& words) : words_(words) { memory_.charge_to(words.memory()); }

  /// Ends the life of all that was given since the last call.
  void reset() {
    used_texts_ = used_terms_ = 0;
    known_.clear();
  }
  /// An empty string of the caller's, until reset().
  std::string& text();
  /// Makes room for `more` bytes in one of the strings that text() has given, having charged it.
  /// Throws Error(limit).
  void make_room(std::string& text, std::size_t more);
  /// The term of a defined id, until reset().
  rdf::TermView term(rdf::Id id);
  rdf::LiteralKind literal_kind(rdf::Id id);
  /// Spares term(id) the decoding.
  void know(rdf::Id id, const rdf::TermView& term) { known_.emplace_back(id, term); }

 private:
  rdf::Term& storage();
  [[nodiscard]] std::size_t text_bytes() const;

  const Words& words_;
  std::deque<std::string> texts_;
  std::deque<rdf::Term> terms_;
  std::size_t used_texts_ = 0, used_terms_ = 0;
  std::vector<std::pair<rdf::Id, rdf::TermView>> known_;
  Reservation memory_;
};

/// The row for which an expression is evaluated.
struct Frame {
  Context& context;
  Scratch& scratch;
  const Batch* batch = nullptr;
  std::size_t row = 0;
  std::uint64_t solution = 0; ///< tells solutions apart, for BNODE(label)
};

/// The id of an inline-able or any other value; undefined for a failure.
[[nodiscard]] rdf::Id to_id(const Value& value, Frame& frame);
/// REQUIRES: not failed.
[[nodiscard]] rdf::TermView to_term(const Value& value, Frame& frame);

/// The value as what the name says, or nothing when it is something else or ill-typed.
[[nodiscard]] std::optional<rdf::Numeric> to_number(const Value& value, Frame& frame);
[[nodiscard]] std::optional<rdf::DateTime> to_date_time(const Value& value, Frame& frame);
[[nodiscard]] std::optional<rdf::Duration> to_duration(const Value& value, Frame& frame);
[[nodiscard]] std::optional<bool> to_boolean(const Value& value, Frame& frame);
/// A literal that is xsd:string or has a language.
[[nodiscard]] std::optional<rdf::TermView> to_string_literal(const Value& value, Frame& frame);
/// The text of an xsd:string.
[[nodiscard]] std::optional<std::string_view> to_plain_string(const Value& value, Frame& frame);
/// Effective boolean value, section 17.2.2.
[[nodiscard]] std::optional<bool> truth(const Value& value, Frame& frame);

/// Appends to a string of frame.scratch. Throws Error(limit) before it grows beyond the query's
/// memory or max_text_bytes, or when the query is to stop.
void append(std::string& text, std::string_view piece, Frame& frame);

/// New values.
[[nodiscard]] Value make_string(std::string_view text);
/// A literal with `text` and the language, or else xsd:string, of `like`.
[[nodiscard]] Value make_like(const rdf::TermView& like, std::string_view text);
[[nodiscard]] Value make_iri(std::string_view text);
[[nodiscard]] Value make_number(std::int64_t number);
template<class T>
[[nodiscard]] Value make_value(std::optional<T> value) {
  return value ? Value(std::move(*value)) : Value(Failed{});
}

} // namespace tela::sparql::evaluator
