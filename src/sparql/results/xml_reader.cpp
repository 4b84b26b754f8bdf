#include "base/xml_reader.h"

#include "base/error.h"
#include "sparql/results/text_pieces.h"

#include <algorithm>
#include <utility>

namespace tela::sparql::results {

namespace {

/// The name behind the prefix.
std::string_view local_name(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

class XmlResultReader final : public base::XmlHandler {
 public:
  XmlResultReader(std::string_view source, ResultReceiver& receiver)
      : source_(source), receiver_(receiver) {}

  void read(PieceReader& text) {
    base::XmlReader reader(source_, *this, {.events = base::XmlEvents::tags_and_text});
    text_ = &text;
    while (!text.at_end()) {
      reader.feed(text.rest());
      text.advance(text.rest().size());
    }
    reader.finish();
    if (!answered_) fail("has neither <results> nor <boolean>");
  }

 private:
  void start_element(std::string_view qualified, const base::XmlAttributes& attributes) override {
    const std::string_view name = local_name(qualified);
    const std::string_view parent = open_.empty() ? std::string_view() : open_.back();
    if (open_.empty() && name != "sparql") fail("has no <sparql> element");
    if (parent == "head" && name == "variable") {
      variables_.emplace_back(attributes.find("name").value_or(""));
    } else if (parent == "sparql" && name == "results") {
      receiver_.variables(variables_);
      answered_ = true;
    } else if (parent == "results" && name == "result") {
      row_.assign(variables_.size(), std::nullopt);
    } else if (parent == "result" && name == "binding") {
      begin_binding(attributes.find("name").value_or(""));
    } else if (parent == "binding" && open_.size() == binding_depth && is_awaited()) {
      language_ = attributes.find("xml:lang");
      datatype_ = attributes.find("datatype");
    }
    characters_.clear();
    open_.emplace_back(name);
  }

  void end_element(std::string_view qualified) override {
    const std::string_view name = local_name(qualified);
    open_.pop_back();
    const std::string_view parent = open_.empty() ? std::string_view() : open_.back();
    if (parent == "binding" && open_.size() == binding_depth && is_awaited())
      *cell_ = term(name);
    else if (parent == "result" && name == "binding")
      end_binding();
    else if (parent == "results" && name == "result")
      end_row();
    else if (parent == "sparql" && name == "boolean")
      read_boolean();
    characters_.clear();
  }

  void text(std::string_view piece) override { characters_ += piece; }

  [[noreturn]] void fail(const std::string& problem) const {
    throw base::Error(base::Failure::input, {source_, 0, 0}, "the XML result " + problem,
                      "see https://www.w3.org/TR/rdf-sparql-XMLres/");
  }

  /// Whether a binding of a result is open and has no value yet.
  [[nodiscard]] bool is_awaited() const { return cell_ != nullptr && !*cell_; }

  void end_binding() {
    if (is_awaited()) fail("has a binding without <uri>, <bnode> or <literal>");
    cell_ = nullptr;
  }

  void begin_binding(std::string_view name) {
    if (row_.size() != variables_.size()) fail("has a binding outside of its results");
    const auto column = std::ranges::find(variables_, name);
    if (column == variables_.end())
      fail("binds ?" + std::string(name) + ", which its head does not name");
    cell_ = &row_[static_cast<std::size_t>(column - variables_.begin())];
  }

  /// The element of that name has just ended.
  std::optional<rdf::Term> term(std::string_view name) const {
    if (name == "uri") return rdf::iri(characters_);
    if (name == "bnode") return rdf::blank(characters_);
    if (name != "literal") return std::nullopt;
    if (language_) return rdf::language_literal(characters_, *language_);
    return datatype_ ? rdf::literal(characters_, *datatype_) : rdf::literal(characters_);
  }

  void end_row() {
    receiver_.row(row_);
    text_->row_ends();
  }

  void read_boolean() {
    if (characters_ != "true" && characters_ != "false")
      fail("has a boolean that is neither true nor false");
    receiver_.boolean(characters_ == "true");
    answered_ = true;
  }

  static constexpr std::size_t binding_depth = 4; // sparql, results, result, binding

  std::string source_;
  ResultReceiver& receiver_;
  PieceReader* text_ = nullptr;
  std::vector<std::string> open_; ///< the elements around
  std::string characters_;        ///< since the last tag
  std::vector<std::string> variables_;
  ResultTable::Row row_;
  std::optional<rdf::Term>* cell_ = nullptr; ///< of the row, of the binding that is read
  std::optional<std::string> language_, datatype_;
  bool answered_ = false;
};

} // namespace

void read_xml_result(std::string_view source, TextPieces text, ResultReceiver& receiver,
                     const ReadLimits& limits) {
  PieceReader pieces(source, std::move(text), limits);
  XmlResultReader(source, receiver).read(pieces);
}

} // namespace tela::sparql::results
