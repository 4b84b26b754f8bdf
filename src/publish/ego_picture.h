#pragma once

#include "publish/html_writer.h"
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

/// Writes an SVG element: the thing in the middle, on an arc to the right what it points to, on
/// one to the left what points to it, all as links; where one side is nearly empty, it takes some
/// of the other. Colours tell the relations apart, and a legend says which is which. `name` is that
/// of the thing. Nothing when there are no neighbours.
void write_ego_picture(HtmlWriter& html, const LocalText& name,
                       const std::vector<Neighbour>& neighbours);

} // namespace tela::publish
