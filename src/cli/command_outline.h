#pragma once

#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace tela::cli {

/// An option or positional argument, as its help tells of it.
struct OptionOutline {
  std::vector<std::string>
      names; ///< with their dashes, short ones first; a positional has its bare name alone
  std::string value{};                ///< what stands for the value, as FILE; empty for a flag
  std::vector<std::string> choices{}; ///< the only values that are taken; empty where any is
  std::string description{};
  std::string initial{};     ///< the value where none is given; may be empty
  std::string environment{}; ///< the variable that gives one; may be empty
  bool required = false;

  [[nodiscard]] bool positional() const { return !names.front().starts_with('-'); }
};

/// A command with its subcommands. What is made from the program's own options, as manual pages and
/// completions are, is made from this and cannot differ from --help.
struct CommandOutline {
  std::string name; ///< whole, as "tela graph query"
  std::string description;
  std::string examples; ///< a command a line; may be empty
  std::vector<OptionOutline> options;
  std::vector<CommandOutline> subcommands;
};

/// Describes `app` and all below it.
[[nodiscard]] CommandOutline outline_of(const CLI::App& app);

/// Calls `visit` for `command` and each command below it, parents first.
void for_each_command(const CommandOutline& command,
                      const std::function<void(const CommandOutline&)>& visit);

} // namespace tela::cli
