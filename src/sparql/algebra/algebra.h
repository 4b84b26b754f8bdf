#pragma once

#include "rdf/term.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// SPARQL 1.1 Query as an algebra (https://www.w3.org/TR/sparql11-query/ section 18), after the
/// translation of section 18.2: no syntax is left, every name is absolute.
namespace tela::sparql::algebra {

/// A variable of the query, without '?'. Blank nodes of patterns are variables too: their names
/// start with '_', which no query can write, and they are never projected.
struct Variable {
  std::string name;
  auto operator<=>(const Variable&) const = default;
};

/// What may stand in a pattern.
using Node = std::variant<Variable, rdf::Term>;

struct TriplePattern {
  Node subject, predicate, object;
  bool operator==(const TriplePattern&) const = default;
};

/// A property path (section 9). A plain predicate never reaches here: it is a TriplePattern.
struct Path {
  enum class Kind : std::uint8_t {
    predicate,    ///< `iri`
    inverse,      ///< ^parts[0]
    sequence,     ///< parts[0] / parts[1] / …
    alternative,  ///< parts[0] | parts[1] | …
    zero_or_more, ///< parts[0]*
    one_or_more,  ///< parts[0]+
    zero_or_one,  ///< parts[0]?
    negated,      ///< !(…): no predicate of `forward` along, none of `backward` against the arrow
  };
  Kind kind = Kind::predicate;
  rdf::Term iri;
  std::vector<Path> parts;
  std::vector<rdf::Term> forward, backward;
  bool has_forward =
      false; ///< negated: the set matches along the arrow (also when `forward` is empty)
  bool has_backward = false; ///< negated: likewise against it
  bool operator==(const Path&) const = default;
};

struct PathPattern {
  Node subject;
  Path path;
  Node object;
  bool operator==(const PathPattern&) const = default;
};

/// Operators and built-in calls of sections 17.3 and 17.4.
enum class Function : std::uint8_t {
  // operators
  or_,
  and_,
  not_,
  equal,
  not_equal,
  less,
  greater,
  less_equal,
  greater_equal,
  in,
  not_in,
  add,
  subtract,
  multiply,
  divide,
  plus,
  minus,
  // functional forms
  bound,
  if_,
  coalesce,
  same_term,
  // terms
  is_iri,
  is_blank,
  is_literal,
  is_numeric,
  str,
  lang,
  datatype,
  iri,
  bnode,
  strdt,
  strlang,
  uuid,
  struuid,
  // strings
  strlen,
  substr,
  ucase,
  lcase,
  strstarts,
  strends,
  contains,
  strbefore,
  strafter,
  encode_for_uri,
  concat,
  langmatches,
  regex,
  replace,
  // numbers
  abs,
  round,
  ceil,
  floor,
  rand,
  // dates
  now,
  year,
  month,
  day,
  hours,
  minutes,
  seconds,
  timezone,
  tz,
  // hashes
  md5,
  sha1,
  sha256,
  sha384,
  sha512,
  // xsd casts, and any other function named by IRI
  cast_string,
  cast_boolean,
  cast_integer,
  cast_decimal,
  cast_float,
  cast_double,
  cast_date_time,
  cast_date,
  cast_time,
  extension,
};

struct Operator;

struct Expression;

/// Section 18.5.1.
struct Aggregate {
  enum class Kind : std::uint8_t { count, sum, min, max, avg, sample, group_concat };
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
  }; ///< variables of aggregates start with '_'
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
  std::vector<Variable> projection; ///< of select: in order, no '_' names
  std::vector<TriplePattern>
      construct;              ///< of construct: the template; blank nodes are '_' variables
  std::vector<Node> describe; ///< of describe
  std::vector<std::pair<std::string, std::string>> prefixes; ///< as declared, for writers
  std::string base;
};

/// The tree as an indented S-expression, one operator a line: for tests and --explain.
[[nodiscard]] std::string to_string(const Operator& tree);
[[nodiscard]] std::string to_string(const Expression& expression);

} // namespace tela::sparql::algebra
