#include "cli/command_outline.h"

#include <CLI/CLI.hpp>

#include <ranges>

namespace tela::cli {

namespace {

// CLI11 writes the choices behind the name of the type: "TEXT:{none,disparity}".
std::vector<std::string> choices_of(const std::string& type) {
  const std::size_t open = type.find('{');
  if (open == std::string::npos) return {};
  return CLI::detail::split(type.substr(open + 1, type.find('}') - open - 1), ',');
}

std::vector<std::string> names_of(const CLI::Option& option) {
  std::vector<std::string> names;
  for (const std::string& name : option.get_snames()) names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) names.push_back("--" + name);
  if (names.empty()) names.push_back(option.get_name());
  return names;
}

OptionOutline outline_of(const CLI::Option& option) {
  const bool flag = option.get_items_expected_max() == 0;
  const std::string type = flag ? "" : option.get_type_name();
  return {.names = names_of(option),
          .value = type.substr(0, type.find(':')),
          .choices = choices_of(type),
          .description = option.get_description(),
          .initial = flag ? "" : option.get_default_str(),
          .environment = option.get_envname(),
          .required = option.get_required()};
}

// The footer is "Examples:" and a command a line, each behind two spaces.
std::string examples_of(const CLI::App& app) {
  std::string examples = app.get_footer();
  examples.erase(0, std::min(examples.find('\n'), examples.size()));
  for (std::size_t at = 0; (at = examples.find("\n  ", at)) != std::string::npos; ++at)
    examples.erase(at + 1, 2);
  examples.erase(0, examples.starts_with('\n') ? 1 : 0);
  return examples;
}

CommandOutline outline_below(const CLI::App& app, const std::string& parents) {
  CommandOutline outline;
  outline.name = parents + app.get_name();
  outline.description = app.get_description();
  outline.examples = examples_of(app);
  for (const CLI::Option* option : app.get_options())
    outline.options.push_back(outline_of(*option));
  for (const CLI::App* below : app.get_subcommands([](const CLI::App*) { return true; }))
    outline.subcommands.push_back(outline_below(*below, outline.name + " "));
  return outline;
}

} // namespace

CommandOutline outline_of(const CLI::App& app) {
  return outline_below(app, "");
}

void for_each_command(const CommandOutline& command,
                      const std::function<void(const CommandOutline&)>& visit) {
  visit(command);
  for (const CommandOutline& below : command.subcommands) for_each_command(below, visit);
}

} // namespace tela::cli
