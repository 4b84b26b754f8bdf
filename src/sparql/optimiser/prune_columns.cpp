#include "sparql/optimiser/prune_columns.h"

#include "sparql/optimiser/group_builder.h"

#include <algorithm>

namespace tela::sparql::optimiser {

namespace {

/// What is known of the reader of an operator.
struct Reader {
  SlotSet wanted;
  bool counts = true; ///< whether it makes a difference how often a row comes
};

class Pruner {
 public:
  Pruner(VariableTable& variables, const Choices& choices)
      : variables_(variables), prune_(choices.on(Pass::prune_columns)),
        drop_(choices.on(Pass::drop_duplicates)) {}

  PlanRef visit(const PlanNode& source, const Reader& reader) {
    if (is_needless(source, reader)) return visit(*source.inputs[0], reader);
    auto node = std::make_shared<PlanNode>(source);
    node->number = count_++;
    if (prune_) keep(*node, reader.wanted);
    if (!reader.counts && drop_) {
      weaken(*node, reader.wanted);
      shorten(*node, reader.wanted);
    }
    const SlotSet given(node->columns);
    for (std::size_t i = 0; i < source.inputs.size(); ++i) {
      const SlotSet offered(source.inputs[i]->columns);
      Reader mine;
      mine.wanted = prune_ ? needed(*node, given, i) & offered : offered;
      mine.counts = counts_rows(*node, i, reader.counts);
      node->inputs[i] = visit(*source.inputs[i], mine);
    }
    return node;
  }

  [[nodiscard]] std::uint32_t count() const { return count_; }

 private:
  /// A BIND or a mark that nobody reads, an OPTIONAL that adds nothing that is read.
  [[nodiscard]] bool is_needless(const PlanNode& source, const Reader& reader) const {
    if (const auto* extend = std::get_if<ExtendPlan>(&source.op))
      return prune_ && !reader.wanted.contains(extend->slot);
    const auto* join = std::get_if<JoinPlan>(&source.op);
    if (join != nullptr && join->mark) return prune_ && !reader.wanted.contains(*join->mark);
    return join != nullptr && join->kind == JoinKind::left && join->loose.empty() &&
           drops_right(source, reader);
  }

  [[nodiscard]] bool drops_right(const PlanNode& join, const Reader& reader) const {
    return drop_ && prune_ && !reader.counts &&
           SlotSet(join.inputs[0]->columns).contains(reader.wanted);
  }

  /// A join that adds no column asks for one partner only.
  void weaken(PlanNode& node, const SlotSet& wanted) const {
    auto* join = std::get_if<JoinPlan>(&node.op);
    if (join != nullptr && join->kind == JoinKind::inner && join->loose.empty() &&
        drops_right(node, {wanted, false}))
      join->kind = JoinKind::semi;
  }

  /// A path of which one end is wanted, and not how often, is searched from that end until it leads
  /// anywhere.
  static void shorten(PlanNode& node, const SlotSet& wanted) {
    auto* search = std::get_if<PathSearch>(&node.op);
    if (search == nullptr) return;
    const auto* start = std::get_if<Slot>(search->backward ? &search->to : &search->from);
    const auto* target = std::get_if<Slot>(search->backward ? &search->from : &search->to);
    if (start == nullptr || target == nullptr || *start == *target) return;
    const bool free = node.inputs.empty();
    if (!free && SlotSet(node.inputs[0]->columns).contains(*target)) return;
    if (wanted.contains(*target)) {
      if (!free || wanted.contains(*start)) return;
      search->backward = !search->backward;
    }
    search->once = true;
  }

  /// Whether it makes a difference how often input `i` gives a row.
  [[nodiscard]] bool counts_rows(const PlanNode& node, std::size_t i, bool above) const {
    if (std::holds_alternative<DistinctPlan>(node.op)) return false;
    if (const auto* join = std::get_if<JoinPlan>(&node.op))
      if (i == 1 && join->kind != JoinKind::inner && join->kind != JoinKind::left) return false;
    if (const auto* group = std::get_if<GroupPlan>(&node.op))
      return !std::all_of(group->outputs.begin(), group->outputs.end(), [](const auto& output) {
        return output.aggregate.distinct ||
               output.aggregate.kind == algebra::Aggregate::Kind::min ||
               output.aggregate.kind == algebra::Aggregate::Kind::max;
      });
    if (std::holds_alternative<SlicePlan>(node.op)) return true;
    if (const auto* order = std::get_if<OrderByPlan>(&node.op)) return above || order->limit;
    return above;
  }

  static bool keeps_all(const PlanNode& node) {
    return std::holds_alternative<DistinctPlan>(node.op) ||
           std::holds_alternative<ServicePlan>(node.op);
  }

  void keep(PlanNode& node, const SlotSet& wanted) {
    if (keeps_all(node)) return;
    std::erase_if(node.columns, [&](Slot slot) { return !wanted.contains(slot); });
    if (auto* group = std::get_if<GroupPlan>(&node.op)) {
      std::erase_if(group->outputs, [&](const auto& o) { return !wanted.contains(o.slot); });
      count_rows(*group, *node.inputs[0]);
    }
  }

  /// COUNT(?x) of a variable that is always bound counts rows.
  void count_rows(GroupPlan& group, const PlanNode& input) {
    for (auto& output : group.outputs) {
      auto& aggregate = output.aggregate;
      if (aggregate.kind == algebra::Aggregate::Kind::count && !aggregate.distinct &&
          aggregate.argument.size() == 1 &&
          aggregate.argument[0].kind == algebra::Expression::Kind::variable &&
          input.certain.contains(variables_.slot(aggregate.argument[0].variable)))
        aggregate.argument.clear();
    }
  }

  /// What `node` reads of input `i`, given what is read of it.
  SlotSet needed(const PlanNode& node, const SlotSet& given, std::size_t i) {
    return std::visit([&](const auto& op) { return needed_by(op, node, given, i); }, node.op);
  }

  SlotSet needed_by(const JoinPlan& join, const PlanNode&, const SlotSet& given, std::size_t) {
    SlotSet set = given | SlotSet(join.keys) | SlotSet(join.loose);
    for (const Condition& condition : join.conditions) set.insert(condition->slots);
    return set;
  }
  SlotSet needed_by(const FilterPlan& filter, const PlanNode&, const SlotSet& given, std::size_t) {
    SlotSet set = given;
    for (const Condition& condition : filter.conditions) set.insert(condition->slots);
    return set;
  }
  SlotSet needed_by(const ExtendPlan& extend, const PlanNode&, const SlotSet& given, std::size_t) {
    return (given - SlotSet{extend.slot}) | slots_of(extend.expression, variables_);
  }
  SlotSet needed_by(const GroupPlan& group, const PlanNode& node, const SlotSet&, std::size_t) {
    SlotSet set;
    for (const auto& key : group.keys) {
      if (key.expression)
        set.insert(slots_of(*key.expression, variables_));
      else
        set.insert(key.slot);
    }
    for (const auto& output : group.outputs) {
      for (const auto& argument : output.aggregate.argument)
        set.insert(slots_of(argument, variables_));
      if (output.aggregate.argument.empty() && output.aggregate.distinct)
        set.insert(SlotSet(node.inputs[0]->columns)); // COUNT(DISTINCT *)
    }
    return set;
  }
  SlotSet needed_by(const OrderByPlan& order, const PlanNode&, const SlotSet& given, std::size_t) {
    SlotSet set = given;
    for (const auto& key : order.keys) set.insert(slots_of(key.expression, variables_));
    return set;
  }
  SlotSet needed_by(const SortById& sort, const PlanNode&, const SlotSet& given, std::size_t) {
    return given | SlotSet(sort.slots);
  }
  SlotSet needed_by(const PathSearch& search, const PlanNode&, const SlotSet& given, std::size_t) {
    SlotSet set = given;
    for (const PathEnd* end : {&search.from, &search.to})
      if (const auto* slot = std::get_if<Slot>(end)) set.insert(*slot);
    return set;
  }
  SlotSet needed_by(const MultiwayJoin&, const PlanNode& node, const SlotSet&, std::size_t i) {
    return SlotSet(node.inputs[i]->columns);
  }
  SlotSet needed_by(const GraphLoop& loop, const PlanNode&, const SlotSet& given, std::size_t) {
    return given | SlotSet{loop.slot};
  }
  SlotSet needed_by(const ServicePlan&, const PlanNode& node, const SlotSet&, std::size_t i) {
    return SlotSet(node.inputs[i]->columns);
  }
  SlotSet needed_by(const auto&, const PlanNode&, const SlotSet& given, std::size_t) {
    return given;
  }

  VariableTable& variables_;
  bool prune_, drop_;
  std::uint32_t count_ = 0;
};

} // namespace

PlanRef prune_columns(const PlanNode& root, VariableTable& variables, const Choices& choices,
                      std::uint32_t& node_count) {
  Pruner pruner(variables, choices);
  PlanRef result = pruner.visit(root, {SlotSet(root.columns), true});
  node_count = pruner.count();
  return result;
}

} // namespace tela::sparql::optimiser
