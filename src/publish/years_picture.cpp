#include "publish/years_picture.h"

#include "publish/html.h"
#include "publish/page_words.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace tela::publish {

namespace {

constexpr int width = 720;
constexpr int label_width = 190;
constexpr int row_height = 18;
constexpr int top = 22;
constexpr std::size_t most_lines = 60;
constexpr std::size_t longest_label = 28; // code points
constexpr std::size_t colours = 6;        // classes role-0 … in style.css

/// One stretch of years, and what it was.
struct Stretch {
  int from = 0;
  std::optional<int> to;
  std::size_t colour = 0;
};

struct Line {
  rdf::Id thing;
  std::vector<Stretch> stretches;
};

struct Picture {
  std::vector<Line> lines;
  std::vector<rdf::Id> roles; ///< by colour
  int first = 0, last = 0;    ///< years

  [[nodiscard]] int x(int year) const {
    return label_width + (year - first) * (width - label_width - 10) / std::max(last - first, 1);
  }
};

std::optional<int> year_of(const Links& page, rdf::Id value) {
  if (!value.defined()) return std::nullopt;
  const std::string& text = page.naming.terms()(value).value;
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(year)
                                                                  : std::nullopt;
}

std::size_t colour_of(Picture& picture, rdf::Id role) {
  auto found = std::ranges::find(picture.roles, role);
  if (found == picture.roles.end() && picture.roles.size() < colours)
    found = picture.roles.insert(picture.roles.end(), role);
  return std::min(static_cast<std::size_t>(found - picture.roles.begin()), colours - 1);
}

void add(Picture& picture, rdf::Id thing, Stretch stretch) {
  auto line = std::ranges::find(picture.lines, thing, &Line::thing);
  if (line == picture.lines.end()) {
    if (picture.lines.size() == most_lines) return;
    line = picture.lines.insert(picture.lines.end(), {thing, {}});
  }
  line->stretches.push_back(stretch);
  const int last = stretch.to.value_or(stretch.from);
  picture.first = picture.first == 0 ? stretch.from : std::min(picture.first, stretch.from);
  picture.last = std::max(picture.last, last);
}

rdf::Id first_of(const Column& column, const Row& row) {
  return column.properties.empty() ? rdf::Id{} : row.first(column.properties.front());
}

bool is_lasting(const Links& page, rdf::Id role, std::span<const std::string> lasting) {
  return role.defined() &&
         std::ranges::find(lasting, page.naming.terms()(role).value) != lasting.end();
}

Picture picture_of(const Links& page, std::span<const Column> columns, std::span<const Row> rows,
                   std::span<const std::string> lasting) {
  Picture picture;
  const auto span = std::ranges::find(columns, Show::span, &Column::show);
  if (span == columns.end() || span->properties.size() < 2 || columns.size() < 2) return picture;
  for (const Row& row : rows) {
    const auto from = year_of(page, row.first(span->properties[0]));
    const rdf::Id thing = first_of(columns[0], row);
    if (!from || !thing.defined()) continue;
    const rdf::Id role = first_of(columns[1], row);
    auto to = year_of(page, row.first(span->properties[1]));
    if (!to && !is_lasting(page, role, lasting)) to = from;
    add(picture, thing, {*from, to, colour_of(picture, role)});
  }
  return picture;
}

void write_scale(HtmlWriter& html, const Picture& picture, int height) {
  const int years = picture.last - picture.first;
  const int step = years > 60 ? 20 : years > 24 ? 10 : years > 10 ? 5 : 1;
  for (int year = (picture.first + step - 1) / step * step; year <= picture.last; year += step) {
    const std::string x = std::to_string(picture.x(year));
    html.single("line", {{"class", "year"},
                         {"x1", x},
                         {"x2", x},
                         {"y1", std::to_string(top - 6)},
                         {"y2", std::to_string(height)}});
    html.element("text", {{"x", x}, {"y", "12"}, {"text-anchor", "middle"}}, std::to_string(year));
  }
  html.line();
}

void write_stretch(HtmlWriter& html, const Picture& picture, const Stretch& stretch, int y) {
  const int from = picture.x(stretch.from);
  const int to = picture.x(stretch.to.value_or(picture.last));
  html.single("rect",
              {{"class", "role-" + std::to_string(stretch.colour) + (stretch.to ? "" : " open")},
               {"x", std::to_string(from)},
               {"y", std::to_string(y)},
               {"width", std::to_string(std::max(to - from, 4))},
               {"height", "9"},
               {"rx", "2"}});
}

void write_line(HtmlWriter& html, const Links& page, const Picture& picture, const Line& line,
                int y) {
  html.element("text",
               {{"x", std::to_string(label_width - 8)},
                {"y", std::to_string(y + 9)},
                {"text-anchor", "end"}},
               [&] { write_local(html, page.naming.name(line.thing), "tspan", longest_label); });
  // Short stretches stand in front of long ones.
  std::vector<Stretch> stretches = line.stretches;
  std::ranges::stable_sort(stretches, std::ranges::greater(), [&](const Stretch& one) {
    return one.to.value_or(picture.last) - one.from;
  });
  for (const Stretch& stretch : stretches) write_stretch(html, picture, stretch, y);
  html.line();
}

void write_legend(HtmlWriter& html, const Links& page, const Picture& picture) {
  html.element("p", {{"class", "legend"}}, [&] {
    for (std::size_t i = 0; i < picture.roles.size(); ++i) {
      if (!picture.roles[i].defined()) continue;
      html.element("span", {{"class", "dot role-" + std::to_string(i)}}, "");
      html.text(" ");
      write_local(html, page.naming.name(picture.roles[i]));
      html.text(" ");
    }
  });
  html.line();
}

} // namespace

void write_years_picture(HtmlWriter& html, const Links& page, std::span<const Column> columns,
                         std::span<const Row> rows, std::span<const std::string> lasting) {
  const Picture picture = picture_of(page, columns, rows, lasting);
  if (picture.lines.size() < 3 || picture.last <= picture.first) return;
  const int height = top + row_height * static_cast<int>(picture.lines.size());
  const std::string box = "0 0 " + std::to_string(width) + ' ' + std::to_string(height);
  html.element("div",
               {{"class", "scroll"},
                {"role", "group"},
                {"aria-labelledby", "years-title"},
                {"tabindex", "0"}},
               [&] {
                 html.element("svg",
                              {{"class", "years"},
                               {"role", "img"},
                               {"aria-labelledby", "years-title"},
                               {"viewBox", box}},
                              [&] {
                                write_title(html, "years-title", [](std::size_t i) {
                                  return std::string(word("years-picture")[i]);
                                });
                                html.line();
                                write_scale(html, picture, height);
                                int y = top;
                                for (const Line& line : picture.lines) {
                                  write_line(html, page, picture, line, y);
                                  y += row_height;
                                }
                              });
               });
  html.line();
  write_legend(html, page, picture);
}

} // namespace tela::publish
