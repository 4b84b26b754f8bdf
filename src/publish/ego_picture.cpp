#include "publish/ego_picture.h"

#include "publish/html.h"
#include "publish/page_words.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

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

/// A name on at most two lines.
struct Lines {
  std::string_view first, second;
};

// Broken at the last space that fits.
Lines lines_of(std::string_view name) {
  const Cut start = cut(name, longest_line);
  if (start.left_out == 0) return {name, {}};
  Lines lines{start.text, {}};
  const bool ends_a_word = name[start.text.size()] == ' ';
  if (const auto space = start.text.rfind(' ');
      !ends_a_word && space != std::string_view::npos && space > 0)
    lines.first = start.text.substr(0, space);
  lines.second = name.substr(lines.first.size());
  if (lines.second.starts_with(' ')) lines.second.remove_prefix(1);
  return lines;
}

// The end of a text from a word on, as much as fits behind "…".
std::string_view end_of(std::string_view text) {
  while (cut(text, longest_line - 1).left_out > 0) {
    const auto space = text.find(' ');
    if (space == std::string_view::npos) return text;
    text.remove_prefix(space + 1);
  }
  return text;
}

/// Which names look the same when their end is cut off: they show it instead.
class CutNames {
 public:
  void add(const LocalText& name) {
    for (const std::string& text : name.text) names_[shown(text)].insert(text);
  }
  void write(HtmlWriter& html, std::string_view name, int x) const {
    const Lines lines = lines_of(name);
    const auto write_line = [&](std::string_view text, int shift) {
      html.element("tspan", {{"x", std::to_string(x)}, {"dy", std::to_string(shift)}},
                   [&] { html.text_cut(text, longest_line); });
    };
    write_line(lines.first, lines.second.empty() ? 0 : -line_height / 2);
    if (lines.second.empty()) return;
    const auto alike = names_.find(shown(name));
    const bool ends_tell = alike != names_.end() && alike->second.size() > 1 &&
                           cut(lines.second, longest_line).left_out > 0;
    write_line(ends_tell ? "…" + std::string(end_of(lines.second)) : std::string(lines.second),
               line_height);
  }

 private:
  static std::string shown(std::string_view name) {
    const Lines lines = lines_of(name);
    return std::string(lines.first) + '\n' + std::string(cut(lines.second, longest_line).text);
  }
  std::map<std::string, std::set<std::string>> names_; // by what is shown of them
};

/// Who stands on one side.
using Side = std::vector<const Neighbour*>;

/// The relations of a picture by colour; those beyond the colours share the last.
class Relations {
 public:
  explicit Relations(const std::vector<Neighbour>& neighbours) {
    for (const Neighbour& neighbour : neighbours)
      if (names_.size() < colours && colour_of(neighbour) == names_.size())
        names_.push_back(&neighbour.tie);
  }
  [[nodiscard]] std::size_t colour_of(const Neighbour& neighbour) const {
    const auto found = std::ranges::find_if(
        names_, [&](const LocalText* name) { return name->text == neighbour.tie.text; });
    return static_cast<std::size_t>(found - names_.begin());
  }
  [[nodiscard]] std::string class_of(const Neighbour& neighbour) const {
    return "role-" + std::to_string(std::min(colour_of(neighbour), colours - 1));
  }
  [[nodiscard]] const std::vector<const LocalText*>& names() const { return names_; }

 private:
  static constexpr std::size_t colours = 6; // classes role-0 … in style.css
  std::vector<const LocalText*> names_;
};

std::string title_of(const Neighbour& neighbour, std::size_t language) {
  return std::string(cut(neighbour.name.text[language], 200).text) + " (" +
         std::string(cut(neighbour.tie.text[language], 80).text) + ')';
}

void write_neighbour(HtmlWriter& html, const Neighbour& neighbour, const Relations& relations,
                     const CutNames& names, Point at, int height) {
  const bool left = at.x < centre_x;
  html.single("line", {{"class", "tie"},
                       {"x1", std::to_string(centre_x)},
                       {"y1", std::to_string(height / 2)},
                       {"x2", std::to_string(at.x)},
                       {"y2", std::to_string(at.y)}});
  html.element("a", {{"href", neighbour.address}}, [&] {
    write_title(html, "", [&](std::size_t language) { return title_of(neighbour, language); });
    html.single("circle", {{"class", relations.class_of(neighbour)},
                           {"r", "7"},
                           {"cx", std::to_string(at.x)},
                           {"cy", std::to_string(at.y)}});
    const int x = at.x + (left ? -12 : 12);
    html.element(
        "text", {{"text-anchor", left ? "end" : "start"}, {"y", std::to_string(at.y + 4)}}, [&] {
          write_local(html, neighbour.name, "tspan",
                      [&](HtmlWriter& to, std::string_view name) { names.write(to, name, x); });
        });
  });
  html.line();
}

void write_side(HtmlWriter& html, const Side& side, const Relations& relations,
                const CutNames& names, bool left, int height) {
  for (std::size_t rank = 0; rank < side.size(); ++rank)
    write_neighbour(html, *side[rank], relations, names, place(rank, side.size(), height, left),
                    height);
}

void write_legend(HtmlWriter& html, const Relations& relations) {
  html.element("p", {{"class", "legend"}}, [&] {
    for (std::size_t i = 0; i < relations.names().size(); ++i) {
      html.element("span", {{"class", "dot role-" + std::to_string(i)}}, "");
      html.text(" ");
      write_local(html, *relations.names()[i]);
      html.text(" ");
    }
  });
  html.line();
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

void write_ego_picture(HtmlWriter& html, const LocalText& name,
                       const std::vector<Neighbour>& neighbours) {
  if (neighbours.empty()) return;
  Side left, right;
  for (const Neighbour& neighbour : neighbours)
    (neighbour.points_here ? left : right).push_back(&neighbour);
  even_out(left, right);
  const Relations relations(neighbours);
  CutNames names;
  names.add(name);
  for (const Neighbour& neighbour : neighbours) names.add(neighbour.name);
  const std::size_t rows = std::max<std::size_t>(std::max(left.size(), right.size()), 3);
  const int height = row_height * static_cast<int>(rows);
  const std::string box = "0 0 " + std::to_string(width) + ' ' + std::to_string(height);
  html.element(
      "svg",
      {{"class", "ego"}, {"role", "group"}, {"aria-labelledby", "ego-title"}, {"viewBox", box}},
      [&] {
        html.line();
        write_title(html, "ego-title", [&](std::size_t language) {
          return std::string(word("around")[language]) + ": " +
                 std::string(cut(name.text[language], 200).text);
        });
        html.line();
        write_side(html, left, relations, names, true, height);
        write_side(html, right, relations, names, false, height);
        html.single("circle", {{"class", "centre"},
                               {"r", "13"},
                               {"cx", std::to_string(centre_x)},
                               {"cy", std::to_string(height / 2)}});
      });
  html.line();
  write_legend(html, relations);
}

} // namespace tela::publish
