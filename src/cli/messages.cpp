#include "cli/messages.h"

#include "base/printable.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>

namespace tela::cli {

namespace {

bool quiet = false; // set once, while the command line is read

void print(std::string_view colour, std::string_view text) {
  std::string line;
  if (standard_error_is_lively() && !colour.empty())
    line = std::string(colour) + "tela:\033[0m ";
  else
    line = "tela: ";
  line += base::printable(text);
  line += '\n';
  std::fwrite(line.data(), 1, line.size(), stderr);
}

} // namespace

void set_quiet() {
  quiet = true;
}

bool standard_error_is_lively() {
  const char* no_colour = std::getenv("NO_COLOR"); // NOLINT(concurrency-mt-unsafe)
  return !quiet && (no_colour == nullptr || *no_colour == '\0') && ::isatty(STDERR_FILENO) == 1;
}

void print_error(const base::Error& error) {
  print("\033[31m", error.what());
}

void print_note(std::string_view text) {
  if (!quiet) print("\033[36m", text);
}

} // namespace tela::cli
