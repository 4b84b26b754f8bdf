#include "cli/describe.h"

#include "base/error.h"
#include "cli/command_outline.h"
#include "cli/completion_script.h"
#include "cli/destination.h"
#include "cli/manual_page.h"

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <memory>

namespace tela::cli {

namespace {

void write_to(const std::string& path, const std::string& text) {
  Destination destination(path);
  destination.write(text);
  destination.commit();
}

void run_completion(const CLI::App& program, const std::string& shell) {
  const CommandOutline outline = outline_of(program);
  write_to("", shell == "bash"  ? bash_completion(outline)
               : shell == "zsh" ? zsh_completion(outline)
                                : fish_completion(outline));
}

// On a terminal as man lays it out; false where there is no terminal or no man.
bool lay_out(const std::string& page) {
  if (::isatty(STDOUT_FILENO) != 1) return false;
  FILE* const man = ::popen("man -l - 2>/dev/null", "w"); // NOLINT(cert-env33-c): a fixed command
  if (man == nullptr) return false;
  std::fwrite(page.data(), 1, page.size(), man);
  return ::pclose(man) == 0;
}

std::string full_name(const std::vector<std::string>& words) {
  std::string name = "tela";
  for (const std::string& word : words) name += " " + word;
  return name;
}

void run_manual(const CLI::App& program, const std::vector<std::string>& words,
                const std::string& folder) {
  const std::string wanted = full_name(words);
  bool found = false;
  for_each_command(outline_of(program), [&](const CommandOutline& command) {
    if (folder.empty() && command.name != wanted) return;
    found = true;
    const std::string path =
        folder.empty() ? "" : (std::filesystem::path(folder) / manual_file_name(command)).string();
    const std::string page = manual_page(command, TELA_VERSION);
    if (!path.empty() || !lay_out(page)) write_to(path, page);
  });
  if (!found)
    throw base::Error(base::Failure::usage, "there is no command " + wanted, "see tela --help");
}

void add_completion(CLI::App& app) {
  auto shell = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("completion", "Print the completions for a shell");
  command->footer("Examples:\n  source <(tela completion bash)\n  tela completion fish > "
                  "~/.config/fish/completions/tela.fish");
  command->add_option("shell", *shell, "bash, zsh or fish")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  command->callback([&app, shell] { run_completion(app, *shell); });
}

void add_manual(CLI::App& app) {
  auto words = std::make_shared<std::vector<std::string>>();
  auto folder = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("manual", "Print the manual page of a command");
  command->footer("Examples:\n  tela manual graph\n  tela manual graph > tela-graph.1");
  command->add_option("command", *words, "The command; without it, the page of tela itself");
  command->add_option("--folder", *folder, "Write the pages of all commands into this folder")
      ->check(CLI::ExistingDirectory);
  command->callback([&app, words, folder] { run_manual(app, *words, *folder); });
}

} // namespace

void add_describe(CLI::App& app) {
  add_completion(app);
  add_manual(app);
}

} // namespace tela::cli
