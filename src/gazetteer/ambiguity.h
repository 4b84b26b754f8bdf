#pragma once

#include "gazetteer/gazetteer.h"
#include "gazetteer/lexicon.h"
#include "gazetteer/passage.h"

#include <cstdint>
#include <string_view>

namespace tela::gazetteer {

/// How a phrase that can name a state is read where it stands.
struct Reading {
  enum class Kind : std::uint8_t {
    nothing, ///< no name: lower case, part of another name, a person, an office
    state,
    state_in_list, ///< a state only if other states stand beside it in a list
    city,
    demonym,
  };
  static constexpr std::uint16_t none = static_cast<std::uint16_t>(-1);

  Kind kind = Kind::nothing;
  std::uint16_t state = 0;       ///< index into Gazetteer::states()
  std::uint16_t unlisted = none; ///< of state_in_list: what it is outside lists
  std::string_view rule;
  double score = 0;
};

/// Reads the phrase tokens[range). The rules, in this order:
///  - names are capitalised; acronyms are capitals, and not amid words in capitals;
///  - a name directly behind "OIM", "IOM" … is an office, not the state;
///  - a given or family name (Jordan, Dominique, Israel) beside another unknown capitalised word is
///    a person;
///  - names that are more often something else (San Martín) count only in lists of states, everyday
///    words (Réunion) never alone;
///  - a name of both a state and a territory (Guyane) is the state in lists, else the territory;
///  - in French "à Panama", "à Mexico" is the city: of states with an article one says "au";
///  - of a name and an adjective spelt alike, capitals mean the state where the name belongs to the
///    page's language, or the adjective does not;
///  - names of the page's language come before others; a short or a former name counts a little
///  less.
[[nodiscard]] Reading read_name(const Passage& passage, Range range,
                                std::span<const Meaning> meanings, const Gazetteer& gazetteer);

} // namespace tela::gazetteer
