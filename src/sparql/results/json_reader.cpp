#include "base/error.h"
#include "sparql/results/text_pieces.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace tela::sparql::results {

namespace {

using nlohmann::json;

/// The object that stands for a term.
class TermParts {
 public:
  void take(const std::string& key, std::string& value) {
    if (auto* part = find(key)) *part = std::move(value);
  }
  [[nodiscard]] bool knows(const std::string& key) { return find(key) != nullptr; }

  /// Nothing when type or value are missing, or the type is none.
  [[nodiscard]] std::optional<rdf::Term> term() const {
    if (!type_ || !value_) return std::nullopt;
    if (*type_ == "uri") return rdf::iri(*value_);
    if (*type_ == "bnode") return rdf::blank(*value_);
    if (*type_ != "literal" && *type_ != "typed-literal") return std::nullopt;
    if (language_) return rdf::language_literal(*value_, *language_);
    return datatype_ ? rdf::literal(*value_, *datatype_) : rdf::literal(*value_);
  }

 private:
  std::optional<std::string>* find(const std::string& key) {
    if (key == "type") return &type_;
    if (key == "value") return &value_;
    if (key == "xml:lang") return &language_;
    return key == "datatype" ? &datatype_ : nullptr;
  }

  std::optional<std::string> type_, value_, language_, datatype_;
};

/// Takes the events of a parser; a stack tells where in the document they happen.
class JsonResultReader final : public nlohmann::json_sax<json> {
 public:
  JsonResultReader(std::string_view source, TextPieces text, ResultReceiver& receiver,
                   const ReadLimits& limits)
      : source_(source), text_(source, std::move(text), limits), receiver_(receiver) {}

  void read() {
    nlohmann::json_sax<json>* const events = this;
    json::sax_parse(PieceIterator(text_), PieceIterator(), events);
    if (boolean_) return receiver_.boolean(*boolean_);
    if (!has_head_) fail("has no member \"head\" with a list \"vars\"");
    if (!has_rows_) fail("has no member \"results\" with a list \"bindings\"");
  }

 private:
  /// What an event stands in. `other`: what no result needs.
  enum class In : std::uint8_t {
    document,
    top,
    head,
    vars,
    results,
    bindings,
    binding,
    term,
    other
  };
  using NamedTerms = std::vector<std::pair<std::string, rdf::Term>>;

  static constexpr std::size_t max_depth = 16;
  static constexpr std::size_t most_waiting = 10'000;

  // The parser's events. All return true: what cannot go on throws.

  bool null() override { return value(); }
  bool boolean(bool truth) override {
    if (!is_at(In::top, "boolean")) return value();
    boolean_ = truth;
    return true;
  }
  bool number_integer(number_integer_t) override { return value(); }
  bool number_unsigned(number_unsigned_t) override { return value(); }
  bool number_float(number_float_t, const string_t&) override { return value(); }
  bool binary(binary_t&) override { return value(); }

  bool string(string_t& text) override {
    if (is_at(In::top, "exception")) fail("says: " + text.substr(0, 300));
    if (in() == In::vars)
      variables_.push_back(std::move(text));
    else if (in() == In::term)
      parts_.take(key_, text);
    else
      value();
    return true;
  }

  bool key(string_t& name) override {
    key_ = std::move(name);
    return true;
  }

  bool start_object(std::size_t) override {
    if (in() == In::document)
      enter(In::top);
    else if (is_at(In::top, "head"))
      enter(In::head);
    else if (is_at(In::top, "results"))
      enter(In::results);
    else if (in() == In::bindings)
      enter(In::binding);
    else if (in() == In::binding)
      begin_term();
    else
      enter_other();
    return true;
  }

  bool end_object() override {
    const In ended = leave();
    if (ended == In::term) end_term();
    if (ended == In::binding) end_row();
    return true;
  }

  bool start_array(std::size_t) override {
    if (is_at(In::head, "vars"))
      enter(In::vars);
    else if (is_at(In::results, "bindings"))
      enter(In::bindings);
    else
      enter_other();
    return true;
  }

  bool end_array() override {
    const In ended = leave();
    if (ended == In::vars) end_head();
    if (ended == In::bindings) has_rows_ = true;
    return true;
  }

  bool parse_error(std::size_t, const std::string&, const json::exception&) override {
    throw base::Error(base::Failure::input, text_.place(),
                      "the JSON result is broken or incomplete", "ask for it again");
  }

  // Where we are.

  [[nodiscard]] In in() const { return open_.empty() ? In::document : open_.back(); }
  [[nodiscard]] bool is_at(In place, std::string_view key) const {
    return in() == place && key_ == key;
  }
  void enter(In place) {
    if (open_.size() == max_depth) fail("is nested deeper than " + std::to_string(max_depth));
    open_.push_back(place);
  }
  In leave() {
    const In left = open_.back();
    open_.pop_back();
    return left;
  }
  void enter_other() {
    value();
    enter(In::other);
  }

  /// Of no kind that a result needs here: fine where it needs nothing.
  bool value() {
    if (in() == In::document) fail("is no JSON object");
    if (in() == In::vars) fail("names a variable by something that is no text");
    if (in() == In::bindings) fail("has a solution that is no object");
    if (in() == In::binding) fail("has a term that is no object");
    if (is_at(In::top, "boolean")) fail("has a boolean that is neither true nor false");
    if (in() == In::term && parts_.knows(key_)) fail("has no text \"" + key_ + "\"");
    return true;
  }

  [[noreturn]] void fail(const std::string& problem) const {
    throw base::Error(base::Failure::input, {source_, 0, 0}, "the JSON result " + problem,
                      "see https://www.w3.org/TR/sparql11-results-json/");
  }

  // What is read.

  void end_head() {
    has_head_ = true;
    receiver_.variables(variables_);
    for (const NamedTerms& row : waiting_) give(row);
    waiting_.clear();
  }

  void begin_term() {
    enter(In::term);
    parts_ = {};
    variable_ = key_;
  }

  void end_term() {
    auto term = parts_.term();
    if (!term) fail("has a term without type or value, or of a type that is none");
    row_.emplace_back(variable_, std::move(*term));
  }

  void end_row() {
    text_.row_ends();
    if (has_head_) {
      give(row_);
    } else { // its head may come last
      if (waiting_.size() == most_waiting) fail("does not name its variables before its rows");
      waiting_.push_back(row_);
    }
    row_.clear();
  }

  void give(const NamedTerms& terms) {
    cells_.assign(variables_.size(), std::nullopt);
    for (const auto& [name, term] : terms) {
      const auto column = std::ranges::find(variables_, name);
      if (column == variables_.end()) fail("binds ?" + name + ", which its head does not name");
      cells_[static_cast<std::size_t>(column - variables_.begin())] = term;
    }
    receiver_.row(cells_);
  }

  std::string source_;
  PieceReader text_;
  ResultReceiver& receiver_;
  std::vector<In> open_;
  std::string key_; ///< the last one
  std::vector<std::string> variables_;
  std::string variable_;
  TermParts parts_;
  NamedTerms row_;
  ResultTable::Row cells_;
  std::vector<NamedTerms> waiting_;
  std::optional<bool> boolean_;
  bool has_head_ = false, has_rows_ = false;
};

} // namespace

void read_json_result(std::string_view source, TextPieces text, ResultReceiver& receiver,
                      const ReadLimits& limits) {
  JsonResultReader(source, std::move(text), receiver, limits).read();
}

} // namespace tela::sparql::results
