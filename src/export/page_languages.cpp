#include "export/page_languages.h"

#include "base/json.h"
#include "export/label_lines.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

namespace tela::export_ {

namespace {

using network::Node;
using Words = std::function<std::string(std::string_view)>;
using Texts = std::map<std::string, std::string>;

std::string in(const Words& words, std::string_view english) {
  return words ? words(english) : std::string(english);
}

std::string key_in(const Words& words, std::string_view key) {
  std::string text = in(words, key);
  if (text == key) std::ranges::replace(text, '-', ' ');
  return text;
}

// Where each node of the graph stands in the other head; its size for one that is not there.
std::vector<Node> places_in(const network::NodeTable& nodes, const network::NodeTable& other) {
  std::unordered_map<std::string_view, Node> known;
  for (Node n = 0; n < other.size(); ++n) known.emplace(other[n].id, n);
  std::vector<Node> places;
  for (Node n = 0; n < nodes.size(); ++n) {
    const auto found = known.find(nodes[n].id);
    places.push_back(found == known.end() ? other.size() : found->second);
  }
  return places;
}

std::vector<std::string_view> parts_of(const network::Column& column, std::size_t at) {
  const network::Value value = column[at];
  const auto* text = std::get_if<std::string_view>(&value);
  if (text == nullptr) return {};
  if (column.attribute().type == network::ValueType::list) return network::list_items(*text);
  return {*text};
}

/// Each text of the page with that of another language.
class Dictionary {
 public:
  Dictionary(const Appearance& looks, const Translation& translation)
      : from_(looks.in_language), to_(translation.words) {}

  void words() {
    for (const std::string_view word : page_words()) both(in(from_, word), in(to_, word));
  }
  void keys(const network::GraphHead& graph, const network::EdgeTable& edges) {
    for (const std::string& kind : edges.kinds()) both(key_in(from_, kind), key_in(to_, kind));
    for (const network::Column& column : graph.nodes.columns())
      both(key_in(from_, column.attribute().name), key_in(to_, column.attribute().name));
  }
  // What stands in the columns of texts, node by node.
  void values(const network::GraphHead& graph, const network::GraphHead& other,
              const std::vector<Node>& places) {
    for (const network::Column& column : graph.nodes.columns())
      if (const network::Column* theirs = other.nodes.column(column.attribute().name))
        for (Node n = 0; n < places.size(); ++n)
          if (places[n] < other.nodes.size())
            pairs(parts_of(column, n), parts_of(*theirs, places[n]));
  }
  void both(const std::string& text, const std::string& translated) {
    texts_.emplace(text, translated);
    texts_.emplace(sentence(text), sentence(translated));
  }
  [[nodiscard]] const Texts& texts() const { return texts_; }

 private:
  void pairs(const std::vector<std::string_view>& ours,
             const std::vector<std::string_view>& theirs) {
    if (ours.size() != theirs.size()) return; // lists in the order of each language tell nothing
    for (std::size_t i = 0; i < ours.size(); ++i)
      texts_.emplace(std::string(ours[i]), std::string(theirs[i]));
  }

  const Words& from_;
  const Words& to_;
  Texts texts_;
};

void write_language(base::JsonWriter& json, const network::GraphHead& graph,
                    const network::EdgeTable& edges, const Appearance& looks,
                    const Translation& translation) {
  const std::vector<Node> places = places_in(graph.nodes, translation.head.nodes);
  json.begin_object().field("tag", translation.language);
  json.field("name", in(translation.words, "English")).key("labels").begin_array();
  for (Node n = 0; n < graph.nodes.size(); ++n)
    json.value(std::string_view(places[n] < translation.head.nodes.size()
                                    ? translation.head.nodes[places[n]].label
                                    : graph.nodes[n].label));
  json.end_array();
  Dictionary dictionary(looks, translation);
  dictionary.words();
  dictionary.keys(graph, edges);
  dictionary.values(graph, translation.head, places);
  if (looks.title.empty()) dictionary.both(graph.title, translation.head.title);
  json.key("texts").begin_object();
  for (const auto& [text, translated] : dictionary.texts())
    if (text != translated) json.field(text, translated);
  json.end_object().end_object();
}

} // namespace

std::string words_of_key(std::string_view key, const Appearance& looks) {
  return key_in(looks.in_language, key);
}

std::span<const std::string_view> page_words() {
  static constexpr std::array<std::string_view, 13> words{
      "search",
      "zoom in",
      "zoom out",
      "whole picture",
      "chosen",
      "ties",
      "nothing found",
      "from",
      "to",
      "kind",
      "weight",
      "language",
      "click a node; or Tab then arrows then Enter; Escape lets go"};
  return words;
}

std::string page_languages(const network::GraphHead& graph, const network::EdgeTable& edges,
                           const Appearance& looks, std::string_view language,
                           const std::vector<Translation>& translations) {
  std::string text;
  base::JsonWriter json(text);
  json.begin_array().begin_object().field("tag", language);
  json.field("name", in(looks.in_language, "English")).key("labels").begin_array();
  for (Node n = 0; n < graph.nodes.size(); ++n) json.value(std::string_view(graph.nodes[n].label));
  json.end_array().key("texts").begin_object().end_object().end_object();
  for (const Translation& translation : translations)
    write_language(json, graph, edges, looks, translation);
  json.end_array();
  return text;
}

} // namespace tela::export_
