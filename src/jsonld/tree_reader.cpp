#include "jsonld/tree_reader.h"

#include "base/counting_iterator.h"

#include <nlohmann/json.hpp>

#include <string>
#include <utility>
#include <vector>

namespace tela::jsonld {

namespace {

using Json = nlohmann::json;

constexpr std::string_view loading_failed = "loading document failed";

/// Where the items of a document stand.
enum class Layout {
  whole, ///< the document is one item
  array, ///< each item of the top-level array
  graph, ///< each item of "@graph", behind "@context" or without one
};

/// What both passes have in common: nlohmann's SAX interface, with its names, where brackets are
/// counted and faults have a place.
class Pass {
 public:
  Pass(const Document& document, const TreeLimits& limits) : document_(document), limits_(limits) {}

  void run(auto& handler) {
    const std::string_view text = document_.text();
    Json::sax_parse(base::CountingIterator(text.data(), read_),
                    base::CountingIterator(text.data() + text.size(), read_), &handler);
  }

  [[noreturn]] bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                                const Json::exception& error) {
    const bool is_number = error.id == 406; // nlohmann's out_of_range of numbers
    document_.refuse(loading_failed, is_number ? before_ : read_ - (read_ > 0 ? 1 : 0),
                     is_number ? "a number beyond the range of a double" : "malformed JSON",
                     is_number ? "write it as a string with \"@type\""
                               : "check quotes, commas, brackets and \\u escapes");
  }

 protected:
  /// To be called once an event, when all is done with place().
  void step() { before_ = read_; }
  [[nodiscard]] std::size_t place() const { return before_; }
  [[nodiscard]] std::size_t depth() const { return depth_; }

  void open() {
    if (++depth_ > limits_.depth)
      document_.refuse(loading_failed, before_,
                       "more than " + std::to_string(limits_.depth) + " brackets in each other",
                       "flatten the document");
  }
  void close() { --depth_; }

  const Document& document_;
  const TreeLimits& limits_;

 private:
  std::size_t read_ = 0;   // bytes
  std::size_t before_ = 0; // the same at the event before
  std::size_t depth_ = 0;
};

/// The first pass, which tells the layout and keeps the first names only.
class LayoutPass : public Pass {
 public:
  using Pass::Pass;

  bool null() { return value(); }
  bool boolean(bool /*value*/) { return value(); }
  bool number_integer(Json::number_integer_t /*value*/) { return value(); }
  bool number_unsigned(Json::number_unsigned_t /*value*/) { return value(); }
  bool number_float(Json::number_float_t /*value*/, const std::string& /*text*/) { return value(); }
  bool binary(Json::binary_t& /*value*/) { return value(); }
  bool string(std::string& /*value*/) { return value(); }

  bool key(std::string& name) {
    if (depth() == 1 && names_.size() < enough_names) names_.push_back(name);
    step();
    return true;
  }

  bool start_object(std::size_t /*size*/) {
    open();
    return value();
  }
  bool start_array(std::size_t /*size*/) {
    is_array_ |= depth() == 0;
    graph_is_array_ |= depth() == 1 && !names_.empty() && names_.back() == "@graph";
    open();
    return value();
  }
  bool end_object() { return end(); }
  bool end_array() { return end(); }

  [[nodiscard]] Layout layout() const {
    using Names = std::vector<std::string>;
    if (is_array_) return Layout::array;
    const bool is_graph = names_ == Names{"@graph"} || names_ == Names{"@context", "@graph"};
    return is_graph && graph_is_array_ ? Layout::graph : Layout::whole;
  }

 private:
  static constexpr std::size_t enough_names = 3;

  bool value() {
    step();
    return true;
  }
  bool end() {
    close();
    step();
    return true;
  }

  std::vector<std::string> names_; // of the top-level object
  bool is_array_ = false, graph_is_array_ = false;
};

/// The second pass, which makes a tree of each piece.
class TreePass : public Pass {
 public:
  TreePass(const Document& document, const TreeLimits& limits, Layout layout, PieceSink& sink)
      : Pass(document, limits), layout_(layout), sink_(sink) {}

  bool null() { return add(nullptr); }
  bool boolean(bool value) { return add(value); }
  bool number_integer(Json::number_integer_t value) {
    return add(Number{static_cast<double>(value), std::to_string(value)});
  }
  bool number_unsigned(Json::number_unsigned_t value) {
    return add(Number{static_cast<double>(value), std::to_string(value)});
  }
  bool number_float(Json::number_float_t value, const std::string& text) {
    const bool is_integer = text.find_first_of(".eE") == std::string::npos;
    return add(Number{value, is_integer ? text : std::string()});
  }
  bool binary(Json::binary_t& /*value*/) { return add(nullptr); } // JSON has none
  bool string(std::string& value) {
    charge(value.size());
    return add(std::move(value));
  }

  bool key(std::string& name) {
    charge(name.size() + sizeof(std::string));
    key_place_ = place();
    key_ = std::move(name);
    step();
    return true;
  }

  bool start_object(std::size_t /*size*/) { return start(Object{}); }
  bool start_array(std::size_t /*size*/) { return start(Array{}); }
  bool end_object() { return end(); }
  bool end_array() { return end(); }

 private:
  // Whether what begins now holds pieces, and is none itself.
  [[nodiscard]] bool is_frame() const {
    switch (layout_) {
    case Layout::whole:
      return false;
    case Layout::array:
      return depth() == 0;
    case Layout::graph:
      return depth() == 0 || (depth() == 1 && key_ == "@graph");
    }
    return false;
  }

  bool add(auto content) {
    put({std::move(content), place()});
    step();
    return true;
  }

  bool start(auto content) {
    const bool frame = is_frame();
    open();
    if (!frame) {
      keys_.push_back(std::move(key_));
      open_.push_back({std::move(content), place()});
    }
    step();
    return true;
  }

  bool end() {
    close();
    if (!open_.empty()) {
      Value value = std::move(open_.back());
      key_ = std::move(keys_.back());
      open_.pop_back();
      keys_.pop_back();
      put(std::move(value));
    }
    step();
    return true;
  }

  void put(Value value) {
    charge(sizeof(Value));
    if (open_.empty()) return give(std::move(value));
    if (Array* array = open_.back().array()) {
      array->push_back(std::move(value));
      return;
    }
    const auto [entry, is_new] = open_.back().object()->try_emplace(key_, std::move(value));
    if (!is_new)
      document_.refuse(loading_failed, key_place_,
                       "the name " + in_quotes(entry->first) + " stands twice in an object",
                       "put both values into one array");
  }

  void give(Value value) {
    bytes_ = 0;
    if (layout_ == Layout::whole)
      sink_.whole(value);
    else if (layout_ == Layout::graph && depth() == 1)
      sink_.context(std::move(value));
    else
      sink_.item(value);
  }

  void charge(std::size_t bytes) {
    bytes_ += bytes;
    if (bytes_ > limits_.bytes)
      document_.refuse(loading_failed, place(),
                       "a node of more than " + std::to_string(limits_.bytes >> 20U) +
                           " MiB in memory",
                       "split the document, or write @context first and then only @graph");
  }

  Layout layout_;
  PieceSink& sink_;
  std::vector<Value> open_;
  std::vector<std::string> keys_; // that the open values stand under
  std::string key_;
  std::size_t key_place_ = 0;
  std::size_t bytes_ = 0; // of the piece in the making
};

Layout layout_of(const Document& document, const TreeLimits& limits) {
  LayoutPass pass(document, limits);
  pass.run(pass);
  return pass.layout();
}

void make_trees(const Document& document, const TreeLimits& limits, Layout layout,
                PieceSink& sink) {
  TreePass pass(document, limits, layout, sink);
  pass.run(pass);
}

} // namespace

void read_pieces(const Document& document, const TreeLimits& limits, PieceSink& sink) {
  make_trees(document, limits, layout_of(document, limits), sink);
}

Value read_tree(const Document& document, const TreeLimits& limits) {
  struct Keep final : PieceSink {
    Value kept;
    void context(Value /*value*/) override {}
    void item(const Value& /*value*/) override {}
    void whole(const Value& value) override { kept = value; }
  } keep;
  make_trees(document, limits, Layout::whole, keep);
  return std::move(keep.kept);
}

} // namespace tela::jsonld
