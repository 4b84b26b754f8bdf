#include "sparql/evaluator/explain.h"

#include "base/json.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace tela::sparql::evaluator {

using optimiser::PlanNode;
using rdf::Id;

namespace {

/// What an operator is called and what it is about.
struct Label {
  std::string name, detail;
};

class Labeller {
 public:
  Labeller(const optimiser::VariableTable& variables, const TermSource& terms)
      : variables_(variables), terms_(terms) {}

  [[nodiscard]] std::string variable(Slot slot) const {
    const algebra::Variable& variable = variables_[slot];
    return (variable.is_generated() ? "" : "?") + variable.name;
  }

  [[nodiscard]] std::string list(const std::vector<Slot>& slots) const {
    std::string text;
    for (const Slot slot : slots) (text += text.empty() ? "" : " ") += variable(slot);
    return text;
  }

  Label operator()(const optimiser::Nothing&) const { return {"nothing", ""}; }
  Label operator()(const optimiser::Unit&) const { return {"unit", ""}; }
  Label operator()(const optimiser::NamedGraphs& op) const {
    return {"named graphs", variable(op.slot)};
  }
  Label operator()(const optimiser::IndexScan& op) const {
    std::string detail = pattern(op);
    if (!op.ranges.empty()) detail += " in " + std::to_string(op.ranges.size()) + " ranges";
    return {"scan " + std::string(rdf::name(op.order)), detail};
  }
  Label operator()(const optimiser::JoinPlan& op) const { return {join_name(op), join_detail(op)}; }
  Label operator()(const optimiser::MultiwayJoin& op) const {
    return {"multiway join", list(op.order)};
  }
  Label operator()(const optimiser::PathSearch& op) const {
    return {"path search", end(op.backward ? op.to : op.from) + " to " +
                               (op.once ? "anywhere" : end(op.backward ? op.from : op.to)) +
                               (op.backward ? ", backward" : "")};
  }
  Label operator()(const optimiser::FilterPlan& op) const {
    return {"filter", conditions(op.conditions)};
  }
  Label operator()(const optimiser::ExtendPlan& op) const {
    return {"extend", variable(op.slot) + " := " + algebra::to_string(op.expression)};
  }
  Label operator()(const optimiser::UnionPlan&) const { return {"union", ""}; }
  Label operator()(const optimiser::ValuesPlan& op) const {
    return {"values", list(op.slots) + ", " + std::to_string(op.rows.size()) + " rows"};
  }
  Label operator()(const optimiser::GroupPlan& op) const {
    std::string detail;
    for (const auto& key : op.keys) (detail += detail.empty() ? "" : " ") += variable(key.slot);
    return {op.sorted ? "group, sorted" : "group", detail};
  }
  Label operator()(const optimiser::OrderByPlan& op) const {
    return {op.limit ? "top " + std::to_string(*op.limit) : "order by", keys(op.keys)};
  }
  Label operator()(const optimiser::SortById& op) const { return {"sort by id", list(op.slots)}; }
  Label operator()(const optimiser::DistinctPlan& op) const {
    return {op.sorted ? "distinct, sorted" : "distinct", ""};
  }
  Label operator()(const optimiser::SlicePlan& op) const {
    return {"slice", (op.limit ? "limit " + std::to_string(*op.limit) + " " : "") + "offset " +
                         std::to_string(op.offset)};
  }
  Label operator()(const optimiser::ProjectPlan&) const { return {"project", ""}; }
  Label operator()(const optimiser::GraphLoop& op) const {
    return {"for each graph", variable(op.slot)};
  }
  Label operator()(const optimiser::ServicePlan& op) const { return {"service", op.pattern}; }

 private:
  [[nodiscard]] std::string term(Id id) const {
    if (!id.defined()) return "default";
    rdf::Term storage;
    return rdf::to_ntriples(terms_.term(id, storage));
  }
  [[nodiscard]] std::string end(const optimiser::PathEnd& end) const {
    if (const auto* slot = std::get_if<Slot>(&end)) return variable(*slot);
    return term(std::get<Id>(end));
  }
  [[nodiscard]] std::string pattern(const optimiser::IndexScan& scan) const {
    std::array<std::string, 3> parts;
    const auto places = rdf::positions(scan.order);
    for (std::size_t i = 0; i < 3; ++i)
      parts[places[i]] = i < scan.prefix.size() ? term(scan.prefix[i]) : variable(*scan.slots[i]);
    std::string text = parts[0] + " " + parts[1] + " " + parts[2];
    if (scan.graph.kind == optimiser::GraphScope::Kind::each_named && scan.graph.slot)
      text += " in graph " + variable(*scan.graph.slot);
    if (scan.graph.kind == optimiser::GraphScope::Kind::named)
      text += " in graph " + term(scan.graph.name);
    return text;
  }
  static std::string join_name(const optimiser::JoinPlan& op) {
    static constexpr std::array methods{"merge", "hash", "lookup"};
    static constexpr std::array kinds{"join",      "left join", "semi-join",
                                      "anti-join", "minus",     "mark join"};
    return std::string(methods[static_cast<std::size_t>(op.method)]) + " " +
           kinds[static_cast<std::size_t>(op.kind)];
  }
  [[nodiscard]] std::string join_detail(const optimiser::JoinPlan& op) const {
    std::string detail = op.mark ? variable(*op.mark) + " " : "";
    if (!op.keys.empty()) detail += "on " + list(op.keys);
    if (!op.loose.empty()) detail += " perhaps " + list(op.loose);
    if (!op.conditions.empty()) detail += " if " + conditions(op.conditions);
    return detail;
  }
  static std::string conditions(const std::vector<optimiser::Condition>& conditions) {
    std::string text;
    for (const auto& condition : conditions)
      (text += text.empty() ? "" : " and ") += algebra::to_string(condition->expression);
    return text;
  }
  static std::string keys(const std::vector<algebra::OrderBy::Key>& keys) {
    std::string text;
    for (const auto& key : keys)
      ((text += text.empty() ? "" : " ") += key.descending ? "desc " : "") +=
          algebra::to_string(key.expression);
    return text;
  }

  const optimiser::VariableTable& variables_;
  const TermSource& terms_;
};

/// Milliseconds of an operator without its inputs.
double own_milliseconds(const PlanNode& node, std::span<const Figures> figures) {
  double own = static_cast<double>(figures[node.number].nanoseconds);
  for (const auto& input : node.inputs)
    own -= static_cast<double>(figures[input->number].nanoseconds);
  return std::max(0.0, own) / 1e6;
}

std::string rounded(double number) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), number < 1e15 ? "%.0f" : "%.2g", number);
  return text.data();
}

struct Line {
  std::string tree, estimate, rows, time;
};

std::string shortened(const std::string& text) {
  constexpr std::size_t most = 120;
  if (base::code_point_count(text) <= most) return text;
  std::size_t at = 0;
  for (std::size_t i = 0; i < most; ++i) static_cast<void>(base::next_code_point(text, at));
  return text.substr(0, at) + "…";
}

void add_lines(std::vector<Line>& lines, const PlanNode& node, const Labeller& labeller,
               std::span<const Figures> figures, const std::string& first,
               const std::string& rest) {
  const Label label = std::visit(labeller, node.op);
  Line line;
  line.tree = first + label.name + (label.detail.empty() ? "" : " " + shortened(label.detail));
  line.estimate = rounded(node.estimate.rows);
  if (!figures.empty()) {
    line.rows = std::to_string(figures[node.number].rows);
    std::array<char, 32> time{};
    std::snprintf(time.data(), time.size(), "%.3f", own_milliseconds(node, figures));
    line.time = time.data();
  }
  lines.push_back(std::move(line));
  for (std::size_t i = 0; i < node.inputs.size(); ++i) {
    const bool last = i + 1 == node.inputs.size();
    add_lines(lines, *node.inputs[i], labeller, figures, rest + (last ? "└─ " : "├─ "),
              rest + (last ? "   " : "│  "));
  }
}

void append_right(std::string& out, const std::string& text, std::size_t width) {
  out.append(width - std::min(width, base::code_point_count(text)), ' ') += text;
}

void write_json(base::JsonWriter& json, const PlanNode& node, const Labeller& labeller,
                std::span<const Figures> figures) {
  const Label label = std::visit(labeller, node.op);
  json.begin_object().field("operator", label.name);
  if (!label.detail.empty()) json.field("detail", label.detail);
  json.key("columns").begin_array();
  for (const Slot slot : node.columns) json.value(labeller.variable(slot));
  json.end_array().key("sorted_by").begin_array();
  for (const Slot slot : node.sorted_by) json.value(labeller.variable(slot));
  json.end_array().field("estimate", std::round(node.estimate.rows));
  json.field("cost_ms", node.costs.total / 1e6);
  if (!figures.empty()) {
    json.field("rows", figures[node.number].rows);
    json.field("time_ms", own_milliseconds(node, figures));
  }
  json.key("inputs").begin_array();
  for (const auto& input : node.inputs) write_json(json, *input, labeller, figures);
  json.end_array().end_object();
}

} // namespace

std::string explain_text(const optimiser::Plan& plan, const TermSource& terms,
                         std::span<const Figures> figures) {
  std::vector<Line> lines{
      {"operator", "estimate", figures.empty() ? "" : "rows", figures.empty() ? "" : "ms"}};
  add_lines(lines, *plan.root, Labeller(plan.variables, terms), figures, "", "");
  std::size_t width = 0;
  for (const Line& line : lines) width = std::max(width, base::code_point_count(line.tree));
  std::string out;
  for (const Line& line : lines) {
    out += line.tree;
    out.append(width - base::code_point_count(line.tree), ' ');
    append_right(out, line.estimate, 12);
    if (!figures.empty()) {
      append_right(out, line.rows, 12);
      append_right(out, line.time, 12);
    }
    out += '\n';
  }
  return out;
}

std::string explain_json(const optimiser::Plan& plan, const TermSource& terms,
                         std::span<const Figures> figures) {
  std::string out;
  base::JsonWriter json(out);
  write_json(json, *plan.root, Labeller(plan.variables, terms), figures);
  return out;
}

} // namespace tela::sparql::evaluator
