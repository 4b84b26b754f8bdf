#pragma once

#include "rdf/path.h"
#include "rdf/term.h"
#include "sparql/functions/function.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

/// SPARQL 1.1 as text: the tree that the grammar of section 19.8 describes. Names are already
/// absolute and abbreviated triples written out; scopes are checked, nothing is evaluated or moved.
namespace tela::sparql::syntax {

/// Byte offset into the query text, its escapes replaced.
using Offset = std::size_t;

/// What follows the parser walks trees of expressions and operators by recursion; the parser
/// refuses queries whose trees would be deeper than this. Each OPTIONAL, BIND, nested group and the
/// like of a group makes its tree one level deeper; triples, rows of VALUES and alternatives do
/// not.
inline constexpr std::size_t max_tree_depth = 1'000;

/// A variable, without '?' or '$'. A blank node of a pattern or template is a variable too, whose
/// name starts with '.', which no query can write: "._:label" when it was labelled, ".1", ".2", …
/// otherwise.
struct Variable {
  std::string name;
  Offset offset = 0;

  [[nodiscard]] bool is_blank_node() const { return name.starts_with('.'); }
  bool operator==(const Variable& other) const { return name == other.name; }
};

/// [106] VarOrTerm. Never a blank node: see Variable.
using Node = std::variant<Variable, rdf::Term>;

using functions::AggregateKind;
using functions::Function;
using rdf::Path; ///< [88]

/// A triple or path between two nodes. A variable predicate is no path.
struct Triple {
  Node subject;
  std::variant<Variable, Path> predicate;
  Node object;
};

struct GroupGraphPattern;
struct SubSelect;
struct Expression;

/// [127] Aggregate
struct Aggregate {
  AggregateKind kind = AggregateKind::count;
  bool distinct = false;
  std::vector<Expression> argument; ///< one, or none for COUNT(*)
  std::string separator = " ";      ///< of GROUP_CONCAT
};

/// [110] Expression, operators and calls alike.
struct Expression {
  enum class Kind : std::uint8_t { variable, constant, call, aggregate, exists, not_exists };
  Kind kind = Kind::constant;
  Offset offset = 0;
  Variable variable;
  rdf::Term constant;
  Function function = Function::or_;
  std::string extension; ///< IRI of a call whose function is `extension`
  std::vector<Expression> arguments;
  std::shared_ptr<const Aggregate> aggregate;
  std::shared_ptr<const GroupGraphPattern> pattern; ///< of exists and not_exists
  std::size_t depth = 1; ///< of the tree of operators, see max_tree_depth
};

/// [55] TriplesBlock; in a group, triples that only FILTER stands between are one basic graph
/// pattern.
struct TriplesBlock {
  std::vector<Triple> triples;
};
/// [57] OptionalGraphPattern
struct Optional {
  std::unique_ptr<GroupGraphPattern> group;
};
/// [66] MinusGraphPattern
struct Minus {
  std::unique_ptr<GroupGraphPattern> group;
};
/// [67] GroupOrUnionGraphPattern: one alternative is a plain nested group.
struct Alternatives {
  std::vector<GroupGraphPattern> groups;
};
/// [58] GraphGraphPattern
struct GraphPattern {
  Node name;
  std::unique_ptr<GroupGraphPattern> group;
};
/// [59] ServiceGraphPattern
struct Service {
  Node endpoint;
  bool silent = false;
  std::unique_ptr<GroupGraphPattern> group;
  std::string text; ///< the group as written, braces included, with absolute IRIs
};
/// [68] Filter
struct Filter {
  Expression condition;
};
/// [60] Bind
struct Bind {
  Expression expression;
  Variable variable;
};
/// [61] InlineData
struct InlineData {
  std::vector<Variable> variables;
  std::vector<std::vector<std::optional<rdf::Term>>> rows; ///< UNDEF is empty
};

using PatternElement = std::variant<TriplesBlock, Optional, Minus, Alternatives, GraphPattern,
                                    Service, Filter, Bind, InlineData, std::unique_ptr<SubSelect>>;

/// [53] GroupGraphPattern. A sub-select is the only element of its group.
struct GroupGraphPattern {
  std::vector<PatternElement> elements;
  Offset offset = 0;     ///< of the opening brace
  std::size_t depth = 1; ///< of the tree of operators that the group becomes
};

/// [9] SelectClause
struct SelectClause {
  enum class Duplicates : std::uint8_t { keep, distinct, reduced };
  struct Item {
    Variable variable;
    std::optional<Expression> expression; ///< of (expression AS ?variable)
  };
  Duplicates duplicates = Duplicates::keep;
  bool all = false; ///< SELECT *
  std::vector<Item> items;
  Offset offset = 0; ///< of the word SELECT
};

/// [18] SolutionModifier
struct SolutionModifier {
  struct GroupCondition {
    Expression expression;
    std::optional<Variable> variable; ///< of (expression AS ?variable)
  };
  struct OrderCondition {
    Expression expression;
    bool descending = false;
  };
  std::vector<GroupCondition> group_by;
  std::vector<Expression> having;
  std::vector<OrderCondition> order_by;
  std::uint64_t offset = 0;
  std::optional<std::uint64_t> limit;
};

/// [8] SubSelect; also the body of every query form.
struct SubSelect {
  SelectClause select;
  GroupGraphPattern where;
  SolutionModifier modifier;
  std::optional<InlineData> values;
};

/// [2] Query
struct Query {
  enum class Form : std::uint8_t { select, construct, describe, ask };
  Form form = Form::select;
  std::vector<rdf::Term> from, from_named;
  SubSelect body;                ///< forms other than SELECT leave its select clause empty
  std::vector<Triple> construct; ///< the template; its predicates are variables or links
  std::vector<Node> describe;    ///< empty for DESCRIBE *
  bool describe_all = false;     ///< DESCRIBE *
  std::vector<std::pair<std::string, std::string>> prefixes; ///< as declared, in order
  std::string base; ///< the last BASE, or the one given to the parser
};

} // namespace tela::sparql::syntax
