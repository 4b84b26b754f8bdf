#include "cli/messages.h"

#include "base/printable.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace tela::cli {

namespace {

bool quiet = false; // set once, while the command line is read

// The lines of an excerpt are indented. No other line end stays: what the data hold must not look
// like a message of its own.
void append_lines(std::string& out, std::string_view text) {
  constexpr std::string_view next_line = "\n    ";
  while (true) {
    const auto end = std::min(text.find(next_line), text.size());
    out += base::printable(text.substr(0, end));
    out += '\n';
    if (end == text.size()) return;
    out += next_line.substr(1);
    text.remove_prefix(end + next_line.size());
  }
}

void print(std::string_view colour, std::string_view text) {
  std::string line;
  if (standard_error_is_lively() && !colour.empty())
    line = std::string(colour) + "tela:\033[0m ";
  else
    line = "tela: ";
  append_lines(line, text);
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

void print_notes(std::span<const std::string> texts) {
  for (const std::string& text : texts) print_note(text);
}

} // namespace tela::cli
