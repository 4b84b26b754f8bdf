#include "sparql/results/xml_writer.h"

#include "base/xml.h"
#include "rdf/namespaces.h"

namespace tela::sparql::results {

namespace {

constexpr std::string_view opening = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                     "<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">\n";

} // namespace

void XmlResultWriter::append_escaped(std::string_view text) {
  replaced_characters_ += base::append_xml_escaped(out_.text(), text);
}

void XmlResultWriter::begin(std::span<const std::string> variables) {
  out_.text() += opening;
  out_.text() += "<head>";
  for (const auto& variable : variables) { // a variable name holds nothing to escape
    out_.text() += "<variable name=\"" + variable + "\"/>";
    openings_.push_back("<binding name=\"" + variable + "\">");
  }
  out_.text() += "</head>\n<results>\n";
}

void XmlResultWriter::row(std::span<const Cell> cells) {
  out_.text() += "<result>";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!cells[i]) continue;
    out_.text() += openings_[i];
    append_value(*cells[i]);
    out_.text() += "</binding>";
  }
  out_.text() += "</result>\n";
  out_.pass_on();
}

void XmlResultWriter::append_value(const rdf::TermView& term) {
  auto& out = out_.text();
  if (term.kind != rdf::TermKind::literal) {
    const bool is_iri = term.kind == rdf::TermKind::iri;
    out += is_iri ? "<uri>" : "<bnode>";
    append_escaped(term.value);
    out += is_iri ? "</uri>" : "</bnode>";
    return;
  }
  out += "<literal";
  if (!term.language.empty()) {
    out += " xml:lang=\"";
    append_escaped(term.language);
    out += '"';
  } else if (term.datatype != rdf::xsd::string) {
    out += " datatype=\"";
    append_escaped(term.datatype);
    out += '"';
  }
  out += '>';
  append_escaped(term.value);
  out += "</literal>";
}

void XmlResultWriter::end() {
  out_.text() += "</results>\n</sparql>\n";
  out_.flush();
}

void XmlResultWriter::boolean(bool value) {
  auto& out = out_.text();
  out += opening;
  out += value ? "<head/>\n<boolean>true</boolean>\n" : "<head/>\n<boolean>false</boolean>\n";
  out += "</sparql>\n";
  out_.flush();
}

void XmlResultWriter::cut_short(std::string_view /*reason*/) {
  out_.flush(); // the elements stay open
}

std::vector<std::string> XmlResultWriter::notes() const {
  if (replaced_characters_ == 0) return {};
  return {std::to_string(replaced_characters_) +
          " characters that XML cannot hold were replaced by U+FFFD; JSON and TSV keep them"};
}

} // namespace tela::sparql::results
