#pragma once

#include "rdf/path.h"
#include "rdf/term.h"
#include "sparql/evaluator/context.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tela::shapes {

/// Where a result's statement was read.
struct Place {
  std::string graph;      ///< IRI of the record, or of whatever graph
  std::string file{};     ///< that the record was read from; empty: unknown
  std::uint64_t line = 0; ///< of the file, from 1; 0: unknown
};

/// One thing that does not conform (section 3.6.2).
struct Result {
  rdf::Term focus;
  std::optional<rdf::Path> path;  ///< of the property shape, or what closed or a query says
  std::optional<rdf::Term> value; ///< when one value is to blame
  rdf::Term shape;
  std::optional<rdf::Term> constraint; ///< the value of sh:sparql that the result is from
  std::string component;               ///< the IRI of the constraint component
  rdf::Term severity;
  std::vector<rdf::Term> messages; ///< the shape's own, or one in English made from the constraint
  std::vector<Place> places{};     ///< filled by who knows where the data come from
};

/// Results as they are found, charged to a memory budget (null: to none) for as long as they are
/// kept here. add() throws Error(limit) when the budget is used up.
class ResultList {
 public:
  explicit ResultList(base::MemoryBudget* memory) { held_.charge_to(memory); }
  /// Many results are freed by a thread of their own: that takes a quarter of the time in which
  /// they were found, and who has been told to stop shall not wait for it.
  ~ResultList();
  ResultList(const ResultList&) = delete;
  ResultList& operator=(const ResultList&) = delete;

  void add(Result result);
  [[nodiscard]] bool empty() const noexcept { return results_.empty(); }
  [[nodiscard]] std::size_t size() const noexcept { return results_.size(); }
  /// The results; to be called once.
  [[nodiscard]] std::vector<Result> take() { return std::move(results_); }

 private:
  std::vector<Result> results_;
  sparql::evaluator::Reservation held_;
};

} // namespace tela::shapes
