#pragma once

#include "sparql/algebra/algebra.h"
#include "sparql/optimiser/slots.h"
#include "sparql/optimiser/statistics.h"

/// Passes over the algebra. Each gives a tree with the same solutions.
namespace tela::sparql::optimiser {

/// Expressions without variables become constants, where they have a value.
void fold_constants(algebra::Operator& tree, Statistics& statistics);

/// FILTER over OPTIONAL that fails unless a variable of the optional part is bound makes a join of
/// it.
void strengthen_optionals(algebra::Operator& tree);

/// Moves each condition as far down as its variables allow: into both sides of a union, the left
/// side of OPTIONAL and MINUS, below BIND, projection, DISTINCT and GROUP BY, and conditions of
/// OPTIONAL into its right side. Within a join the planner places them.
void push_filters(algebra::Operator& tree);

/// Patterns of EXISTS within GRAPH <g> say themselves that they belong to <g>, so that they mean
/// the same wherever their expression goes. Always done, once.
void scope_patterns(algebra::Operator& tree);

/// ?v = 1 || ?v = 2 becomes ?v IN (1, 2), which says the same, errors and all. Always done.
void gather_equalities(algebra::Operator& tree);

/// DISTINCT above ORDER BY goes below it, where the keys are columns that DISTINCT keeps: fewer
/// rows are sorted.
void sort_late(algebra::Operator& tree);

/// COUNT over patterns that neither variables nor conditions link becomes the product of their
/// counts: no pair of rows is made.
void multiply_counts(algebra::Operator& tree, VariableTable& variables);

/// a && b becomes two conditions, nested filters and unions one. Always done.
void normalise(algebra::Operator& tree);

} // namespace tela::sparql::optimiser
