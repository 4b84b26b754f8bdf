#include "cli/completion_script.h"

#include <string_view>
#include <vector>

namespace tela::cli {

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

// A single quote ends the string, an escaped one stands alone, and another opens it again: so in
// all three shells.
std::string in_quotes(std::string_view text) {
  std::string out = "'";
  for (const char c : text)
    if (c == '\'')
      out += "'\\''";
    else
      out += c;
  return out + "'";
}

std::string_view last_word(std::string_view name) {
  return name.substr(name.find_last_of(' ') + 1);
}

std::vector<std::string> subcommand_names(const CommandOutline& command) {
  std::vector<std::string> names;
  for (const CommandOutline& below : command.subcommands) names.emplace_back(last_word(below.name));
  return names;
}

std::vector<std::string> option_names(const CommandOutline& command) {
  std::vector<std::string> names;
  for (const OptionOutline& option : command.options)
    if (!option.positional()) names.insert(names.end(), option.names.begin(), option.names.end());
  return names;
}

// The lines of a case statement, in the syntax that bash and zsh share.
std::string known_commands(const CommandOutline& program) {
  std::string out;
  for_each_command(program, [&](const CommandOutline& command) {
    for (const CommandOutline& below : command.subcommands)
      out += "      " + in_quotes(below.name) + ") command=" + in_quotes(below.name) + " ;;\n";
  });
  return out;
}

std::string words_of_commands(const CommandOutline& program) {
  std::string out;
  for_each_command(program, [&](const CommandOutline& command) {
    out += "    " + in_quotes(command.name) +
           ") options=" + in_quotes(joined(option_names(command))) +
           " commands=" + in_quotes(joined(subcommand_names(command))) + " ;;\n";
  });
  return out;
}

std::string values_of_options(const CommandOutline& program) {
  std::string out;
  for_each_command(program, [&](const CommandOutline& command) {
    for (const OptionOutline& option : command.options) {
      if (option.positional() || option.value.empty()) continue;
      std::string patterns;
      for (const std::string& name : option.names)
        patterns += (patterns.empty() ? "" : "|") + in_quotes(command.name + " " + name);
      out += "    " + patterns + ") takes_value=1 choices=" + in_quotes(joined(option.choices)) +
             " ;;\n";
    }
  });
  return out;
}

// Sets command, options, commands, takes_value and choices from the words before the cursor.
std::string find_words(const CommandOutline& program) {
  return "    case \"$command $word\" in\n" + known_commands(program) +
         "    esac\n  done\n  case $command in\n" + words_of_commands(program) +
         "  esac\n  case \"$command $previous\" in\n" + values_of_options(program) + "  esac\n";
}

std::string fish_condition(const CommandOutline& program, const CommandOutline& command) {
  if (&command == &program) return in_quotes("__fish_use_subcommand");
  return in_quotes("__fish_seen_subcommand_from " + std::string(last_word(command.name)));
}

std::string fish_option(const std::string& head, const OptionOutline& option) {
  std::string line = head;
  for (const std::string& name : option.names)
    line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  if (!option.choices.empty())
    line += " -x -a " + in_quotes(joined(option.choices));
  else if (!option.value.empty())
    line += " -r";
  return line + " -d " + in_quotes(option.description) + "\n";
}

} // namespace

std::string bash_completion(const CommandOutline& program) {
  return "# bash completion of " + program.name + R"(

_tela() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
  local word command=)" +
         in_quotes(program.name) + R"( options= commands= takes_value= choices=
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
)" + find_words(program) +
         R"(  if [[ -n $takes_value ]]; then
    COMPREPLY=($(compgen -W "$choices" -- "$current"))
  elif [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$current"))
  else
    COMPREPLY=($(compgen -W "$commands" -- "$current"))
  fi
}
complete -o default -F _tela tela
)";
}

std::string zsh_completion(const CommandOutline& program) {
  return R"(#compdef tela
_tela() {
  local previous=${words[CURRENT-1]} word takes_value choices options commands
  local command=)" +
         in_quotes(program.name) + R"(
  for word in "${(@)words[2,CURRENT-1]}"; do
)" + find_words(program) +
         R"(  if [[ -n $takes_value ]]; then
    [[ -n $choices ]] && compadd -- ${=choices} || _files
  elif [[ $PREFIX == -* ]]; then
    compadd -- ${=options}
  else
    [[ -n $commands ]] && compadd -- ${=commands}
    _files
  fi
}
if [[ $funcstack[1] == _tela ]]; then _tela "$@"; else compdef _tela tela; fi
)";
}

std::string fish_completion(const CommandOutline& program) {
  std::string out = "# fish completion of " + program.name + "\n";
  for_each_command(program, [&](const CommandOutline& command) {
    const std::string head = "complete -c tela -n " + fish_condition(program, command);
    for (const CommandOutline& below : command.subcommands)
      out += head + " -a " + std::string(last_word(below.name)) + " -d " +
             in_quotes(below.description) + "\n";
    for (const OptionOutline& option : command.options)
      if (!option.positional()) out += fish_option(head, option);
  });
  return out;
}

} // namespace tela::cli
