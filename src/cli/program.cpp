#include "cli/program.h"

#include "base/error.h"
#include "base/lost_pages.h"
#include "base/printable.h"
#include "cli/commands.h"
#include "cli/destination.h"
#include "cli/messages.h"

#include <CLI/CLI.hpp>

#include <atomic>
#include <chrono>
#include <csignal>
#include <iostream>
#include <new>
#include <sstream>

namespace tela::cli {

namespace {

int status_of(base::Failure failure) {
  switch (failure) {
  case base::Failure::input:
    return static_cast<int>(Exit::input);
  case base::Failure::usage:
    return static_cast<int>(Exit::usage);
  case base::Failure::limit:
    return static_cast<int>(Exit::limit);
  }
  return static_cast<int>(Exit::input);
}

std::atomic<std::chrono::steady_clock::rep> first_signal = 0;

// Asked again, whoever cannot stop is stopped. What follows at once is the same wish: one Ctrl-C
// may come from the terminal and from a program in between.
void on_signal(int signal) {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  std::chrono::steady_clock::rep first = 0;
  interruption().cancel();
  if (first_signal.compare_exchange_strong(first, now.count())) return;
  if (now - std::chrono::steady_clock::duration(first) < std::chrono::milliseconds(500)) return;
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

// A handler ends what the program waits for (no SA_RESTART). The signals ignored become errors of
// write(2), so that what is half done is put away first.
void handle_signals() {
  std::ignore = interruption(); // constructed before a signal can ask for it
  struct sigaction action {};
  action.sa_handler = on_signal;
  for (const int stop : {SIGINT, SIGTERM}) ::sigaction(stop, &action, nullptr);
  for (const int refusal : {SIGPIPE, SIGXFSZ}) std::signal(refusal, SIG_IGN);
  base::end_on_lost_pages();
}

// The first line of the examples that a command's help ends with; empty when it has none.
std::string example_of(const CLI::App& command) {
  std::istringstream lines(command.get_footer());
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("  tela ")) return line.substr(2);
  return {};
}

// What CLI11 says of what is missing is "second is required" and "A subcommand is required".
std::string missing_text(const CLI::App& program, const CLI::App& command,
                         const CLI::Error& error) {
  if (&command == &program) {
    const auto words = program.remaining();
    return words.empty() ? "name a command" : "there is no command '" + words.front() + "'";
  }
  std::string name = error.what();
  name.erase(std::min(name.find(" is required"), name.size()));
  const CLI::Option* option = command.get_option_no_throw(name);
  if (option == nullptr) return error.what();
  return command.get_name() + " needs " + name + ": " + option->get_description();
}

std::string failure_message(const CLI::App* program, const CLI::Error& error) {
  const auto named = program->get_subcommands();
  const CLI::App& command = named.empty() ? *program : *named.front();
  const bool is_missing = error.get_name() == "RequiredError";
  std::string text = "tela: " + base::printable(is_missing ? missing_text(*program, command, error)
                                                           : error.what());
  const std::string example = is_missing ? example_of(command) : "";
  if (!example.empty()) text += "; for example: " + example;
  return text + "\nSee 'tela " + (named.empty() ? "" : command.get_name() + " ") + "--help'.\n";
}

void set_up(CLI::App& app) {
  app.name("tela");
  app.description(
      "Links projects, states and regional processes of migration governance into one graph.");
  app.set_version_flag("--version", "tela " TELA_VERSION);
  app.require_subcommand(1);
  app.failure_message(failure_message);
  app.add_flag_callback(
         "-q,--quiet", [] { set_quiet(); }, "Print errors only")
      ->trigger_on_parse();
  app.fallthrough();
  add_commands(app);
}

// Prints what --help and --version ask for, or what is wrong with the command line.
Exit answer(const CLI::App& app, const CLI::ParseError& error) {
  std::ostringstream text;
  if (app.exit(error, text, std::cerr) != 0) return Exit::usage;
  Destination destination("");
  destination.write(text.str());
  destination.commit();
  return Exit::done;
}

// Commands run while their options are parsed.
Exit parse(CLI::App& app, int argc, char** argv) {
  try {
    app.parse(argc, argv);
    return Exit::done;
  } catch (const CLI::ParseError& error) {
    return answer(app, error);
  }
}

int parse_and_run(CLI::App& app, int argc, char** argv) {
  try {
    return static_cast<int>(parse(app, argc, argv));
  } catch (const Finished& finished) {
    return static_cast<int>(finished.exit);
  } catch (const base::BrokenPipe&) {
    return static_cast<int>(Exit::unread);
  } catch (const base::Error& error) {
    print_error(error);
    return status_of(error.failure());
  } catch (const std::bad_alloc&) {
    print_error(base::Error(base::Failure::limit, "the machine has no memory left",
                            "ask for less, or set --memory-limit"));
    return static_cast<int>(Exit::limit);
  } catch (const std::exception& error) {
    print_error(base::Error(base::Failure::input, error.what()));
    return static_cast<int>(Exit::input);
  }
}

} // namespace

int run(int argc, char** argv) {
  handle_signals();
  CLI::App app;
  set_up(app);
  return parse_and_run(app, argc, argv);
}

} // namespace tela::cli
