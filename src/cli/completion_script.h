#pragma once

#include "cli/command_outline.h"

#include <string>

namespace tela::cli {

/// Scripts that complete the program's commands, options and choices; where a value is any text,
/// the shell offers files. The bash script needs bash 4, no bash-completion; the zsh script calls
/// compdef or begins with #compdef, so that it can be sourced or put on $fpath; fish's goes where
/// fish looks for completions.
[[nodiscard]] std::string bash_completion(const CommandOutline& program);
[[nodiscard]] std::string zsh_completion(const CommandOutline& program);
[[nodiscard]] std::string fish_completion(const CommandOutline& program);

} // namespace tela::cli
