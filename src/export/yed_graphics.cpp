#include "export/yed_graphics.h"

#include "export/text_output.h"

#include <algorithm>
#include <cmath>

namespace tela::export_ {

std::uint64_t append_yed_node(std::string& out, std::string_view label, const NodeStyle& style) {
  const auto attribute = [&](std::string_view name, double value) {
    out.append(" ").append(name).append("=\"");
    append_number(out, value);
    out += '"';
  };
  out += "<data key=\"nodegraphics\"><y:ShapeNode><y:Geometry";
  attribute("height", style.diameter);
  attribute("width", style.diameter);
  attribute("x", style.x - style.diameter / 2);
  attribute("y", -style.y - style.diameter / 2); // yEd's y grows downwards
  out.append("/><y:Fill color=\"").append(hex(style.fill));
  out += "\" transparent=\"false\"/><y:BorderStyle color=\"#333333\" type=\"line\" width=\"1.0\"/>"
         "<y:NodeLabel modelName=\"sides\" modelPosition=\"s\" fontSize=\"11\">";
  const std::uint64_t replaced = append_xml(out, label);
  out += "</y:NodeLabel><y:Shape type=\"ellipse\"/></y:ShapeNode></data>";
  return replaced;
}

void append_yed_edge(std::string& out, double weight, network::Direction direction) {
  const double width = std::isfinite(weight) ? std::clamp(std::log2(1 + weight), 0.5, 8.0) : 1.0;
  out += "<data key=\"edgegraphics\"><y:PolyLineEdge><y:LineStyle color=\"#8090a0\" type=\"line\" "
         "width=\"";
  append_number(out, width);
  out += "\"/><y:Arrows source=\"none\" target=\"";
  out += direction == network::Direction::directed ? "standard" : "none";
  out += "\"/></y:PolyLineEdge></data>";
}

} // namespace tela::export_
