#include "publish/ego_picture.h"

#include "publish/html.h"
#include "publish/ui_text.h"

#include <algorithm>
#include <cmath>

namespace tela::publish {

namespace {

constexpr int width = 480;
constexpr int row_height = 40;
constexpr int line_height = 14;
constexpr int centre_x = width / 2;
constexpr int arc_radius = 72;           // horizontally, of the arcs on which the neighbours stand
constexpr std::size_t longest_line = 19; // code points

struct Point {
  int x = 0, y = 0;
};

// Where neighbour number `rank` of `count` stands on its side.
Point place(std::size_t rank, std::size_t count, int height, bool left) {
  const double slot = static_cast<double>(height) / static_cast<double>(count);
  const double y = (static_cast<double>(rank) + 0.5) * slot;
  const double off = (y - height / 2.0) / (height / 2.0);
  const double x = arc_radius * std::sqrt(std::max(0.0, 1 - 0.6 * off * off));
  return {centre_x + static_cast<int>(std::lround(left ? -x : x)),
          static_cast<int>(std::lround(y))};
}

void attribute(std::string& out, std::string_view name, int value) {
  (((out += ' ') += name) += "=\"") += std::to_string(value) + '"';
}

// A name on at most two lines, broken at the last space that fits.
void append_lines(std::string& out, std::string_view name, int x) {
  const Cut first = cut(name, longest_line);
  std::string_view line = first.text, rest;
  if (first.left_out > 0) {
    if (const auto space = line.rfind(' '); space != std::string_view::npos && space > 0)
      line = line.substr(0, space);
    rest = name.substr(line.size());
    if (rest.starts_with(' ')) rest.remove_prefix(1);
  }
  const auto append_line = [&](std::string_view text, int shift) {
    out += "<tspan";
    attribute(out, "x", x);
    attribute(out, "dy", shift);
    out += '>';
    append_html_cut(out, text, longest_line);
    out += "</tspan>";
  };
  append_line(line, rest.empty() ? 0 : -line_height / 2);
  if (!rest.empty()) append_line(rest, line_height);
}

/// Who stands on one side.
using Side = std::vector<const Neighbour*>;

void append_neighbour(std::string& out, const Neighbour& neighbour, Point at, int height) {
  const bool left = at.x < centre_x;
  out += "<line class=\"tie\"";
  attribute(out, "x1", centre_x);
  attribute(out, "y1", height / 2);
  attribute(out, "x2", at.x);
  attribute(out, "y2", at.y);
  out += "/><a href=\"";
  append_html(out, neighbour.address);
  out += "\">";
  append_title(out, "", [&](std::string& title, std::size_t language) {
    append_html_cut(title, neighbour.name.text[language], 200);
    title += " (";
    append_html_cut(title, neighbour.tie.text[language], 80);
    title += ')';
  });
  out += neighbour.points_here ? "<circle class=\"from\" r=\"7\"" : "<circle class=\"to\" r=\"7\"";
  attribute(out, "cx", at.x);
  attribute(out, "cy", at.y);
  out += left ? "/><text text-anchor=\"end\"" : "/><text";
  attribute(out, "y", at.y + 4);
  out += '>';
  const int x = at.x + (left ? -12 : 12);
  append_local(out, neighbour.name, "tspan",
               [&](std::string& to, std::string_view name) { append_lines(to, name, x); });
  out += "</text></a>\n";
}

void append_side(std::string& out, const Side& side, bool left, int height) {
  for (std::size_t rank = 0; rank < side.size(); ++rank)
    append_neighbour(out, *side[rank], place(rank, side.size(), height, left), height);
}

void append_legend(std::string& out, const std::vector<Neighbour>& neighbours) {
  out += "<p class=\"legend\">";
  if (std::ranges::any_of(neighbours, &Neighbour::points_here)) {
    out += "<span class=\"dot from\"></span> ";
    append_phrase(out, ui::points_here);
    out += ' ';
  }
  if (!std::ranges::all_of(neighbours, &Neighbour::points_here)) {
    out += "<span class=\"dot to\"></span> ";
    append_phrase(out, ui::points_there);
  }
  out += "</p>\n";
}

// Where one side has much more to show, the other lends it room; colours still tell the direction.
void even_out(Side& left, Side& right) {
  Side& fuller = left.size() > right.size() ? left : right;
  Side& emptier = left.size() > right.size() ? right : left;
  while (fuller.size() > emptier.size() + 1) {
    emptier.push_back(fuller.back());
    fuller.pop_back();
  }
}

} // namespace

void append_ego_picture(std::string& out, const LocalText& name,
                        const std::vector<Neighbour>& neighbours) {
  if (neighbours.empty()) return;
  Side left, right;
  for (const Neighbour& neighbour : neighbours)
    (neighbour.points_here ? left : right).push_back(&neighbour);
  even_out(left, right);
  const std::size_t rows = std::max<std::size_t>(std::max(left.size(), right.size()), 3);
  const int height = row_height * static_cast<int>(rows);
  out += "<svg class=\"ego\" role=\"group\" aria-labelledby=\"ego-title\" viewBox=\"0 0 ";
  out += std::to_string(width) + ' ' + std::to_string(height) + "\">\n";
  append_title(out, "ego-title", [&](std::string& title, std::size_t language) {
    append_html(title, ui::around[language]);
    title += ": ";
    append_html_cut(title, name.text[language], 200);
  });
  out += '\n';
  append_side(out, left, true, height);
  append_side(out, right, false, height);
  out += "<circle class=\"centre\" r=\"13\"";
  attribute(out, "cx", centre_x);
  attribute(out, "cy", height / 2);
  out += "/>\n</svg>\n";
  append_legend(out, neighbours);
}

} // namespace tela::publish
