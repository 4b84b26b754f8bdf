#include "mapping/evidence_mapper.h"

#include "mapping/names.h"
#include "rdf/namespaces.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace tela::mapping {

namespace {

using namespace vocabulary; // NOLINT(google-build-using-namespace): its names are terms

void append_number(std::string& out, std::uint64_t number) {
  std::array<char, 24> digits{};
  out.append(digits.data(),
             std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
}

void append_range(std::string& out, const records::Span& span) {
  append_number(out, span.start);
  out += '-';
  append_number(out, span.end);
}

// Three digits behind the point, without zeros at the end: "0.95", "1". What is not certain does
// not round to certainty.
std::string score_text(double score) {
  if (score < 1) score = std::min(score, 0.999);
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), score,
                                 std::chars_format::fixed, 3)
                       .ptr;
  std::string text(digits.data(), end);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

} // namespace

void EvidenceMapper::link(std::string_view subject, std::string_view predicate,
                          std::string_view object_iri, const gazetteer::Evidence& evidence) {
  out_.link(subject, predicate, object_iri);
  mention(subject, predicate, rdf::iri_view(object_iri), evidence);
}

void EvidenceMapper::mention(std::string_view subject, std::string_view predicate,
                             const rdf::TermView& object, const gazetteer::Evidence& evidence) {
  if (!evidence.span.known() && evidence.score >= 1) return;
  const std::string name = mention_name(subject, predicate, object, evidence);
  out_.type(name, classes::mention);
  out_.link(name, reification::subject, subject);
  out_.link(name, reification::predicate, predicate);
  out_.state(name, reification::object, object);
  if (object.kind == rdf::TermKind::iri) out_.state(name, oa::has_body, object);
  out_.text(name, rule, evidence.rule);
  out_.typed(name, score, score_text(evidence.score), rdf::xsd::decimal);
  target(name, evidence);
}

std::string EvidenceMapper::mention_name(std::string_view subject, std::string_view predicate,
                                         const rdf::TermView& object,
                                         const gazetteer::Evidence& evidence) const {
  std::string name = out_.graph() + '#';
  if (subject != topic_) (name += iris::last_part(subject)) += '-';
  name += iris::last_part(predicate);
  if (object.kind == rdf::TermKind::iri) (name += '-') += iris::last_part(object.value);
  if (evidence.span.known()) append_number(name += '-', evidence.span.start);
  return name;
}

void EvidenceMapper::target(std::string_view mention, const gazetteer::Evidence& evidence) {
  std::string text = out_.graph() + "#text-";
  std::string selector = out_.graph() + (evidence.span.known() ? "#bytes-" : "#words-");
  if (evidence.span.known()) {
    append_range(text, evidence.span);
    append_range(selector, evidence.span);
    out_.type(selector, oa::data_position_selector);
    out_.integer(selector, oa::start, static_cast<std::int64_t>(evidence.span.start));
    out_.integer(selector, oa::end, static_cast<std::int64_t>(evidence.span.end));
  } else {
    text += iris::last_part(mention);
    selector += iris::last_part(mention);
  }
  out_.type(selector, oa::text_quote_selector);
  out_.text(selector, oa::exact, evidence.quote);
  out_.link(mention, oa::has_target, text);
  out_.type(text, oa::specific_resource);
  out_.link(text, oa::has_source, out_.graph());
  out_.link(text, oa::has_selector, selector);
}

} // namespace tela::mapping
