#pragma once

#include "sparql/evaluator/operator.h"

namespace tela::sparql::evaluator {

/// Leapfrog triejoin (Veldhuizen, ICDT 2014) over the rows of the inputs, which are read into
/// memory: binds one variable after the other to the values that all inputs with that variable
/// share. Never makes more partial rows than the largest possible result has (up to a logarithm).
class MultiwayJoinOperator final : public Operator {
 public:
  MultiwayJoinOperator(const optimiser::PlanNode& node, const Surroundings& around);

 private:
  const Batch& produce() override;

  struct Range {
    std::size_t begin = 0, end = 0;
  };

  /// The rows of one input, sorted by its columns.
  struct Relation {
    std::vector<std::vector<rdf::Id>> columns;
    std::size_t rows = 0;
  };

  /// An input that has the variable of a level.
  struct Member {
    std::size_t relation;
    std::size_t column;               ///< of the relation
    std::optional<std::size_t> above; ///< the level that chose the rows; none for column 0
    std::size_t above_member = 0;
    Range rows;   ///< those that agree with the levels above
    Range chosen; ///< those with the value in hand
  };

  struct Level {
    std::vector<Member> members;
    rdf::Id value;
    bool started = false;
  };

  void read_all();
  void arrange();
  void open(Level& level);
  bool advance(Level& level);
  bool leapfrog(Level& level);
  void choose(Member& member, rdf::Id value);
  void emit();
  [[nodiscard]] const std::vector<rdf::Id>& values(const Member& member) const {
    return relations_[member.relation].columns[member.column];
  }

  const optimiser::MultiwayJoin& join_;
  std::vector<Relation> relations_;
  std::vector<Level> levels_;
  std::vector<std::size_t> outputs_; ///< level of each of our columns
  std::size_t depth_ = 0;
  bool begun_ = false, ended_ = false;
  Pacer pacer_;
  Reservation memory_;
  RowBuffer output_;
};

} // namespace tela::sparql::evaluator
