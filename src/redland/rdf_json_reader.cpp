#include "redland/rdf_json_reader.h"

#include "base/counting_iterator.h"
#include "base/error.h"
#include "rdf/blank_labels.h"
#include "rdf/iri.h"
#include "rdf/namespaces.h"
#include "redland/term_check.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace tela::redland {

namespace {

// nlohmann's SAX interface, a function an event. What they are called is nlohmann's choice.
class Handler {
 public:
  using Json = nlohmann::json;

  Handler(std::string_view source, std::string_view text, const std::size_t& read,
          rdf::QuadSink& sink, const ReadOptions& options)
      : source_(source), text_(text), read_(read), sink_(sink), options_(options),
        labels_(options.blank_scope) {}

  bool null() { refuse("null"); }
  bool boolean(bool /*value*/) { refuse("true or false"); }
  bool number_integer(Json::number_integer_t /*value*/) { refuse("a number"); }
  bool number_unsigned(Json::number_unsigned_t /*value*/) { refuse("a number"); }
  bool number_float(Json::number_float_t /*value*/, const std::string& /*text*/) {
    refuse("a number");
  }
  bool binary(Json::binary_t& /*value*/) { refuse("binary data"); }

  bool string(std::string& value) {
    if (depth_ != shape.size()) refuse("a string");
    *member_ = std::move(value);
    return true;
  }

  bool start_object(std::size_t /*size*/) { return open('{', "an object"); }
  bool start_array(std::size_t /*size*/) { return open('[', "an array"); }

  bool end_object() {
    if (depth_ == shape.size()) push();
    --depth_;
    return true;
  }

  bool end_array() {
    --depth_;
    return true;
  }

  bool key(std::string& name) {
    if (depth_ == 1)
      subject_ = std::move(name);
    else if (depth_ == 2)
      predicate_ = std::move(name);
    else
      member_ = member(name);
    return true;
  }

  [[noreturn]] bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                                const Json::exception& /*error*/) {
    fail("malformed JSON", "check quotes, commas, brackets and \\u escapes");
  }

  [[nodiscard]] std::uint64_t quads() const { return quads_; }

 private:
  // { subject: { predicate: [ { "value": …, "type": … } ] } }
  static constexpr std::string_view shape = "{{[{";
  static constexpr auto shape_advice =
      "RDF/JSON is {subject: {predicate: [{\"type\": …, \"value\": …}]}}";

  bool open(char bracket, const std::string& what) {
    if (depth_ == shape.size() || shape[depth_] != bracket) refuse(what);
    if (++depth_ == shape.size()) object_ = {};
    return true;
  }

  std::string* member(const std::string& name) {
    if (name == "value") return &object_.value;
    if (name == "type") return &object_.type;
    if (name == "lang") return &object_.language;
    if (name == "datatype") return &object_.datatype;
    fail("the unknown key \"" + name + "\"", "an object has value, type, lang, datatype");
  }

  [[nodiscard]] rdf::Term resource(const std::string& text) const {
    if (!text.starts_with("_:")) return rdf::iri(rdf::resolve_iri(options_.base, text));
    rdf::Term node = rdf::blank("");
    labels_.append(node.value, std::string_view(text).substr(2));
    return node;
  }

  [[nodiscard]] rdf::Term object() const {
    const bool is_resource = object_.type == "uri" || object_.type == "bnode";
    if (is_resource && object_.language.empty() && object_.datatype.empty() &&
        (object_.type == "bnode") == object_.value.starts_with("_:"))
      return resource(object_.value);
    if (object_.type != "literal")
      fail("an object that is no uri, bnode or literal", "check \"type\"");
    if (object_.language.empty())
      return rdf::literal(object_.value,
                          object_.datatype.empty() ? rdf::xsd::string : object_.datatype);
    rdf::Term literal = rdf::language_literal(object_.value, object_.language);
    if (!object_.datatype.empty()) literal.datatype = object_.datatype;
    return literal;
  }

  void push() {
    const rdf::Quad quad{resource(subject_), rdf::iri(rdf::resolve_iri(options_.base, predicate_)),
                         object(), std::nullopt};
    try {
      check_quad(rdf::view(quad), options_.limits);
    } catch (const base::Error& error) {
      fail(error.message(), error.advice());
    }
    ++quads_;
    sink_.quad(rdf::view(quad));
  }

  [[noreturn]] void refuse(const std::string& what) const {
    fail(what + " where RDF/JSON has none", shape_advice);
  }

  [[noreturn]] void fail(const std::string& message, const std::string& advice) const {
    throw base::Error(base::Failure::input, base::place_at(source_, text_, read_), message, advice);
  }

  struct Object {
    std::string value, type, language, datatype;
  };

  std::string_view source_, text_;
  const std::size_t& read_;
  rdf::QuadSink& sink_;
  const ReadOptions& options_;
  rdf::BlankLabels labels_;
  std::size_t depth_ = 0;
  std::string subject_, predicate_;
  Object object_;
  std::string* member_ = nullptr;
  std::uint64_t quads_ = 0;
};

} // namespace

ReadReport read_rdf_json(std::string_view source, std::string_view text, rdf::QuadSink& sink,
                         const ReadOptions& options) {
  std::size_t read = 0;
  Handler handler(source, text, read, sink, options);
  nlohmann::json::sax_parse(base::CountingIterator(text.data(), read),
                            base::CountingIterator(text.data() + text.size(), read), &handler);
  return {handler.quads(), {}};
}

} // namespace tela::redland
