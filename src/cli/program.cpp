#include "cli/program.h"

#include "base/error.h"
#include "base/interruption.h"
#include "cli/commands.h"
#include "cli/messages.h"

#include <CLI/CLI.hpp>

#include <atomic>
#include <chrono>
#include <csignal>
#include <new>

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

/// Without SA_RESTART: a read that waits for input ends when the signal comes.
void catch_signal(int signal) {
  struct sigaction action {};
  action.sa_handler = on_signal;
  sigaction(signal, &action, nullptr);
}

void set_up(CLI::App& app) {
  app.name("tela");
  app.description(
      "Links projects, states and regional processes of migration governance into one graph.");
  app.set_version_flag("--version", "tela " TELA_VERSION);
  app.require_subcommand(1);
  app.failure_message([](const CLI::App* failed, const CLI::Error& error) {
    const std::string& name = failed->get_name();
    return std::string("tela: ") + error.what() + "\nSee 'tela " +
           (name.empty() || name == "tela" ? "" : name + " ") + "--help'.\n";
  });
  app.add_flag_callback(
         "-q,--quiet", [] { set_quiet(); }, "Print errors only")
      ->trigger_on_parse();
  app.fallthrough();
  add_commands(app);
}

int parse_and_run(CLI::App& app, int argc, char** argv) {
  try {
    app.parse(argc, argv);
    return static_cast<int>(Exit::done);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? static_cast<int>(Exit::done) : static_cast<int>(Exit::usage);
  } catch (const Finished& finished) {
    return static_cast<int>(finished.exit);
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

base::Cancellation& interruption() {
  return base::interruption();
}

int run(int argc, char** argv) {
  std::ignore = interruption(); // constructed before a signal can ask for it
  catch_signal(SIGINT);
  catch_signal(SIGTERM);
  std::signal(SIGPIPE, SIG_IGN); // what is half done is put away first
  CLI::App app;
  set_up(app);
  return parse_and_run(app, argc, argv);
}

} // namespace tela::cli
