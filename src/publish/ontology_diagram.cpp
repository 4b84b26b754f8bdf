#include "publish/ontology_diagram.h"

#include "publish/html.h"
#include "publish/page_words.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace tela::publish {

namespace {

constexpr int box_width = 228, gap_x = 62, gap_y = 18;
constexpr int head_height = 26, row_height = 19, foot = 6;
constexpr std::size_t longest_row = 30, longest_head = 25; // code points
constexpr std::size_t colours = 6;                         // classes role-0 … in style.css

bool is_a(const OntologyTerm& term, std::string_view ending) {
  return std::ranges::any_of(term.types,
                             [&](const std::string& type) { return type.ends_with(ending); });
}

/// A class with what stands in its box.
struct Box {
  const OntologyTerm* term = nullptr;
  std::vector<const OntologyTerm*> parts, properties;
  std::size_t column = 0;
  int x = 0, y = 0;

  [[nodiscard]] int height() const {
    return head_height + row_height * static_cast<int>(parts.size() + properties.size()) + foot;
  }
  /// The middle of a property's row.
  [[nodiscard]] int row_y(std::size_t property) const {
    return y + head_height + row_height * static_cast<int>(parts.size() + property) +
           row_height / 2;
  }
};

class Diagram {
 public:
  explicit Diagram(const OntologyTerms& terms) : terms_(terms) {
    for (const auto& [iri, term] : terms.all())
      if (is_shown(term)) place(term);
    for (const auto& [iri, term] : terms.all())
      if (term.own && is_a(term, "#ObjectProperty"))
        if (Box* box = box_of(term.domains)) box->properties.push_back(&term);
    set_columns();
    set_places();
  }

  void write(HtmlWriter& html) const {
    const std::string size = "0 0 " + std::to_string(width_) + ' ' + std::to_string(height_);
    html.element("svg",
                 {{"class", "diagram"},
                  {"role", "group"},
                  {"aria-labelledby", "diagram-title"},
                  {"viewBox", size}},
                 [&] {
                   write_title(html, "diagram-title", [&](std::size_t language) {
                     return std::string(word("diagram")[language]);
                   });
                   html.line();
                   for (const auto& [iri, box] : boxes_) write_lines(html, box);
                   for (const auto& [iri, box] : boxes_) write_box(html, box);
                 });
    html.line();
  }

 private:
  // The ontology's own classes, and those of others that its properties are said of.
  [[nodiscard]] bool is_shown(const OntologyTerm& term) const {
    if (term.own) return is_a(term, "#Class");
    return std::ranges::any_of(terms_.all(), [&](const auto& entry) {
      const auto& domains = entry.second.domains;
      return entry.second.own && std::ranges::find(domains, term.iri) != domains.end();
    });
  }

  // The class that a class is part of in the end: State is part of Country.
  [[nodiscard]] const OntologyTerm& top(const OntologyTerm& term) const {
    const OntologyTerm* at = &term;
    std::set<const OntologyTerm*> seen;
    while (seen.insert(at).second)
      for (const std::string& iri : at->broader)
        if (const OntologyTerm* broader = terms_.find(iri); broader && is_shown(*broader)) {
          at = broader;
          break;
        }
    return *at;
  }

  void place(const OntologyTerm& term) {
    const OntologyTerm& head = top(term);
    Box& box = boxes_[head.iri];
    box.term = &head;
    if (&head != &term) box.parts.push_back(&term);
  }

  // The box that has one of the classes, or null.
  template<class Boxes>
  static auto find_box(Boxes& boxes, const Diagram& diagram,
                       const std::vector<std::string>& classes) {
    for (const std::string& iri : classes)
      if (const OntologyTerm* term = diagram.terms_.find(iri); term && diagram.is_shown(*term))
        if (const auto box = boxes.find(diagram.top(*term).iri); box != boxes.end())
          return &box->second;
    return decltype(&boxes.begin()->second){};
  }
  [[nodiscard]] Box* box_of(const std::vector<std::string>& classes) {
    return find_box(boxes_, *this, classes);
  }
  [[nodiscard]] const Box* box_of(const std::vector<std::string>& classes) const {
    return find_box(boxes_, *this, classes);
  }

  // To the right of all that lead here; a round that comes back ends the search.
  void set_columns() {
    for (std::size_t round = 0; round < boxes_.size(); ++round)
      for (auto& [iri, from] : boxes_)
        for (const OntologyTerm* property : from.properties)
          if (Box* to = box_of(property->ranges); to && to != &from)
            to->column = std::max(to->column, std::min(from.column + 1, most_columns - 1));
  }

  void set_places() {
    std::vector<int> bottoms(most_columns, 0);
    for (const bool lonely : {false, true})
      for (auto& [iri, box] : boxes_) {
        if (box.properties.empty() && box.column == 0 ? !lonely : lonely) continue;
        box.x = static_cast<int>(box.column) * (box_width + gap_x);
        box.y = bottoms[box.column];
        bottoms[box.column] += box.height() + gap_y;
        width_ = std::max(width_, box.x + box_width);
        height_ = std::max(height_, box.y + box.height());
      }
  }

  void write_lines(HtmlWriter& html, const Box& box) const {
    for (std::size_t i = 0; i < box.properties.size(); ++i) {
      const Box* to = box_of(box.properties[i]->ranges);
      if (to == nullptr || to == &box) continue;
      const int x1 = box.x + box_width, y1 = box.row_y(i), x2 = to->x, y2 = to->y + head_height / 2;
      const auto text = [](int number) { return std::to_string(number); };
      html.single("path", {{"class", "line-" + std::to_string(colour_of(*to))},
                           {"d", "M" + text(x1) + ' ' + text(y1) + 'C' + text(x1 + gap_x / 2) +
                                     ' ' + text(y1) + ' ' + text(x2 - gap_x / 2) + ' ' + text(y2) +
                                     ' ' + text(x2) + ' ' + text(y2)}});
      html.line();
    }
  }

  // Lines to one box have one colour.
  [[nodiscard]] std::size_t colour_of(const Box& box) const {
    std::size_t place = 0;
    for (const auto& [iri, other] : boxes_) {
      if (&other == &box) break;
      if (other.column > 0) ++place;
    }
    return place % colours;
  }

  void write_box(HtmlWriter& html, const Box& box) const {
    const auto number = [](int value) { return std::to_string(value); };
    html.single("rect", {{"x", number(box.x)},
                         {"y", number(box.y)},
                         {"width", number(box_width)},
                         {"height", number(box.height())},
                         {"rx", "5"}});
    html.element("a", {{"href", '#' + OntologyTerms::anchor_of(*box.term)}},
                 [&] { write_row(html, *box.term, "head", box.x + 10, box.y + 18, ""); });
    int y = box.y + head_height;
    for (const OntologyTerm* part : box.parts)
      write_row(html, *part, "part", box.x + 10, (y += row_height) - 6, "▹ ");
    for (const OntologyTerm* property : box.properties)
      write_row(html, *property, "property", box.x + 10, (y += row_height) - 6, "");
    html.line();
  }

  static void write_row(HtmlWriter& html, const OntologyTerm& term, std::string_view style, int x,
                        int y, std::string_view mark) {
    html.element(
        "text", {{"class", style}, {"x", std::to_string(x)}, {"y", std::to_string(y)}}, [&] {
          html.text(mark);
          write_local(html, term.label, "tspan", style == "head" ? longest_head : longest_row);
        });
  }

  static constexpr std::size_t most_columns = 6;
  const OntologyTerms& terms_;
  std::map<std::string, Box> boxes_; // by IRI of the class
  int width_ = 0, height_ = 0;
};

} // namespace

void write_ontology_diagram(HtmlWriter& html, const OntologyTerms& terms) {
  write_word(html, "h2", {{"id", "diagram"}}, "diagram");
  html.element(
      "div",
      {{"class", "scroll"}, {"role", "group"}, {"aria-labelledby", "diagram"}, {"tabindex", "0"}},
      [&] { Diagram(terms).write(html); });
  html.line();
}

} // namespace tela::publish
