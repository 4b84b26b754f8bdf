#include "cli/record_lines.h"

#include <algorithm>
#include <array>

namespace tela::cli {

namespace {

constexpr std::array<bool, 256> make_separators() {
  std::array<bool, 256> table{};
  for (const char c : std::string_view(" \t\r\n\"'<>,;()[]{}|"))
    table.at(static_cast<unsigned char>(c)) = true;
  return table;
}
constexpr auto separators = make_separators();

bool is_separator(char c) {
  return separators.at(static_cast<unsigned char>(c));
}

bool is_reference(std::string_view before) {
  return before.ends_with("ref=\"") || before.ends_with("ref='");
}

} // namespace

void find_lines(std::string_view content, NameLines& names) {
  std::uint64_t line = 1;
  std::size_t missing = names.size();
  const char* const end = content.data() + content.size();
  for (const char* at = content.data(); at != end && missing > 0;) {
    const char* const stop = std::find_if(at, end, is_separator);
    const auto found = names.find({at, static_cast<std::size_t>(stop - at)});
    if (found != names.end() && found->second == 0 &&
        !is_reference({content.data(), static_cast<std::size_t>(at - content.data())})) {
      found->second = line;
      --missing;
    }
    if (stop == end) return;
    line += *stop == '\n' ? 1 : 0;
    at = stop + 1;
  }
}

} // namespace tela::cli
