#include "base/error.h"
#include "base/utf8.h"
#include "sparql/results/text_pieces.h"
#include "sparql/syntax/parser.h"

#include <utility>

namespace tela::sparql::results {

namespace {

class TsvReader {
 public:
  TsvReader(std::string_view source, TextPieces text, ResultReceiver& receiver,
            const ReadLimits& limits)
      : source_(source), text_(source, std::move(text), limits), receiver_(receiver) {}

  void read() {
    const std::string_view first = next_line();
    const bool truth = first == "true";
    if ((truth || first == "false") && text_.at_end()) return receiver_.boolean(truth);
    read_header(first);
    while (!text_.at_end()) read_row(next_line());
  }

 private:
  [[noreturn]] void fail(const std::string& problem, const std::string& advice) const {
    throw base::Error(base::Failure::input, {source_, line_, 0}, problem, advice);
  }

  /// Valid until the next line.
  std::string_view next_line() {
    ++line_;
    line_text_.clear();
    for (bool ended = false; !ended;) {
      const std::string_view rest = text_.rest();
      if (rest.empty()) fail("the last line does not end", "the result is incomplete");
      const auto end = rest.find('\n');
      ended = end != std::string_view::npos;
      const std::size_t used = ended ? end : rest.size();
      line_text_ += rest.substr(0, used);
      text_.advance(used + (ended ? 1 : 0));
    }
    text_.row_ends();
    if (line_text_.ends_with('\r')) line_text_.pop_back();
    if (const auto bad = base::first_invalid_utf8(line_text_))
      throw base::Error(base::Failure::input, {source_, line_, 1 + *bad},
                        "the TSV result is not UTF-8", "save it as UTF-8");
    return line_text_;
  }

  /// Calls `take` with each cell of a line.
  template<typename Take>
  static void for_each_cell(std::string_view line, Take take) {
    for (auto tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t')) {
      take(line.substr(0, tab));
      line.remove_prefix(tab + 1);
    }
    take(line);
  }

  void read_header(std::string_view line) {
    if (!line.empty())
      for_each_cell(line, [this](std::string_view cell) {
        if (cell.size() < 2 || (cell.front() != '?' && cell.front() != '$'))
          fail("a heading of TSV is a variable with its ?", "see the first line");
        variables_.emplace_back(cell.substr(1));
      });
    receiver_.variables(variables_);
  }

  void read_row(std::string_view line) {
    row_.clear();
    for_each_cell(line, [&](std::string_view cell) { row_.push_back(read_cell(cell)); });
    if (variables_.empty() && line.empty()) row_.clear();
    if (row_.size() != variables_.size())
      fail("this line has " + std::to_string(row_.size()) + " values for " +
               std::to_string(variables_.size()) + " variables",
           "the result is incomplete or no TSV");
    receiver_.row(row_);
  }

  std::optional<rdf::Term> read_cell(std::string_view cell) const {
    if (cell.empty()) return std::nullopt;
    try {
      return syntax::parse_term(cell);
    } catch (const base::Error& error) {
      fail("'" + std::string(cell.substr(0, 40)) + "' is no term: " + error.message(),
           "the result is incomplete or no TSV");
    }
  }

  std::string source_;
  PieceReader text_;
  ResultReceiver& receiver_;
  std::uint64_t line_ = 0;
  std::string line_text_;
  std::vector<std::string> variables_;
  ResultTable::Row row_;
};

} // namespace

void read_tsv_result(std::string_view source, TextPieces text, ResultReceiver& receiver,
                     const ReadLimits& limits) {
  TsvReader(source, std::move(text), receiver, limits).read();
}

} // namespace tela::sparql::results
