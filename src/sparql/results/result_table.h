#pragma once

#include "base/cancellation.h"
#include "rdf/term.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tela::sparql::results {

/// A whole result in memory.
struct ResultTable {
  using Row = std::vector<std::optional<rdf::Term>>;

  std::vector<std::string> variables; ///< without '?'
  std::vector<Row> rows;              ///< each as long as `variables`
  std::optional<bool> boolean;        ///< of ASK, which has neither

  bool operator==(const ResultTable&) const = default;
};

/// Readers of results, strict: what the format does not allow is an Error(input) that names
/// `source`, with the line where the format has lines. A result that is not complete is an error.
/// Safe for answers of strangers: nesting and the bytes of a row are bounded, no entity is
/// expanded. Blank node labels come as written.
[[nodiscard]] ResultTable read_json_result(std::string_view source, std::string_view text);
[[nodiscard]] ResultTable read_xml_result(std::string_view source, std::string_view text);
[[nodiscard]] ResultTable read_tsv_result(std::string_view source, std::string_view text);
/// CSV has lost what kind of term a value was: every one comes as a plain literal, and an empty
/// string as unbound.
[[nodiscard]] ResultTable read_csv_result(std::string_view source, std::string_view text);

/// Takes a result as it is read, so that nobody has to hold it whole. May throw.
class ResultReceiver {
 public:
  virtual ~ResultReceiver() = default;
  /// Before the first row; not for the answer to ASK.
  virtual void variables(const std::vector<std::string>& names) = 0;
  /// As long as the variables; valid during the call.
  virtual void row(const ResultTable::Row& row) = 0;
  virtual void boolean(bool value) = 0;
};

/// What ends the reading of a result. Nothing is owned; null: no such limit.
struct ReadLimits {
  const base::Cancellation* cancellation = nullptr; ///< looked at every millisecond or so
};

/// A text in pieces: each call gives the next one, valid until the call after it; an empty one is
/// the end. May throw.
using TextPieces = std::function<std::string_view()>;

/// The same, row by row as the text comes, so that neither has to be held. Throw Error(limit) too,
/// and what the receiver and the pieces throw. The receiver has then had the rows before the fault.
void read_json_result(std::string_view source, TextPieces text, ResultReceiver& receiver,
                      const ReadLimits& limits);
void read_xml_result(std::string_view source, TextPieces text, ResultReceiver& receiver,
                     const ReadLimits& limits);
void read_tsv_result(std::string_view source, TextPieces text, ResultReceiver& receiver,
                     const ReadLimits& limits);

} // namespace tela::sparql::results
