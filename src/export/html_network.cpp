#include "export/html_network.h"

#include "base/json.h"
#include "base/sha256.h"
#include "export/embedded_page.h"
#include "export/label_lines.h"
#include "export/node_link_json.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tela::export_ {

namespace {

using network::Node;

std::string_view embedded(std::string_view name) {
  return std::ranges::find(embedded_page(), name, &base::EmbeddedFile::name)->content;
}

unsigned digit(char c) {
  return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
}

/// A digest as Content-Security-Policy has it: "'sha256-…'" in base 64.
std::string policy_hash(std::string_view text) {
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const std::string hexadecimal = base::sha256(text) + "0000"; // 32 bytes and two to fill up
  std::string result = "'sha256-";
  for (std::size_t at = 0; at + 6 <= hexadecimal.size(); at += 6) {
    unsigned bits = 0;
    for (std::size_t d = 0; d < 6; ++d) bits = bits << 4U | digit(hexadecimal[at + d]);
    for (const unsigned shift : {18U, 12U, 6U, 0U}) result += letters[bits >> shift & 63U];
  }
  result.back() = '='; // of 33 bytes only 32 are the digest's
  return result + "'";
}

struct Box {
  double left = std::numeric_limits<double>::max(), top = left;
  double right = std::numeric_limits<double>::lowest(), bottom = right;

  void take(double x, double y, double around) {
    left = std::min(left, x - around);
    right = std::max(right, x + around);
    top = std::min(top, y - around);
    bottom = std::max(bottom, y + around);
  }
};

class Page {
 public:
  Page(const network::GraphHead& graph, const network::EdgeTable& edges, const Appearance& looks,
       const ByteSink& sink)
      : graph_(graph), edges_(edges), looks_(looks), out_(sink) {
    for (std::size_t e = 0; e < edges_.size(); ++e) {
      lightest_ = e == 0 ? edges_[e].weight : std::min(lightest_, edges_[e].weight);
      heaviest_ = e == 0 ? edges_[e].weight : std::max(heaviest_, edges_[e].weight);
    }
  }

  WriteReport write(std::string_view language, const std::vector<Translation>& translations) {
    head(language, !translations.empty());
    picture();
    legend();
    tables();
    if (!translations.empty())
      json_block("languages", [&](const auto& put) {
        put(page_languages(graph_, edges_, looks_, language, translations));
      });
    return data();
  }

 private:
  void text(std::string_view content) {
    append_xml(out_.buffer(), content);
    out_.flush_if_full();
  }
  void word(std::string_view english) {
    text(sentence(looks_.in_language ? looks_.in_language(english) : std::string(english)));
  }
  [[nodiscard]] std::string title() const {
    return looks_.title.empty() ? sentence(graph_.title) : looks_.title;
  }
  void number(double value) { append_number(out_.buffer(), std::round(value * 100) / 100); }

  void head(std::string_view language, bool several) {
    const std::string_view style = embedded("network.css");
    out_ << "<!DOCTYPE html>\n<html lang=\"";
    text(language);
    out_ << "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
            "content=\"default-src 'none'; script-src "
         << policy_hash(embedded("network.js")) << "; style-src " << policy_hash(style)
         << "; base-uri 'none'; form-action 'none'\">\n<meta name=\"viewport\" "
            "content=\"width=device-width, initial-scale=1\">\n<title>";
    text(title());
    out_ << "</title>\n<style>" << style << "</style>\n</head>\n<body>\n<header>\n<h1>";
    text(title());
    out_ << "</h1>\n<form role=\"search\"><label for=\"find\">";
    word("search");
    out_ << "</label><input id=\"find\" name=\"find\" type=\"search\" list=\"labels\" "
            "autocomplete=\"off\"><datalist id=\"labels\">";
    for (Node n = 0; n < graph_.nodes.size(); ++n) {
      out_ << "<option value=\"";
      text(graph_.nodes[n].label);
      out_ << "\"></option>";
    }
    out_ << "</datalist></form>\n<div class=\"zoom\">";
    button("nearer", "+", "zoom in");
    button("farther", "−", "zoom out");
    button("whole", "⤢", "whole picture");
    out_ << "</div>\n";
    if (several) {
      out_ << "<div class=\"languages\" role=\"group\" aria-label=\"";
      word("language");
      out_ << "\"></div>\n"; // the script's buttons
    }
    out_ << "</header>\n<main>\n";
  }

  void button(std::string_view id, std::string_view sign, std::string_view name) {
    out_ << "<button type=\"button\" id=\"" << id << "\" aria-label=\"";
    word(name);
    out_ << "\">" << sign << "</button>";
  }

  void picture() {
    constexpr double margin = 40; // for the labels, which stand below and are wider
    Box box;
    for (const NodeStyle& style : looks_.nodes)
      box.take(style.x, -style.y, style.diameter / 2 + margin);
    if (looks_.nodes.empty()) box = {0, 0, 1, 1};
    out_ << "<div class=\"picture\">\n<svg role=\"group\" aria-label=\"";
    text(title());
    out_ << "\" viewBox=\"";
    for (const double side : {box.left, box.top, box.right - box.left}) {
      number(side);
      out_ << ' ';
    }
    number(box.bottom - box.top);
    out_ << "\">\n";
    for (std::size_t e = 0; e < edges_.size(); ++e) line(e);
    for (Node n = 0; n < graph_.nodes.size(); ++n) node(n);
    out_ << "</svg>\n<section class=\"panel\" tabindex=\"0\" aria-live=\"polite\" aria-label=\"";
    word("chosen");
    out_ << "\" data-ties=\"";
    word("ties");
    out_ << "\" data-nothing=\"";
    word("nothing found");
    out_ << "\" data-words=\"";
    text(words_of_keys());
    out_ << "\"><p class=\"hint\">";
    word("click a node; or Tab then arrows then Enter; Escape lets go");
    out_ << "</p></section>\n</div>\n";
  }

  // What the script calls kinds and attributes, as JSON.
  [[nodiscard]] std::string words_of_keys() const {
    std::string json;
    base::JsonWriter writer(json);
    writer.begin_object();
    for (const std::string& kind : edges_.kinds()) writer.field(kind, words_of_key(kind, looks_));
    for (const network::Column& column : graph_.nodes.columns())
      writer.field(column.attribute().name, words_of_key(column.attribute().name, looks_));
    writer.end_object();
    return json;
  }

  void place(std::string_view x, std::string_view y, const NodeStyle& style, double below = 0) {
    out_ << ' ' << x << "=\"";
    number(style.x);
    out_ << "\" " << y << "=\"";
    number(-style.y + below);
    out_ << '"';
  }

  // Equal weights are thin.
  void line(std::size_t e) {
    const network::EdgeTable::Ends& ends = edges_[e];
    if (ends.source == ends.target) return;
    constexpr double thin = 0.8, range = 5;
    const double span = heaviest_ - lightest_;
    out_ << "<line class=\"edge k" << static_cast<std::uint64_t>(kind(e) % 5) << "\" data-e=\""
         << static_cast<std::uint64_t>(e) << '"';
    place("x1", "y1", looks_.nodes[ends.source]);
    place("x2", "y2", looks_.nodes[ends.target]);
    out_ << " stroke-width=\"";
    number(span > 0 ? thin + range * (ends.weight - lightest_) / span : thin);
    out_ << "\"/>\n";
  }

  [[nodiscard]] std::size_t kind(std::size_t e) const {
    return static_cast<std::size_t>(std::ranges::find(edges_.kinds(), edges_.kind(e)) -
                                    edges_.kinds().begin());
  }

  void node(Node n) {
    constexpr double to_label = 12;
    const NodeStyle& style = looks_.nodes[n];
    out_ << "<g class=\"node" << (style.central ? " central" : "") << "\"><circle";
    place("cx", "cy", style);
    out_ << " r=\"";
    number(style.diameter / 2);
    out_ << "\" fill=\"" << hex(style.fill) << "\"/><text";
    place("x", "y", style, style.diameter / 2 + to_label);
    out_ << '>';
    text(graph_.nodes[n].label);
    out_ << "</text></g>\n";
  }

  void legend() {
    out_ << "<div class=\"legend\"><ul>\n";
    for (const auto& [content, colour] : looks_.legend) {
      out_ << "<li><svg viewBox=\"0 0 10 10\" aria-hidden=\"true\"><circle cx=\"5\" cy=\"5\" "
              "r=\"5\" fill=\""
           << hex(colour) << "\"/></svg>";
      text(content);
      out_ << "</li>\n";
    }
    const auto& kinds = edges_.kinds();
    for (std::size_t k = 0; kinds.size() > 1 && k < kinds.size(); ++k) {
      out_ << "<li><svg viewBox=\"0 0 10 10\" aria-hidden=\"true\"><line class=\"edge k"
           << static_cast<std::uint64_t>(k % 5)
           << "\" x1=\"0\" y1=\"5\" x2=\"10\" y2=\"5\" stroke-width=\"3\"/></svg>";
      text(sentence(words_of_key(kinds[k], looks_)));
      out_ << "</li>\n";
    }
    out_ << "</ul>";
    if (!looks_.caption.empty()) {
      out_ << "<p class=\"caption\">";
      text(looks_.caption);
      out_ << "</p>";
    }
    out_ << "</div>\n";
  }

  void begin_table(std::string_view name, std::uint64_t count,
                   std::initializer_list<std::string_view> columns) {
    out_ << "<details><summary><span>";
    word(name);
    out_ << "</span> (" << count
         << ")</summary><div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"";
    word(name);
    out_ << "\"><table><thead><tr>";
    for (const std::string_view column : columns) {
      out_ << "<th scope=\"col\">";
      word(column);
      out_ << "</th>";
    }
    out_ << "</tr></thead><tbody>\n";
  }

  // The twin of the picture, for readers of text and without the script.
  void tables() {
    begin_table("ties", edges_.size(), {"from", "to", "kind", "weight"});
    for (std::size_t e = 0; e < edges_.size(); ++e) {
      out_ << "<tr><td>";
      text(graph_.nodes[edges_[e].source].label);
      out_ << "</td><td>";
      text(graph_.nodes[edges_[e].target].label);
      out_ << "</td><td>";
      text(words_of_key(edges_.kind(e), looks_));
      out_ << "</td><td class=\"number\">";
      number(edges_[e].weight);
      out_ << "</td></tr>\n";
    }
    out_ << "</tbody></table></div></details>\n</main>\n";
  }

  // In a script's text "<" could end it; in JSON it stands in texts only.
  template<class Write>
  void json_block(std::string_view id, const Write& write) {
    out_ << "<script type=\"application/json\" id=\"" << id << "\">";
    write([this](std::string_view json) {
      for (const char c : json) c == '<' ? out_ << "\\u003c" : out_ << c;
    });
    out_ << "</script>\n";
  }

  WriteReport data() {
    const auto stream = edges_.stream();
    WriteReport report;
    json_block("network", [&](const auto& put) {
      report = write_node_link_json(graph_, *stream, "edges", put);
    });
    out_ << "<script>" << embedded("network.js") << "</script>\n</body>\n</html>\n";
    out_.finish();
    return report;
  }

  const network::GraphHead& graph_;
  const network::EdgeTable& edges_;
  const Appearance& looks_;
  TextOutput out_;
  double lightest_ = 0, heaviest_ = 0;
};

} // namespace

WriteReport write_html(const network::GraphHead& graph, const network::EdgeTable& edges,
                       const Appearance& looks, std::string_view language, const ByteSink& sink,
                       const std::vector<Translation>& translations) {
  return Page(graph, edges, looks, sink).write(language, translations);
}

} // namespace tela::export_
