#pragma once

#include "rdf/path.h"
#include "rdf/term.h"
#include "sparql/functions/function.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// SPARQL 1.1 Query as an algebra (https://www.w3.org/TR/sparql11-query/ section 18), after the
/// translation of section 18.2: no syntax is left, every name is absolute.
namespace tela::sparql::algebra {

/// A variable of the query, without '?'. Blank nodes of patterns, and what the translation needs
/// itself, are variables too: their names start with '.', which no query can write ("?_x" is a
/// variable like any other), and they are never projected.
struct Variable {
  std::string name;
  [[nodiscard]] bool is_generated() const { return name.starts_with('.'); }
  auto operator<=>(const Variable&) const = default;
};

/// What may stand in a pattern.
using Node = std::variant<Variable, rdf::Term>;

struct TriplePattern {
  Node subject, predicate, object;
  bool operator==(const TriplePattern&) const = default;
};

/// A plain predicate never reaches a PathPattern: it is a TriplePattern.
using rdf::Path;

struct PathPattern {
  Node subject;
  Path path;
  Node object;
  bool operator==(const PathPattern&) const = default;
};

/// Operators and built-in calls of sections 17.3 and 17.4. Operators have one or two arguments,
/// `in` and `not_in` a value and its candidates, calls what the function table of
/// sparql/functions/built_ins.h says.
using functions::Function;

struct Operator;

struct Expression;

/// Section 18.5.1.
struct Aggregate {
  using Kind = functions::AggregateKind;
  Kind kind = Kind::count;
  bool distinct = false;
  std::vector<Expression> argument; ///< one, or none for COUNT(*)
  std::string separator = " ";      ///< of group_concat
};

/// An expression tree. Failure is a value here: see section 17.2.
struct Expression {
  enum class Kind : std::uint8_t { variable, constant, call, exists, not_exists };
  Kind kind = Kind::constant;
  Variable variable;                       ///< of variable
  rdf::Term constant;                      ///< of constant
  Function function = Function::or_;       ///< of call
  std::string extension;                   ///< IRI when function is extension
  std::vector<Expression> arguments;       ///< of call
  std::shared_ptr<const Operator> pattern; ///< of exists and not_exists
};

/// A child in the operator tree.
using Child = std::unique_ptr<Operator>;

/// A basic graph pattern with its paths: matched together, in any order.
struct BasicGraphPattern {
  std::vector<TriplePattern> triples;
  std::vector<PathPattern> paths;
};
struct Join {
  Child left, right;
};
struct LeftJoin {
  Child left, right;
  std::vector<Expression> conditions;
};
struct Union {
  Child left, right;
};
struct Minus {
  Child left, right;
};
struct Filter {
  Child input;
  std::vector<Expression> conditions;
}; ///< all must hold
struct Extend {
  Child input;
  Variable variable;
  Expression expression;
};
struct Graph {
  Node name;
  Child input;
};
struct Service {
  Node endpoint;
  Child input;
  bool silent = false;
  std::string text;
}; ///< text: the group as written, with absolute IRIs
struct Values {
  std::vector<Variable> variables;
  std::vector<std::vector<std::optional<rdf::Term>>> rows; ///< UNDEF is an empty optional
};
struct Group {
  Child input;
  struct Key {
    Variable variable;
    std::optional<Expression> expression;
  }; ///< GROUP BY ?v or (e AS ?v)
  std::vector<Key> keys;
  struct Output {
    Variable variable;
    Aggregate aggregate;
  }; ///< generated variables
  std::vector<Output> aggregates;
};
struct OrderBy {
  Child input;
  struct Key {
    Expression expression;
    bool descending = false;
  };
  std::vector<Key> keys;
};
struct Project {
  Child input;
  std::vector<Variable> variables;
};
struct Distinct {
  Child input;
};
struct Reduced {
  Child input;
};
struct Slice {
  Child input;
  std::uint64_t offset = 0;
  std::optional<std::uint64_t> limit;
};

/// One operator of the algebra with its inputs.
struct Operator {
  std::variant<BasicGraphPattern, Join, LeftJoin, Union, Minus, Filter, Extend, Graph, Service,
               Values, Group, OrderBy, Project, Distinct, Reduced, Slice>
      node;
};

[[nodiscard]] Operator clone(const Operator& tree);

/// FROM and FROM NAMED; both empty: the dataset's own default.
struct DatasetClause {
  std::vector<rdf::Term> default_graphs, named_graphs;
  [[nodiscard]] bool empty() const { return default_graphs.empty() && named_graphs.empty(); }
};

/// A whole query.
struct Query {
  enum class Form : std::uint8_t { select, ask, construct, describe };
  Form form = Form::select;
  DatasetClause dataset;
  Child pattern;                    ///< DESCRIBE <iri> without WHERE: one empty solution
  std::vector<Variable> projection; ///< of select: in order, none generated
  std::vector<TriplePattern>
      construct;              ///< of construct: the template; blank nodes are generated variables
  std::vector<Node> describe; ///< of describe
  std::vector<std::pair<std::string, std::string>> prefixes; ///< as declared, for writers
  std::string base;
};

/// The tree as an indented S-expression, one operator a line: for tests and --explain.
[[nodiscard]] std::string to_string(const Operator& tree);
[[nodiscard]] std::string to_string(const Expression& expression);
[[nodiscard]] std::string to_string(const Aggregate& aggregate);

} // namespace tela::sparql::algebra
