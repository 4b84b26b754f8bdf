#include "sparql/evaluator/multiway_join.h"

#include "sparql/evaluator/gallop.h"

#include <algorithm>

namespace tela::sparql::evaluator {

using rdf::Id;

MultiwayJoinOperator::MultiwayJoinOperator(const optimiser::PlanNode& node,
                                           const Surroundings& around)
    : Operator(node, around), join_(std::get<optimiser::MultiwayJoin>(node.op)),
      pacer_(around.context), memory_(around.context), output_(node.columns.size()) {
  for (const Slot slot : node.columns) outputs_.push_back(*find_column(join_.order, slot));
  arrange();
}

/// Which input takes part at which level, and where its rows come from.
void MultiwayJoinOperator::arrange() {
  levels_.resize(join_.order.size());
  for (std::size_t r = 0; r < node().inputs.size(); ++r) {
    std::optional<std::size_t> above;
    std::size_t above_member = 0;
    std::size_t column = 0;
    for (std::size_t level = 0; level < join_.order.size(); ++level) {
      const auto& sorted = node().inputs[r]->sorted_by;
      if (!find_column(sorted, join_.order[level])) continue;
      Member member{r, column++, above, above_member, {}, {}};
      above_member = levels_[level].members.size();
      levels_[level].members.push_back(member);
      above = level;
    }
  }
}

void MultiwayJoinOperator::read_all() {
  std::size_t held = 0;
  for (const optimiser::PlanRef& plan : node().inputs) {
    const auto input = make_operator(*plan, around());
    Relation& relation = relations_.emplace_back();
    relation.columns.resize(plan->sorted_by.size());
    std::vector<std::size_t> sources;
    for (const Slot slot : plan->sorted_by) sources.push_back(*find_column(plan->columns, slot));
    for (const Batch* batch = &input->next(); batch->count != 0; batch = &input->next()) {
      for (std::size_t i = 0; i < sources.size(); ++i) {
        const Id* from = batch->columns[sources[i]];
        relation.columns[i].insert(relation.columns[i].end(), from, from + batch->count);
      }
      relation.rows += batch->count;
      memory_.hold(held + relation.columns.size() * relation.columns[0].capacity() * sizeof(Id));
    }
    held += relation.columns.size() * relation.columns[0].capacity() * sizeof(Id);
    if (relation.rows == 0) ended_ = true; // one empty input: no result
    if (ended_) return;
  }
}

const Batch& MultiwayJoinOperator::produce() {
  output_.clear();
  if (!begun_) {
    begun_ = true;
    read_all();
    if (!ended_) open(levels_[0]);
  }
  while (!ended_ && output_.count() < Batch::target_rows) {
    if (!advance(levels_[depth_])) {
      ended_ = depth_ == 0;
      if (!ended_) --depth_;
    } else if (depth_ + 1 == levels_.size()) {
      emit();
    } else {
      open(levels_[++depth_]);
    }
  }
  return output_.batch();
}

void MultiwayJoinOperator::open(Level& level) {
  level.started = false;
  for (Member& member : level.members) {
    if (member.above)
      member.rows = levels_[*member.above].members[member.above_member].chosen;
    else
      member.rows = {0, relations_[member.relation].rows};
    member.chosen = {member.rows.begin, member.rows.begin};
  }
}

/// Moves a level to its next value; false when there is none.
bool MultiwayJoinOperator::advance(Level& level) {
  if (level.started)
    for (Member& member : level.members) member.rows.begin = member.chosen.end;
  level.started = true;
  if (!leapfrog(level)) return false;
  for (Member& member : level.members) choose(member, level.value);
  return true;
}

/// Lets every member jump to the largest value any of them stands at, until all stand at one.
bool MultiwayJoinOperator::leapfrog(Level& level) {
  for (const Member& member : level.members)
    if (member.rows.begin == member.rows.end) return false;
  Id wanted = values(level.members[0])[level.members[0].rows.begin];
  std::size_t agreeing = 0;
  for (std::size_t i = 0; agreeing < level.members.size(); i = (i + 1) % level.members.size()) {
    Member& member = level.members[i];
    pacer_.step();
    member.rows.begin = gallop(values(member).data(), member.rows.begin, member.rows.end, wanted);
    if (member.rows.begin == member.rows.end) return false;
    const Id value = values(member)[member.rows.begin];
    agreeing = value == wanted ? agreeing + 1 : 1;
    wanted = value;
  }
  level.value = wanted;
  return true;
}

void MultiwayJoinOperator::choose(Member& member, Id value) {
  const Id next = Id::from_bits(value.bits() + 1);
  member.chosen = {member.rows.begin,
                   gallop(values(member).data(), member.rows.begin, member.rows.end, next)};
}

void MultiwayJoinOperator::emit() {
  for (std::size_t i = 0; i < outputs_.size(); ++i)
    output_.column(i).push_back(levels_[outputs_[i]].value);
  output_.grow(1);
}

} // namespace tela::sparql::evaluator
