#include "redland/html_writer.h"

#include "base/xml.h"
#include "rdf/namespaces.h"

#include <string>
#include <utility>

namespace tela::redland {

HtmlWriter::HtmlWriter(Output output, WriteOptions options)
    : out_(std::move(output)), prefixes_(std::move(options.prefixes)) {
  out_.text() +=
      "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
      "<title>Statements</title></head>\n<body><table>\n<thead><tr>"
      "<th scope=\"col\">Subject</th><th scope=\"col\">Predicate</th>"
      "<th scope=\"col\">Object</th><th scope=\"col\">Graph</th></tr></thead>\n<tbody>\n";
}

void HtmlWriter::quad(const rdf::QuadView& quad) {
  out_.text() += "<tr>";
  append_cell(quad.subject);
  append_cell(quad.predicate);
  append_cell(quad.object);
  if (quad.graph)
    append_cell(*quad.graph);
  else
    out_.text() += "<td></td>";
  out_.text() += "</tr>\n";
  ++rows_;
  out_.pause();
}

void HtmlWriter::finish() {
  std::string& text = out_.text();
  text += "</tbody></table>\n<p>" + std::to_string(rows_);
  text += rows_ == 1 ? " statement" : " statements";
  text += "</p></body></html>\n";
  out_.flush();
}

void HtmlWriter::append_cell(const rdf::TermView& term) {
  std::string& text = out_.text();
  text += "<td";
  if (!term.language.empty()) {
    text += " lang=\"";
    base::append_xml_escaped(text, term.language);
    text += '"';
  }
  text += '>';
  if (term.kind == rdf::TermKind::iri) {
    const bool is_link = term.value.starts_with("http://") || term.value.starts_with("https://");
    if (is_link) {
      text += "<a href=\"";
      base::append_xml_escaped(text, term.value);
      text += "\">";
    }
    base::append_xml_escaped(text, prefixes_.shortened(term.value));
    if (is_link) text += "</a>";
  } else {
    base::append_xml_escaped(text, term.kind == rdf::TermKind::literal ? std::string(term.value)
                                                                       : rdf::to_ntriples(term));
    if (term.kind == rdf::TermKind::literal && term.language.empty() &&
        term.datatype != rdf::xsd::string) {
      text += " <small>";
      base::append_xml_escaped(text, prefixes_.shortened(term.datatype));
      text += "</small>";
    }
  }
  text += "</td>";
}

} // namespace tela::redland
