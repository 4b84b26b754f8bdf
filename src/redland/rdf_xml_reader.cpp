#include "redland/rdf_xml_reader.h"

#include "base/utf8.h"
#include "base/xml_encoding.h"
#include "base/xml_reader.h"
#include "rdf/blank_labels.h"
#include "rdf/iri.h"
#include "rdf/name_characters.h"
#include "rdf/namespaces.h"
#include "redland/rdf_xml_attributes.h"
#include "redland/term_check.h"
#include "redland/xml_literal.h"

#include <algorithm>
#include <array>
#include <memory>
#include <type_traits>
#include <unordered_set>
#include <utility>

namespace tela::redland {

namespace {

using base::XmlAttributes;
using base::XmlName;
using rdf::Term;

constexpr std::string_view xml_literal_type =
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral";

bool is_white(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// What rdf:ID and rdf:nodeID hold: an XML name without a colon.
bool is_ncname(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    const bool is_first = at == 0;
    const char32_t c = base::next_code_point(name, at);
    if (is_first ? !(rdf::is_name_base(c) || c == '_') : !(rdf::is_name_character(c) || c == '.'))
      return false;
  }
  return !name.empty();
}

bool is_rdf(const XmlName& name, std::string_view local) {
  return name.space == rdf_space && name.local == local;
}

/// Names that stand for the syntax itself, so that neither a node nor a property can have them.
bool is_syntax(const XmlName& name) {
  constexpr std::array names{"RDF",    "ID",       "about",     "parseType",       "resource",
                             "nodeID", "datatype", "aboutEach", "aboutEachPrefix", "bagID"};
  return name.space == rdf_space && std::ranges::find(names, name.local) != names.end();
}

/// What may stand in an element.
enum class Content {
  nodes,      // of rdf:RDF
  properties, // of a node, or of a property that stands for one
  value,      // of a property: one node, or a text
  collection, // of a property: any number of nodes
  literal,    // of a property: XML
  nothing,    // of a property that has its object already
};

/// An element that is open.
struct Element {
  Content content = Content::nodes;
  std::shared_ptr<const std::string> base; // IRI
  std::string language;
  Term subject;          // whose properties these are, or whose property this is
  std::string predicate; // of a property, and what it may need at its end:
  std::string statement, datatype, text;
  bool has_object = false;
  std::optional<Term> last;  // member of the collection
  std::uint64_t members = 0; // rdf:li of a node
};

/// Walks the elements of RDF/XML, section 7.2 of the specification, and pushes statements.
class RdfXmlReader final : public base::XmlHandler {
 public:
  RdfXmlReader(std::string_view source, rdf::QuadSink& sink, const ReadOptions& options)
      : sink_(sink), options_(options), labels_(options.blank_scope),
        base_(std::make_shared<std::string>(options.base.empty() ? no_base : options.base)),
        reader_(std::string(source), *this, xml_options(options)) {}

  std::uint64_t read(std::string_view text) {
    reader_.feed(text);
    reader_.finish();
    return quads_;
  }

  void start_element(std::string_view name, const XmlAttributes& attributes) override {
    if (literal_depth_ > 0) {
      ++literal_depth_;
      return literal_.start_element(name, attributes);
    }
    start(XmlName::of(name), placed([&] { return sort_attributes(attributes); }));
  }

  void end_element(std::string_view name) override {
    if (literal_depth_ > 1) {
      --literal_depth_;
      return literal_.end_element(name);
    }
    literal_depth_ = 0;
    end(open_.back());
    open_.pop_back();
  }

  void text(std::string_view piece) override {
    literal_depth_ > 0 ? literal_.text(piece) : take_text(piece);
  }
  void comment(std::string_view content) override {
    if (literal_depth_ > 0) literal_.comment(content);
  }
  void instruction(std::string_view target, std::string_view content) override {
    if (literal_depth_ > 0) literal_.instruction(target, content);
  }
  void start_namespace(std::string_view prefix, std::string_view iri) override {
    if (!iri.empty()) sink_.prefix(prefix, iri);
  }

 private:
  static base::XmlOptions xml_options(const ReadOptions& options) {
    return {.names = base::XmlNames::expanded,
            .events = base::XmlEvents::all,
            .doctype = base::XmlDoctype::internal,
            .limits = {.depth = options.limits.depth}};
  }

  // Elements

  void start(const XmlName& name, const RdfXmlAttributes& attributes) {
    Element element = inherit(attributes);
    if (open_.empty() && is_rdf(name, "RDF")) {
      if (attributes.names_of_node() > 0 || !attributes.properties.empty())
        refuse("an attribute of rdf:RDF", "give it to a node inside");
      return open_.push_back(std::move(element));
    }
    if (!open_.empty() && open_.back().content == Content::properties)
      return start_property(name, attributes, std::move(element));
    start_node(name, attributes, std::move(element));
  }

  /// An element with the base and the language of the one around it, unless it has its own.
  [[nodiscard]] Element inherit(const RdfXmlAttributes& attributes) const {
    Element element;
    element.base = open_.empty() ? base_ : open_.back().base;
    if (!open_.empty()) element.language = open_.back().language;
    if (attributes.base)
      element.base =
          std::make_shared<std::string>(rdf::resolve_iri(*element.base, *attributes.base));
    if (attributes.language) element.language = *attributes.language;
    return element;
  }

  void start_node(const XmlName& name, const RdfXmlAttributes& attributes, Element element) {
    if (is_syntax(name) || is_rdf(name, "li"))
      refuse("rdf:" + std::string(name.local) + " where a node stands",
             "name the class of the node");
    if (attributes.names_of_node() > 1)
      refuse("a node with two names", "keep one of rdf:about, rdf:ID, rdf:nodeID");
    if (attributes.resource || attributes.parse_type || attributes.datatype)
      refuse("an attribute that only properties have", "take it off the node");
    element.content = Content::properties;
    element.subject = node(attributes, element);
    if (!open_.empty()) attach(open_.back(), element.subject);
    if (!is_rdf(name, "Description"))
      push(element.subject, std::string(rdf::rdf_type), rdf::iri(name_iri(name)));
    push_properties(attributes, element, element.subject);
    open_.push_back(std::move(element));
  }

  [[nodiscard]] Term node(const RdfXmlAttributes& attributes, const Element& element) {
    if (attributes.about) return rdf::iri(rdf::resolve_iri(*element.base, *attributes.about));
    if (attributes.id) return rdf::iri(fragment(*attributes.id, element));
    return attributes.node_id ? labelled(*attributes.node_id) : fresh();
  }

  /// Makes `node`, which begins now, what the element around it asks for.
  void attach(Element& around, const Term& node) {
    if (around.content == Content::nodes) return;
    if (around.content == Content::collection) return append_member(around, node);
    if (around.content == Content::nothing || around.has_object || !around.datatype.empty())
      refuse("a node in a property that has its object already", "give it a property of its own");
    if (!is_white(around.text)) refuse_mixed();
    around.text.clear();
    around.has_object = true;
    push_stated(around, node);
  }

  void append_member(Element& collection, const Term& node) {
    Term cell = fresh();
    if (collection.last)
      push(*collection.last, std::string(rdf::rdf_rest), cell);
    else
      push_stated(collection, cell);
    push(cell, std::string(rdf::rdf_first), node);
    collection.last = std::move(cell);
  }

  void start_property(const XmlName& name, const RdfXmlAttributes& attributes, Element element) {
    if (is_syntax(name) || is_rdf(name, "Description"))
      refuse("rdf:" + std::string(name.local) + " where a property stands", "name the property");
    if (attributes.about) refuse("rdf:about at a property", "give it to a node");
    Element& around = open_.back();
    element.subject = around.subject;
    element.predicate = is_rdf(name, "li")
                            ? std::string(rdf_space) + '_' + std::to_string(++around.members)
                            : name_iri(name);
    if (attributes.id) element.statement = fragment(*attributes.id, element);
    if (attributes.parse_type)
      start_parsed(attributes, element);
    else
      start_value(attributes, element);
    open_.push_back(std::move(element));
  }

  void start_parsed(const RdfXmlAttributes& attributes, Element& element) {
    if (attributes.resource || attributes.node_id || attributes.datatype ||
        !attributes.properties.empty())
      refuse("rdf:parseType together with other attributes", "keep one of them");
    if (*attributes.parse_type == "Resource") {
      const Term node = fresh();
      push_stated(element, node);
      element.subject = node;
      element.content = Content::properties;
    } else if (*attributes.parse_type == "Collection") {
      element.content = Content::collection;
    } else {
      element.content = Content::literal;
      literal_depth_ = 1;
    }
  }

  void start_value(const RdfXmlAttributes& attributes, Element& element) {
    element.content = Content::value;
    const int objects = int{attributes.resource.has_value()} + int{attributes.node_id.has_value()} +
                        int{attributes.datatype.has_value()};
    if (objects > 1 || (attributes.datatype && !attributes.properties.empty()))
      refuse("a property with two objects", "keep one of rdf:resource, rdf:nodeID, rdf:datatype");
    if (attributes.datatype)
      element.datatype = rdf::resolve_iri(*element.base, *attributes.datatype);
    if (attributes.datatype || (objects == 0 && attributes.properties.empty())) return;
    element.content = Content::nothing;
    const Term object = attributes.resource
                            ? rdf::iri(rdf::resolve_iri(*element.base, *attributes.resource))
                        : attributes.node_id ? labelled(*attributes.node_id)
                                             : fresh();
    push_stated(element, object);
    push_properties(attributes, element, object);
  }

  void end(Element& element) {
    switch (element.content) {
    case Content::value:
      if (!element.has_object) push_stated(element, literal(element));
      break;
    case Content::literal:
      push_stated(element, rdf::literal(literal_.take(), xml_literal_type));
      break;
    case Content::collection:
      if (element.last)
        push(*element.last, std::string(rdf::rdf_rest), rdf::iri(rdf::rdf_nil));
      else
        push_stated(element, rdf::iri(rdf::rdf_nil));
      break;
    default:
      break;
    }
  }

  void take_text(std::string_view piece) {
    if (open_.empty()) return;
    Element& element = open_.back();
    if (element.content != Content::value || element.has_object) {
      if (!is_white(piece)) refuse_mixed();
      return;
    }
    if (element.text.size() + piece.size() > options_.limits.term)
      refuse("a literal of more than " + std::to_string(options_.limits.term) + " bytes",
             "shorten it");
    element.text += piece;
  }

  // Terms

  [[nodiscard]] std::string fragment(const std::string& id, const Element& element) {
    if (!is_ncname(id))
      refuse("\"" + id + "\" is no name for rdf:ID", "begin with a letter; no spaces or colons");
    std::string iri = rdf::resolve_iri(*element.base, "#" + id);
    if (!ids_.insert(iri).second) refuse("rdf:ID=\"" + id + "\" twice", "write rdf:about=\"#…\"");
    return iri;
  }

  [[nodiscard]] Term labelled(const std::string& label) const {
    if (!is_ncname(label))
      refuse("\"" + label + "\" is no name for rdf:nodeID",
             "begin with a letter; no spaces or colons");
    Term term = rdf::blank("");
    labels_.append(term.value, label);
    return term;
  }

  [[nodiscard]] Term fresh() {
    Term term = rdf::blank("");
    labels_.append_fresh(term.value);
    return term;
  }

  [[nodiscard]] static Term literal(const Element& element) {
    if (!element.datatype.empty()) return rdf::literal(element.text, element.datatype);
    return literal(element.text, element.language);
  }

  [[nodiscard]] static Term literal(std::string_view text, std::string_view language) {
    return language.empty() ? rdf::literal(text) : rdf::language_literal(text, language);
  }

  // Statements

  void push_properties(const RdfXmlAttributes& attributes, const Element& element,
                       const Term& subject) {
    for (const auto& [predicate, value] : attributes.properties)
      push(subject, predicate,
           predicate == rdf::rdf_type ? rdf::iri(rdf::resolve_iri(*element.base, value))
                                      : literal(value, element.language));
  }

  /// The statement of a property, and what is said about it when it has a name.
  void push_stated(const Element& property, const Term& object) {
    push(property.subject, property.predicate, object);
    if (property.statement.empty()) return;
    const Term statement = rdf::iri(property.statement);
    const auto part = [](std::string_view local) { return std::string(rdf_space).append(local); };
    push(statement, part("type"), rdf::iri(part("Statement")));
    push(statement, part("subject"), property.subject);
    push(statement, part("predicate"), rdf::iri(property.predicate));
    push(statement, part("object"), object);
  }

  void push(const Term& subject, const std::string& predicate, const Term& object) {
    const Term property = rdf::iri(predicate);
    const rdf::QuadView quad{subject, property, object, std::nullopt};
    placed([&] { check_quad(quad, options_.limits); });
    ++quads_;
    sink_.quad(quad);
  }

  // Faults

  /// Runs `work`, and gives what it finds wrong its place.
  template<class Work>
  std::invoke_result_t<Work> placed(Work work) const {
    try {
      return work();
    } catch (const base::Error& error) {
      refuse(error.message(), error.advice());
    }
  }

  [[nodiscard]] std::string name_iri(const XmlName& name) const {
    return placed([&] { return iri_of(name); });
  }

  [[noreturn]] void refuse(const std::string& message, const std::string& advice) const {
    throw base::Error(base::Failure::input, reader_.place(), message, advice);
  }

  [[noreturn]] void refuse_mixed() const {
    refuse("text beside elements", "put it into a property, or write rdf:parseType=\"Literal\"");
  }

  rdf::QuadSink& sink_;
  const ReadOptions& options_;
  rdf::BlankLabels labels_;
  std::shared_ptr<const std::string> base_;
  base::XmlReader reader_;
  std::vector<Element> open_;
  std::unordered_set<std::string> ids_; // IRIs that rdf:ID has given
  XmlLiteral literal_;
  std::size_t literal_depth_ = 0; // 1: within the property, more: within elements of its XML
  std::uint64_t quads_ = 0;
};

} // namespace

ReadReport read_rdf_xml(std::string_view source, std::string_view text, rdf::QuadSink& sink,
                        const ReadOptions& options) {
  const base::XmlText document(source, text);
  return {RdfXmlReader(source, sink, options).read(document.text()), {}};
}

} // namespace tela::redland
