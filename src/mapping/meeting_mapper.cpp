#include "mapping/meeting_mapper.h"

#include "base/require.h"
#include "iris/iri_text.h"
#include "mapping/membership_mapper.h"
#include "mapping/record_text.h"
#include "rdf/namespaces.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

#include <array>
#include <utility>

namespace tela::mapping {

namespace {

using namespace vocabulary; // NOLINT(google-build-using-namespace): its names are terms

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> word_for_meeting{
    {{"en", ", meeting "}, {"fr", ", réunion "}, {"es", ", reunión "}}};

// One meeting on its way into the graph of its record.
class MeetingMapper {
 public:
  MeetingMapper(const gazetteer::Event& event, std::string_view meeting,
                const records::Record& record, const Names& names, rdf::GraphWriter& out,
                EvidenceMapper& evidence)
      : event_(event), meeting_(meeting), record_(record), names_(names), out_(out),
        evidence_(evidence) {}

  void map() {
    out_.type(meeting_, classes::meeting);
    out_.link(meeting_, basis, basis_of(record_));
    map_label();
    if (event_.process)
      evidence_.link(meeting_, meeting_of, names_.body(*event_.process), event_.process_evidence);
    map_unlisted_process();
    map_edition();
    map_place();
    map_days();
    for (const auto& [state, why] : event_.participants)
      evidence_.link(meeting_, participant, names_.state(state->iso2), why);
    for (const auto& [state, why] : event_.observers)
      evidence_.link(meeting_, observer_state, names_.state(state->iso2), why);
    for (const auto& chair : event_.chairs) map_chair(chair);
  }

 private:
  // Where the process is not known, the record's title is the only name there is.
  void map_label() {
    if (!event_.process)
      return out_.text(meeting_, rdf::rdfs_label, record_.title.value, record_.language);
    for (const auto& [language, word] : word_for_meeting) {
      std::string label(gazetteer::label(event_.process->names, language));
      label += word;
      label += number_or_day();
      out_.text(meeting_, rdf::rdfs_label, label, language);
    }
  }

  // What parts the meeting from the others of its process, as its name has it.
  [[nodiscard]] std::string_view number_or_day() const {
    const std::string process = iris::iri_segment(event_.process->id) + '-';
    const std::string_view name = iris::last_part(meeting_);
    return name.starts_with(process) ? name.substr(process.size()) : name;
  }

  void map_unlisted_process() {
    if (event_.process_name.empty()) return;
    const auto term = rdf::text_view(event_.process_name, record_.language);
    out_.state(meeting_, process_text, term);
    evidence_.mention(meeting_, process_text, term, event_.process_evidence);
  }

  void map_edition() {
    if (!event_.edition) return;
    const std::string number = std::to_string(*event_.edition);
    const auto term = rdf::typed_view(number, rdf::xsd::integer);
    out_.state(meeting_, edition, term);
    evidence_.mention(meeting_, edition, term, event_.edition_evidence);
  }

  void map_place() {
    if (!event_.place.empty()) {
      const auto term = rdf::text_view(event_.place, record_.language);
      out_.state(meeting_, schema::location, term);
      evidence_.mention(meeting_, schema::location, term, event_.place_evidence);
    }
    if (event_.country)
      evidence_.link(meeting_, host_state, names_.state(event_.country->state->iso2),
                     event_.country->evidence);
  }

  void map_days() {
    map_date(meeting_, event_.start, start_year, schema::start_date, out_);
    map_date(meeting_, event_.end, end_year, schema::end_date, out_);
    if (event_.dates.empty()) return;
    const auto term = rdf::text_view(event_.dates, record_.language);
    out_.state(meeting_, date_text, term);
    evidence_.mention(meeting_, date_text, term, event_.dates_evidence);
  }

  void map_chair(const gazetteer::StateLink& chair) {
    const std::string state = names_.state(chair.state->iso2);
    evidence_.link(meeting_, chair_state, state, chair.evidence);
    if (!event_.process) return;
    std::string role = "chair-";
    role += iris::last_part(meeting_);
    const std::string node = names_.membership(event_.process->id, chair.state->iso2, role);
    map_membership({.node = node,
                    .body = names_.body(*event_.process),
                    .member = state,
                    .role = chair_role,
                    .basis = basis_of(record_)},
                   out_);
    map_date(node, event_.start, start_year, schema::start_date, out_);
    if (iris::is_web_address(record_.address)) out_.link(node, dcterms::source, record_.address);
  }

  const gazetteer::Event& event_;
  std::string_view meeting_;
  const records::Record& record_;
  const Names& names_;
  rdf::GraphWriter& out_;
  EvidenceMapper& evidence_;
};

} // namespace

void map_meeting(const gazetteer::Event& event, std::string_view meeting,
                 const records::Record& record, const Names& names, rdf::GraphWriter& out,
                 EvidenceMapper& evidence) {
  MeetingMapper(event, meeting, record, names, out, evidence).map();
}

void map_meeting_record(const records::Record& record, const gazetteer::Links& links,
                        std::string_view meeting, const Names& names, rdf::GraphWriter& out) {
  base::require(record.meeting() != nullptr, "record.meeting()");
  EvidenceMapper evidence(out, meeting);
  map_meeting(links.events.front(), meeting, record, names, out, evidence);
  const records::Meeting& details = *record.meeting();
  out.text(meeting, dcterms::title, record.title.value, record.language);
  if (!details.theme.empty())
    out.text(meeting, dcterms::description, details.theme.value); // in any language
  for (const records::Text& note : details.notes)
    out.text(meeting, skos::editorial_note, note.value, "en");
  if (iris::is_web_address(record.address)) out.link(meeting, foaf::page, record.address);
}

} // namespace tela::mapping
