#pragma once

#include "rdf/quad.h"
#include "sparql/results/result_table.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace tela::remote {

/// Takes rows of ?s ?p ?o and perhaps ?g for statements. A term that RDF does not allow at its
/// place, or that is malformed, is an Error(input) that shows it. Blank nodes get names of their
/// own, in which `answer` keeps those of different answers apart. Keeps a reference to the sink.
class StatementRows final : public sparql::results::ResultReceiver {
 public:
  StatementRows(std::string source, rdf::QuadSink& sink, std::uint64_t answer)
      : source_(std::move(source)), sink_(sink), answer_(answer) {}

  void variables(const std::vector<std::string>& names) override;
  void row(const sparql::results::ResultTable::Row& row) override;
  void boolean(bool value) override;

  [[nodiscard]] bool has_blanks() const noexcept { return !blanks_.empty(); }

 private:
  [[nodiscard]] rdf::TermView term(const sparql::results::ResultTable::Row& row, std::size_t place);
  [[noreturn]] void refuse(const std::string& problem) const;

  std::string source_;
  rdf::QuadSink& sink_;
  std::uint64_t answer_;
  std::vector<std::size_t> places_; ///< of s, p, o and g among the columns
  std::unordered_map<std::string, std::string> blanks_;
};

} // namespace tela::remote
