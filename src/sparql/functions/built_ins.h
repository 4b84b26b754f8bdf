#pragma once

#include "sparql/functions/function.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace tela::sparql::functions {

/// Whether two ASCII words are the same but for case.
[[nodiscard]] bool same_word(std::string_view a, std::string_view b);

/// A built-in call of [121] BuiltInCall with the number of arguments that it takes.
struct BuiltIn {
  std::string_view name; ///< in upper case
  Function function;
  std::size_t min_arguments, max_arguments;
};

inline constexpr std::size_t any_number = static_cast<std::size_t>(-1);

/// The built-in of that name, whatever its case; null when there is none. Valid for ever.
[[nodiscard]] const BuiltIn* find_built_in(std::string_view name);

/// The built-in that a function became; null for operators, casts and extensions.
[[nodiscard]] const BuiltIn* built_in_of(Function function);

/// The aggregate of that name, whatever its case.
[[nodiscard]] std::optional<AggregateKind> find_aggregate(std::string_view name);

/// The cast that an XSD datatype IRI names when it is called (section 17.5).
[[nodiscard]] std::optional<Function> find_cast(std::string_view iri);

} // namespace tela::sparql::functions
