#pragma once

#include "sparql/algebra/algebra.h"
#include "sparql/evaluator/value.h"

#include <span>

/// The functions of sections 17.4 and 17.5 that look at values only: all but the functional forms.
/// An argument is never a failure; a result is one for arguments outside the function's domain.
namespace tela::sparql::evaluator {

using FunctionPointer = Value (*)(std::span<const Value> arguments, Frame& frame);

/// The implementation of a function; null for the functional forms.
[[nodiscard]] FunctionPointer find_function(algebra::Function function);

// One file each: the part of the table with these functions, null for others.
[[nodiscard]] FunctionPointer find_term_function(algebra::Function function);
[[nodiscard]] FunctionPointer find_string_function(algebra::Function function);
[[nodiscard]] FunctionPointer find_number_function(algebra::Function function);
[[nodiscard]] FunctionPointer find_date_function(algebra::Function function);
[[nodiscard]] FunctionPointer find_hash_function(algebra::Function function);
[[nodiscard]] FunctionPointer find_cast(algebra::Function function);

} // namespace tela::sparql::evaluator
