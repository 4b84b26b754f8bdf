#include "cli/manual_page.h"

#include "base/ascii.h"

#include <algorithm>

namespace tela::cli {

namespace {

std::string dashed(std::string name) {
  std::ranges::replace(name, ' ', '-');
  return name;
}

// Roff takes a backslash for an escape, a dot or quote that begins a line for a request, and a bare
// "-" for a hyphen, which nobody can paste into a shell.
std::string as_roff(std::string_view text) {
  std::string out;
  bool begins_line = true;
  for (const char c : text) {
    if (begins_line && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else
      out += c;
    begins_line = c == '\n';
  }
  return out;
}

std::string as_sentence(const std::string& text) {
  return as_roff(text) + (text.ends_with('.') || text.ends_with("…") ? "\n" : ".\n");
}

std::string usage_of(const CommandOutline& command) {
  std::string usage = ".B " + as_roff(command.name) + "\n[\\fIoptions\\fR]";
  for (const OptionOutline& option : command.options) {
    const std::string name = "\\fI" + as_roff(option.names.front()) + "\\fR";
    if (option.positional()) usage += option.required ? " " + name : " [" + name + "]";
  }
  if (!command.subcommands.empty()) usage += " [\\fIcommand\\fR]";
  return usage + '\n';
}

std::string head_of(const OptionOutline& option) {
  std::string head;
  for (const std::string& name : option.names)
    head += (head.empty() ? "\\fB" : ", \\fB") + as_roff(name) + "\\fR";
  if (!option.value.empty() && !option.positional())
    head += " \\fI" + as_roff(option.value) + "\\fR";
  return head;
}

std::string about(const OptionOutline& option) {
  std::string text = option.description;
  for (std::size_t i = 0; i < option.choices.size(); ++i)
    text += (i == 0 ? ". One of " : ", ") + option.choices[i];
  if (!option.initial.empty()) text += ". Without it: " + option.initial;
  if (!option.environment.empty())
    text += ". The variable " + option.environment + " gives it, too";
  return as_sentence(text);
}

std::string options_of(const CommandOutline& command) {
  std::string out = ".SH OPTIONS\n";
  for (const OptionOutline& option : command.options)
    out += ".TP\n" + head_of(option) + "\n" + about(option);
  return out;
}

std::string commands_of(const CommandOutline& command) {
  if (command.subcommands.empty()) return "";
  std::string out = ".SH COMMANDS\n";
  for (const CommandOutline& below : command.subcommands)
    out += ".TP\n.BR " + as_roff(dashed(below.name)) + " (1)\n" + as_sentence(below.description);
  return out;
}

std::string examples_of(const CommandOutline& command) {
  if (command.examples.empty()) return "";
  return ".SH EXAMPLES\n.EX\n" + as_roff(command.examples) + "\n.EE\n";
}

constexpr std::string_view exit_status = R"(.SH EXIT STATUS
.TP
.B 0
Done.
.TP
.B 1
The input or the data are wrong.
.TP
.B 2
The command line is wrong.
.TP
.B 3
A limit or Ctrl\-C ended it.
.TP
.B 141
Nobody reads the output any more.
)";

} // namespace

std::string manual_file_name(const CommandOutline& command) {
  return dashed(command.name) + ".1";
}

std::string manual_page(const CommandOutline& command, std::string_view version) {
  const std::string name = dashed(command.name);
  std::string page =
      ".TH " + base::ascii_upper(name) + " 1 \"\" \"tela " + std::string(version) + "\"\n";
  page += ".SH NAME\n" + as_roff(name) + " \\- " + as_roff(command.description) + "\n";
  page += ".SH SYNOPSIS\n" + usage_of(command);
  page += ".SH DESCRIPTION\n" + as_sentence(command.description);
  page += commands_of(command) + options_of(command) + examples_of(command);
  return page.append(exit_status);
}

} // namespace tela::cli
