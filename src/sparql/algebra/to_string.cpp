#include "base/ascii.h"
#include "sparql/algebra/algebra.h"
#include "sparql/functions/built_ins.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tela::sparql::algebra {

namespace {

std::string text_of(const Variable& variable) {
  return '?' + variable.name;
}

std::string text_of(const Node& node) {
  if (const auto* variable = std::get_if<Variable>(&node)) return text_of(*variable);
  return rdf::to_ntriples(std::get<rdf::Term>(node));
}

std::string text_of(const std::string& text) {
  return text;
}

std::string text_of(const rdf::Term& term) {
  return rdf::to_ntriples(term);
}

std::string text_of(const Expression& expression) {
  return to_string(expression);
}

/// " a b c"
std::string spaced(const auto& items) {
  std::string out;
  for (const auto& item : items) out += ' ' + text_of(item);
  return out;
}

/// "(head a b c)"
std::string form(std::string_view head, const auto& items) {
  return '(' + std::string(head) + spaced(items) + ')';
}

std::string text_of_negated(const Path& path) {
  std::vector<std::string> parts;
  if (const auto names = excluded(path, rdf::Direction::along))
    parts.push_back(form("forward", *names));
  if (const auto names = excluded(path, rdf::Direction::against))
    parts.push_back(form("backward", *names));
  return form("!", parts);
}

std::string text_of(const Path& path) {
  constexpr std::array names{"", "^", "/", "|", "*", "+", "?"};
  if (path.kind == Path::Kind::predicate) return rdf::to_ntriples(path.iri);
  if (path.kind == Path::Kind::negated) return text_of_negated(path);
  std::vector<std::string> parts;
  for (const auto& part : path.parts) parts.push_back(text_of(part));
  return form(names[static_cast<std::size_t>(path.kind)], parts);
}

std::string_view operator_name(Function function) {
  using enum Function;
  constexpr std::array operators{
      std::pair{or_, "||"},
      std::pair{and_, "&&"},
      std::pair{not_, "!"},
      std::pair{equal, "="},
      std::pair{not_equal, "!="},
      std::pair{less, "<"},
      std::pair{greater, ">"},
      std::pair{less_equal, "<="},
      std::pair{greater_equal, ">="},
      std::pair{in, "in"},
      std::pair{not_in, "not in"},
      std::pair{add, "+"},
      std::pair{subtract, "-"},
      std::pair{multiply, "*"},
      std::pair{divide, "/"},
      std::pair{plus, "+"},
      std::pair{minus, "-"},
      std::pair{cast_string, "xsd:string"},
      std::pair{cast_boolean, "xsd:boolean"},
      std::pair{cast_integer, "xsd:integer"},
      std::pair{cast_decimal, "xsd:decimal"},
      std::pair{cast_float, "xsd:float"},
      std::pair{cast_double, "xsd:double"},
      std::pair{cast_date_time, "xsd:dateTime"},
      std::pair{cast_date, "xsd:date"},
      std::pair{cast_time, "xsd:time"},
      std::pair{equality_key, "key of"},
  };
  const auto* found =
      std::find_if(operators.begin(), operators.end(),
                   [function](const auto& entry) { return entry.first == function; });
  return found == operators.end() ? std::string_view() : found->second;
}

std::string function_name(const Expression& call) {
  if (call.function == Function::extension) return '<' + call.extension + '>';
  if (const auto* built_in = functions::built_in_of(call.function))
    return base::ascii_lower(built_in->name);
  return std::string(operator_name(call.function));
}

/// An operator within an expression: on one line.
std::string on_one_line(const Operator& tree) {
  std::string out;
  bool in_indentation = false;
  for (const char c : to_string(tree)) {
    if (in_indentation && c == ' ') continue;
    in_indentation = c == '\n';
    out += in_indentation ? ' ' : c;
  }
  return out;
}

/// Writes operators, each on its own line, its inputs below it.
class Printer {
 public:
  std::string take() { return std::move(out_); }

  void print(const Operator& tree) {
    if (!out_.empty()) out_ += '\n' + std::string(indent_, ' ');
    std::visit([this](const auto& node) { print(node); }, tree.node);
  }

 private:
  void print(const BasicGraphPattern& node) {
    open("bgp");
    for (const auto& triple : node.triples)
      line("(triple " + text_of(triple.subject) + ' ' + text_of(triple.predicate) + ' ' +
           text_of(triple.object) + ')');
    for (const auto& path : node.paths)
      line("(path " + text_of(path.subject) + ' ' + text_of(path.path) + ' ' +
           text_of(path.object) + ')');
    close();
  }
  void print(const Join& node) { both("join", node); }
  void print(const Union& node) { both("union", node); }
  void print(const Minus& node) { both("minus", node); }
  void print(const LeftJoin& node) { both("leftjoin" + spaced(node.conditions), node); }
  void print(const Filter& node) { around("filter" + spaced(node.conditions), node); }
  void print(const Extend& node) {
    around("extend " + text_of(node.variable) + ' ' + to_string(node.expression), node);
  }
  void print(const Graph& node) { around("graph " + text_of(node.name), node); }
  void print(const Service& node) {
    around((node.silent ? "service silent " : "service ") + text_of(node.endpoint), node);
  }
  void print(const Values& node) {
    open("values" + spaced(node.variables));
    for (const auto& row : node.rows) {
      std::vector<std::string> cells;
      for (const auto& cell : row) cells.push_back(cell ? text_of(*cell) : "undef");
      line(form("row", cells));
    }
    close();
  }
  void print(const Group& node) {
    std::vector<std::string> keys;
    for (const auto& key : node.keys)
      keys.push_back(key.expression
                         ? '(' + text_of(key.variable) + ' ' + to_string(*key.expression) + ')'
                         : text_of(key.variable));
    std::vector<std::string> aggregates;
    for (const auto& output : node.aggregates)
      aggregates.push_back('(' + text_of(output.variable) + ' ' + to_string(output.aggregate) +
                           ')');
    around("group " + form("by", keys) + ' ' + form("aggregates", aggregates), node);
  }
  void print(const OrderBy& node) {
    std::vector<std::string> keys;
    for (const auto& key : node.keys)
      keys.push_back(key.descending ? "(desc " + to_string(key.expression) + ')'
                                    : to_string(key.expression));
    around("order" + spaced(keys), node);
  }
  void print(const Project& node) { around("project" + spaced(node.variables), node); }
  void print(const Distinct& node) { around("distinct", node); }
  void print(const Reduced& node) { around("reduced", node); }
  void print(const Slice& node) {
    around("slice " + std::to_string(node.offset) + ' ' +
               (node.limit ? std::to_string(*node.limit) : "all"),
           node);
  }

  void open(const std::string& head) {
    out_ += '(' + head;
    indent_ += 2;
  }
  void close() {
    out_ += ')';
    indent_ -= 2;
  }
  void line(const std::string& text) { out_ += '\n' + std::string(indent_, ' ') + text; }
  void around(const std::string& head, const auto& node) {
    open(head);
    print(*node.input);
    close();
  }
  void both(const std::string& head, const auto& node) {
    open(head);
    print(*node.left);
    print(*node.right);
    close();
  }

  std::string out_;
  std::size_t indent_ = 0;
};

} // namespace

std::string to_string(const Operator& tree) {
  Printer printer;
  printer.print(tree);
  return printer.take();
}

std::string to_string(const Expression& expression) {
  switch (expression.kind) {
  case Expression::Kind::variable:
    return text_of(expression.variable);
  case Expression::Kind::constant:
    return text_of(expression.constant);
  case Expression::Kind::call:
    return form(function_name(expression), expression.arguments);
  case Expression::Kind::exists:
    return "(exists " + on_one_line(*expression.pattern) + ')';
  case Expression::Kind::not_exists:
    break;
  }
  return "(not exists " + on_one_line(*expression.pattern) + ')';
}

std::string to_string(const Aggregate& aggregate) {
  constexpr std::array names{"count", "sum", "min", "max", "avg", "sample", "group_concat"};
  std::vector<std::string> parts;
  if (aggregate.distinct) parts.emplace_back("distinct");
  for (const auto& argument : aggregate.argument) parts.push_back(to_string(argument));
  if (aggregate.argument.empty()) parts.emplace_back("*");
  if (aggregate.kind == Aggregate::Kind::group_concat)
    parts.push_back(rdf::to_ntriples(rdf::literal(aggregate.separator)));
  return form(names[static_cast<std::size_t>(aggregate.kind)], parts);
}

} // namespace tela::sparql::algebra
