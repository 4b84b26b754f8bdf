#pragma once

#include "export/appearance.h"

#include <cstddef>
#include <span>
#include <vector>

namespace tela::export_ {

/// A rectangle, in points; y upwards.
struct Box {
  double left = 0, right = 0, bottom = 0, top = 0;

  [[nodiscard]] double width() const noexcept { return right - left; }
  [[nodiscard]] double height() const noexcept { return top - bottom; }
  [[nodiscard]] bool crosses(const Box& other) const noexcept {
    return left < other.right && other.left < right && bottom < other.top && other.bottom < top;
  }
};

/// Between circle and label, in points.
inline constexpr double label_gap = 1.65;

/// Around the circle of a node.
[[nodiscard]] Box circle_box(const NodeStyle& style);
/// Around its label, on the side where that stands.
[[nodiscard]] Box label_box(const NodeStyle& style);
/// Around all circles and labels. REQUIRES: nodes.
[[nodiscard]] Box picture_box(std::span<const NodeStyle> nodes);

/// Gives each label the first side (below, above, right, left) on which it lies over no circle,
/// over no label placed before, and within the picture; the labels of `order` first come first. A
/// label without such a side is left out, but for that of a central node, which then stands below.
/// Returns how many were left out. Cost: quadratic in the nodes.
std::size_t place_labels(std::span<const std::size_t> order, std::vector<NodeStyle>& nodes);

} // namespace tela::export_
