#include "redland/rdf_xml_writer.h"

#include "base/utf8.h"
#include "base/xml.h"
#include "rdf/iri.h"
#include "rdf/name_characters.h"
#include "rdf/namespaces.h"
#include "redland/written_term.h"

#include <algorithm>
#include <array>

namespace tela::redland {

namespace {

constexpr std::string_view rdf_namespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

// Names of the RDF namespace that RDF/XML uses for itself (section 7.2.5), rdf:li among them,
// which would be read as rdf:_1.
constexpr std::array<std::string_view, 13> syntax_names{
    "RDF", "ID",          "about",    "bagID",     "parseType",       "resource",  "nodeID",
    "li",  "Description", "datatype", "aboutEach", "aboutEachPrefix", "langString"};

// Where the last part of `iri` starts that is an XML name; its length when there is none.
std::size_t local_name_start(std::string_view iri) {
  std::size_t start = iri.size();
  for (std::size_t at = iri.size(); at > 0;) {
    --at;
    if ((static_cast<unsigned char>(iri[at]) & 0xC0U) == 0x80U) continue; // inside a code point
    std::size_t next = at;
    const char32_t c = base::next_code_point(iri, next);
    if (!rdf::is_name_character(c) && c != '.') break;
    if (rdf::is_name_base(c) || c == '_') start = at;
  }
  return start;
}

bool is_reserved_namespace(std::string_view iri) {
  return iri == "http://www.w3.org/XML/1998/namespace" || iri == "http://www.w3.org/2000/xmlns/";
}

bool is_usable_prefix(std::string_view prefix) {
  const auto is_x = [](char c, char x) { return (c | 0x20) == x; };
  const bool is_xml =
      prefix.size() >= 3 && is_x(prefix[0], 'x') && is_x(prefix[1], 'm') && is_x(prefix[2], 'l');
  return is_xml_name(prefix) && !is_xml && prefix != "rdf" && prefix != "ns";
}

// A segment begins behind a slash, or behind the scheme where nothing names a host ("x:./a").
bool may_have_dot_segments(std::string_view iri) {
  return iri.find("/.") != std::string_view::npos || iri.find(":.") != std::string_view::npos;
}

} // namespace

RdfXmlWriter::RdfXmlWriter(Output output, const WriteOptions& options) : out_(std::move(output)) {
  prefix_of_.emplace(rdf_namespace, "rdf");
  for (const auto& [prefix, iri] : options.prefixes.entries())
    if (is_usable_prefix(prefix) && !iri.empty() && !is_reserved_namespace(iri))
      prefix_of_.emplace(iri, prefix);
}

void RdfXmlWriter::quad(const rdf::QuadView& quad) {
  refuse_named_graph(Syntax::rdf_xml, quad);
  if (!begun_) begin_document();
  if (!in_subject_ || quad.subject != subject_) {
    end_subject();
    begin_subject(quad.subject);
  }
  const std::size_t start = out_.text().size();
  append_predicate(quad.predicate.value);
  const auto end = out_.text().find_first_of(" >", start + 1);
  const std::string element = out_.text().substr(start + 1, end - start - 1);
  append_object(quad.object, element);
  out_.pause();
}

void RdfXmlWriter::finish() {
  if (!begun_) begin_document();
  end_subject();
  out_.text() += "</rdf:RDF>\n";
  out_.flush();
}

void RdfXmlWriter::begin_document() {
  begun_ = true;
  out_.text() += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF";
  for (const auto& [iri, prefix] : prefix_of_) {
    out_.text() += "\n ";
    append_attribute("xmlns:" + prefix, iri);
  }
  out_.text() += ">\n";
}

void RdfXmlWriter::begin_subject(const rdf::TermView& subject) {
  out_.text() += "<rdf:Description";
  if (subject.kind == rdf::TermKind::blank) {
    std::string label;
    append_blank_label(label, subject.value);
    append_attribute("rdf:nodeID", label);
  } else {
    append_reference("rdf:about", subject.value);
  }
  out_.text() += ">\n";
  subject_ = rdf::to_term(subject);
  in_subject_ = true;
}

void RdfXmlWriter::end_subject() {
  if (in_subject_) out_.text() += "</rdf:Description>\n";
  in_subject_ = false;
}

// "<prefix:name", with the declaration of the namespace when the document has none.
void RdfXmlWriter::append_predicate(std::string_view predicate) {
  check_written_iri(Syntax::rdf_xml, predicate);
  const std::size_t start = local_name_start(predicate);
  const std::string_view name_space = predicate.substr(0, start);
  const std::string_view local = predicate.substr(start);
  if (local.empty() || name_space.empty() || is_reserved_namespace(name_space) ||
      (name_space == rdf_namespace && std::ranges::find(syntax_names, local) != syntax_names.end()))
    refuse_to_write(Syntax::rdf_xml, "the predicate <" + std::string(predicate) + ">",
                    "it must end in a name that XML can write; write another syntax");
  std::string& text = out_.text();
  const auto known = prefix_of_.find(name_space);
  text += '<';
  if (known != prefix_of_.end()) {
    ((text += known->second) += ':') += local;
  } else {
    (text += "ns:") += local;
    append_attribute("xmlns:ns", name_space);
  }
}

void RdfXmlWriter::append_object(const rdf::TermView& object, std::string_view element) {
  if (object.kind == rdf::TermKind::iri) {
    append_reference("rdf:resource", object.value);
    out_.text() += "/>\n";
    return;
  }
  if (object.kind == rdf::TermKind::blank) {
    std::string label;
    append_blank_label(label, object.value);
    append_attribute("rdf:nodeID", label);
    out_.text() += "/>\n";
    return;
  }
  if (!object.language.empty()) {
    append_attribute("xml:lang", object.language);
  } else if (object.datatype != rdf::xsd::string) {
    append_reference("rdf:datatype", object.datatype);
  }
  out_.text() += '>';
  append_text(object.value);
  ((out_.text() += "</") += element) += ">\n";
}

void RdfXmlWriter::append_reference(std::string_view name, std::string_view iri) {
  check_written_iri(Syntax::rdf_xml, iri);
  // Attributes are references, which readers resolve (RFC 3986 section 5.2), absolute or not.
  if (may_have_dot_segments(iri) && rdf::resolve_iri("x:", iri) != iri)
    refuse_to_write(Syntax::rdf_xml, "the IRI <" + std::string(iri) + ">",
                    "its readers would take the . and .. segments out; write another syntax");
  append_attribute(name, iri);
}

void RdfXmlWriter::append_attribute(std::string_view name, std::string_view value) {
  ((out_.text() += ' ') += name) += "=\"";
  append_text(value);
  out_.text() += '"';
}

void RdfXmlWriter::append_text(std::string_view text) {
  if (base::append_xml_escaped(out_.text(), text) != 0)
    refuse_to_write(Syntax::rdf_xml,
                    "a control character, in " + rdf::to_ntriples(rdf::literal(text)),
                    "write another syntax");
}

} // namespace tela::redland
