#pragma once

#include <source_location>

namespace tela::base {

/// Whether preconditions are checked: in builds without NDEBUG, as the `dev` preset makes them. For
/// checks that cost more than a comparison: `if constexpr (checks_preconditions) …`.
#ifdef NDEBUG
inline constexpr bool checks_preconditions = false;
#else
inline constexpr bool checks_preconditions = true;
#endif

/// Says which precondition was broken, and where it stands, and aborts.
[[noreturn]] void broken_precondition(const std::source_location& where);

/// What a header states as `REQUIRES:`. A caller that breaks it has a fault, so there is nothing to
/// catch: the program ends where the fault is seen. Costs nothing where it is not checked.
constexpr void require(bool holds,
                       const std::source_location& where = std::source_location::current()) {
  if constexpr (checks_preconditions)
    if (!holds) broken_precondition(where);
}

} // namespace tela::base
