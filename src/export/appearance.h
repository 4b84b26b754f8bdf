#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tela::export_ {

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
  bool operator==(const Colour&) const = default;
};

/// "#1f77b4".
[[nodiscard]] std::string hex(Colour colour);

/// Where a label stands, seen from its circle.
enum class LabelSide : std::uint8_t { below, above, right, left };

/// Where a node stands and how it looks. Lengths in points (1/72 inch), y upwards.
struct NodeStyle {
  double x = 0, y = 0;
  double diameter = 24;
  Colour fill{0x9e, 0xa9, 0xb5};
  std::string label{}; ///< as drawn beside the circle, lines parted by '\n'; empty: none
  LabelSide side = LabelSide::below;
  bool central = false; ///< the one that the picture is about: outlined, its label bold
};

struct LegendEntry {
  std::string text;
  Colour colour;
};

/// The looks of a whole graph, one style a node.
struct Appearance {
  std::vector<NodeStyle> nodes;
  std::string legend_title;
  std::vector<LegendEntry> legend; ///< what the colours mean
  double width = 0;                ///< of the finished picture, in points; 0: as it comes
  std::size_t left_out_labels = 0; ///< for which there was no room
  std::string title{};             ///< in place of the graph's own; empty: that
  std::string caption{};           ///< a line below everything: source and date; may be empty
  /// Gives an English word of pictures in the language of the labels; empty: English.
  std::function<std::string(std::string_view)> in_language{};
};

} // namespace tela::export_
