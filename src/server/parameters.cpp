#include "server/parameters.h"

#include <algorithm>

namespace tela::server {

void refuse_doubled(const Parameters& parameters, std::initializer_list<std::string_view> lists) {
  for (auto one = parameters.begin(); one != parameters.end(); ++one) {
    if (std::ranges::find(lists, one->first) != lists.end()) continue;
    const auto again = std::find_if(one + 1, parameters.end(),
                                    [&](const auto& p) { return p.first == one->first; });
    if (again != parameters.end())
      throw Refusal({400,
                     "the parameter " + one->first + " is there twice",
                     "give one of '" + one->second + "' and '" + again->second + "'",
                     {},
                     {}});
  }
}

void check_parameters(const Parameters& parameters, std::initializer_list<std::string_view> known,
                      std::initializer_list<std::string_view> lists) {
  for (const auto& [name, value] : parameters) {
    if (std::ranges::find(known, name) != known.end()) continue;
    if (std::ranges::find(lists, name) != lists.end()) continue;
    std::string choices;
    for (const auto& some : {known, lists})
      for (const std::string_view one : some)
        choices.append(choices.empty() ? "take " : ", ").append(one);
    throw Refusal({400, "there is no parameter " + name, choices, {}, {}});
  }
  refuse_doubled(parameters, lists);
}

} // namespace tela::server
