#include "gazetteer/state_codes.h"

#include <algorithm>
#include <string>

namespace tela::gazetteer {

namespace {

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}
bool is_capital(char byte) {
  return byte >= 'A' && byte <= 'Z';
}
bool parts_codes(char byte) {
  return std::string_view(" ,;/|\n\t\r").find(byte) != std::string_view::npos;
}

bool has_shape(std::string_view word) {
  const bool letters = std::all_of(word.begin(), word.end(), is_capital);
  const bool digits = std::all_of(word.begin(), word.end(), is_digit);
  return (letters && (word.size() == 2 || word.size() == 3)) || (digits && word.size() <= 3);
}

const State* with_code(std::string_view code, const Gazetteer& gazetteer) {
  std::string number(code); // spreadsheets drop the zeros of "008"
  if (is_digit(code.front())) number.insert(0, 3 - code.size(), '0');
  for (const State& state : gazetteer.states())
    if (state.iso2 == code || state.iso3 == code || (!state.m49.empty() && state.m49 == number))
      return &state;
  return nullptr;
}

bool is_word_of_tables(std::string_view code) {
  return code == "NA" || code == "NO";
}

} // namespace

std::optional<std::vector<StateCode>> read_state_codes(std::string_view list,
                                                       const Gazetteer& gazetteer) {
  std::vector<StateCode> codes;
  for (std::size_t at = 0; at < list.size();) {
    const auto* const first = list.begin() + at;
    const auto* const last = std::find_if(first, list.end(), parts_codes);
    const auto end = static_cast<std::size_t>(last - list.begin());
    if (const auto word = list.substr(at, end - at); !word.empty()) {
      if (!has_shape(word)) return {};
      codes.push_back({at, end, with_code(word, gazetteer)});
    }
    at = end + 1;
  }
  const bool any = std::any_of(codes.begin(), codes.end(),
                               [](const StateCode& code) { return code.state != nullptr; });
  if (!any) return {};
  if (codes.size() == 1 && is_word_of_tables(codes.front().state->iso2) &&
      codes.front().end - codes.front().start == 2)
    codes.front().state = nullptr;
  return codes;
}

} // namespace tela::gazetteer
