#pragma once

#include "base/error.h"

#include <span>
#include <string>
#include <string_view>

namespace tela::cli {

/// Only errors from now on (--quiet).
void set_quiet();

/// Whether standard error is a terminal that wants colour and progress: a terminal, and neither
/// --quiet nor NO_COLOR (https://no-color.org).
[[nodiscard]] bool standard_error_is_lively();

/// "tela: file:3:7: what is wrong; what to do", to standard error.
void print_error(const base::Error& error);
/// A thing worth knowing that is not an error; silent under --quiet.
void print_note(std::string_view text);
void print_notes(std::span<const std::string> texts);

} // namespace tela::cli
