#pragma once

#include "publish/language.h"

#include <string>
#include <string_view>
#include <vector>

namespace tela::publish {

/// A thing beside the one that a picture is about.
struct Neighbour {
  LocalText name;
  LocalText tie;       ///< the property between them
  std::string address; ///< of its page, seen from the picture's
  bool points_here = false;
};

/// The most neighbours of each direction in a picture.
inline constexpr std::size_t most_of_a_direction = 8;

/// Appends an SVG element: the thing in the middle, on an arc to the right what it points to, on
/// one to the left what points to it, all as links; where one side is nearly empty, it takes some
/// of the other. Needs no style but the site's. `name` is that of the thing. Nothing when there are
/// no neighbours.
void append_ego_picture(std::string& out, const LocalText& name,
                        const std::vector<Neighbour>& neighbours);

} // namespace tela::publish
