#pragma once

#include "base/utf8.h"

#include <concepts>
#include <source_location>
#include <string_view>

namespace tela::base {

/// Whether require() looks: in builds for development, not in releases (NDEBUG).
#ifdef NDEBUG
inline constexpr bool checks_requirements = false;
#else
inline constexpr bool checks_requirements = true;
#endif

/// Tells what was required, and where, on standard error, and aborts.
[[noreturn]] void fail_requirement(const char* what, const std::source_location& where);

/// Checks what a header REQUIRES of who calls: `holds`, or what it returns. A broken requirement is
/// a fault of this program, never of its input, so that there is nothing to catch. A condition that
/// costs is passed as a function, which a release never calls.
template<class Condition>
constexpr void
require([[maybe_unused]] const Condition& holds, [[maybe_unused]] const char* what,
        [[maybe_unused]] const std::source_location& where = std::source_location::current()) {
  if constexpr (checks_requirements) {
    if constexpr (std::predicate<Condition>) {
      if (!holds()) fail_requirement(what, where);
    } else {
      if (!holds) fail_requirement(what, where);
    }
  }
}

/// require() that a text is well-formed UTF-8.
inline void require_utf8(std::string_view text,
                         const std::source_location& where = std::source_location::current()) {
  require([text] { return !first_invalid_utf8(text); }, "well-formed UTF-8", where);
}

} // namespace tela::base
