#include "export/label_placement.h"

#include "export/label_lines.h"

#include <algorithm>
#include <array>

namespace tela::export_ {

Box circle_box(const NodeStyle& style) {
  const double radius = style.diameter / 2;
  return {style.x - radius, style.x + radius, style.y - radius, style.y + radius};
}

Box label_box(const NodeStyle& style) {
  const LabelSize size = size_of_lines(style.label);
  const Box circle = circle_box(style);
  const auto centred = [&](double bottom) {
    return Box{style.x - size.width / 2, style.x + size.width / 2, bottom, bottom + size.height};
  };
  const auto beside = [&](double left) {
    return Box{left, left + size.width, style.y - size.height / 2, style.y + size.height / 2};
  };
  switch (style.side) {
  case LabelSide::above:
    return centred(circle.top + label_gap);
  case LabelSide::right:
    return beside(circle.right + label_gap);
  case LabelSide::left:
    return beside(circle.left - label_gap - size.width);
  case LabelSide::below:
    break;
  }
  return centred(circle.bottom - label_gap - size.height);
}

Box picture_box(std::span<const NodeStyle> nodes) {
  Box all = circle_box(nodes.front());
  const auto take = [&all](const Box& box) {
    all = {std::min(all.left, box.left), std::max(all.right, box.right),
           std::min(all.bottom, box.bottom), std::max(all.top, box.top)};
  };
  for (const NodeStyle& style : nodes) {
    take(circle_box(style));
    if (!style.label.empty()) take(label_box(style));
  }
  return all;
}

std::size_t place_labels(std::span<const std::size_t> order, std::vector<NodeStyle>& nodes) {
  const Box picture = picture_box(nodes);
  std::vector<Box> taken;
  for (const NodeStyle& style : nodes) taken.push_back(circle_box(style));
  std::size_t left_out = 0;
  for (const std::size_t n : order) {
    NodeStyle& style = nodes[n];
    if (style.label.empty()) continue;
    const auto is_free = [&](LabelSide side) {
      style.side = side;
      const Box box = label_box(style);
      return box.left >= picture.left && box.right <= picture.right &&
             std::ranges::none_of(taken, [&](const Box& other) { return box.crosses(other); });
    };
    constexpr std::array sides{LabelSide::below, LabelSide::above, LabelSide::right,
                               LabelSide::left};
    if (std::ranges::none_of(sides, is_free)) {
      style.side = LabelSide::below;
      if (!style.central) {
        style.label.clear();
        ++left_out;
        continue;
      }
    }
    taken.push_back(label_box(style));
  }
  return left_out;
}

} // namespace tela::export_
