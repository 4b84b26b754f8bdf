#include "cli/extract_json.h"

#include "base/json.h"
#include "events/doubt.h"

namespace tela::cli {

namespace {

using base::JsonWriter;
using gazetteer::Evidence;
using gazetteer::Links;

void field(JsonWriter& json, std::string_view key, std::string_view value) {
  if (!value.empty()) json.field(key, value);
}

void field(JsonWriter& json, std::string_view key, const records::Text& text) {
  field(json, key, std::string_view(text.value));
}

void codes(JsonWriter& json, std::string_view key,
           const std::vector<gazetteer::StateLink>& states) {
  if (states.empty()) return;
  json.key(key).begin_array();
  for (const auto& link : states) json.value(link.state->iso2);
  json.end_array();
}

void write_project(JsonWriter& json, const records::Project& project, const Links& links) {
  field(json, "project_id", project.project_id);
  field(json, "prima_id", project.prima_id);
  field(json, "iati_id", project.iati_id);
  field(json, "status", to_string(project.status));
  field(json, "type", project.type);
  if (links.theme) json.field("theme", links.theme->theme->id);
  field(json, "coverage", to_string(project.coverage));
  field(json, "region", project.region);
  if (!links.regions.empty()) {
    json.key("region_m49").begin_array();
    for (const auto& link : links.regions) json.value(link.region->m49);
    json.end_array();
  }
  if (project.budget) {
    json.key("budget").begin_object();
    json.field("amount", project.budget->amount);
    field(json, "currency", std::string_view(project.budget->currency));
    json.end_object();
  }
  field(json, "start", project.start);
  field(json, "end", project.end);
  field(json, "year", project.year);
  codes(json, "beneficiaries", links.beneficiaries);
  codes(json, "other_countries", links.other_countries);
}

void write_evidence(JsonWriter& json, const Evidence& evidence) {
  json.field("text", evidence.quote);
  if (evidence.span.known())
    json.field("start", evidence.span.start).field("end", evidence.span.end);
  json.field("rule", evidence.rule).field("score", evidence.score);
}

/// What is below the limit of events/doubt.h, so that a person can look at it.
void write_doubts(JsonWriter& json, const gazetteer::Event& event) {
  const auto doubts = events::doubtful_links(event);
  if (doubts.empty()) return;
  json.key("doubtful").begin_array();
  for (const auto& doubt : doubts)
    json.begin_object()
        .field("part", doubt.part)
        .field("value", doubt.value)
        .field("text", doubt.quote)
        .field("probability", doubt.probability)
        .end_object();
  json.end_array();
}

void write_event(JsonWriter& json, const gazetteer::Event& event) {
  json.begin_object();
  if (event.process != nullptr) json.field("process", event.process->id);
  field(json, "process_name", std::string_view(event.process_name));
  if (event.edition) json.field("edition", *event.edition);
  field(json, "place", std::string_view(event.place));
  if (event.country) json.field("country", event.country->state->iso2);
  field(json, "dates", std::string_view(event.dates));
  field(json, "start", std::string_view(event.start));
  field(json, "end", std::string_view(event.end));
  if (event.chairs.size() == 1) json.field("chair", event.chairs.front().state->iso2);
  if (event.chairs.size() > 1) codes(json, "co_chairs", event.chairs);
  codes(json, "participants", event.participants);
  codes(json, "observers", event.observers);
  codes(json, "others", event.others);
  write_doubts(json, event);
  json.end_object();
}

void write_states(JsonWriter& json, std::string_view key,
                  const std::vector<gazetteer::StateLink>& states) {
  json.key(key).begin_array();
  for (const auto& link : states) {
    json.begin_object().field("iso", link.state->iso2);
    write_evidence(json, link.evidence);
    json.end_object();
  }
  json.end_array();
}

void write_bodies(JsonWriter& json, std::string_view key,
                  const std::vector<gazetteer::BodyLink>& bodies) {
  json.key(key).begin_array();
  for (const auto& link : bodies) {
    json.begin_object().field("id", link.body->id);
    write_evidence(json, link.evidence);
    json.end_object();
  }
  json.end_array();
}

void write_mentions(JsonWriter& json, const Links& links) {
  json.key("mentions").begin_object();
  write_states(json, "states", links.states);
  write_states(json, "territories", links.territories);
  write_bodies(json, "processes", links.processes);
  write_bodies(json, "organisations", links.organisations);
  json.end_object();
}

void write_events(JsonWriter& json, const Links& links) {
  json.key("events").begin_array();
  for (const auto& event : links.events) write_event(json, event);
  json.end_array();
}

void write_meeting(JsonWriter& json, const records::Meeting& meeting) {
  field(json, "meeting_id", std::string_view(meeting.id));
  field(json, "theme", meeting.theme);
  if (meeting.notes.empty()) return;
  json.key("notes").begin_array();
  for (const auto& note : meeting.notes) json.value(note.value);
  json.end_array();
}

void write_memberships(JsonWriter& json, const Links& links) {
  for (const auto* bodies : {&links.processes, &links.organisations})
    if (!bodies->empty()) json.field("process", bodies->front().body->id);
  json.key("members").begin_array();
  for (const auto& [state, term] : links.memberships) {
    json.begin_object().field("iso", state->iso2).field("role", to_string(term.role));
    field(json, "from", std::string_view(term.from));
    field(json, "to", std::string_view(term.to));
    field(json, "note", term.note);
    json.end_object();
  }
  json.end_array();
}

void write_warnings(JsonWriter& json, const std::vector<records::Warning>& warnings) {
  for (const auto& warning : warnings) {
    json.begin_object().field("code", warning.code).field("message", warning.message);
    if (warning.span.known())
      json.field("start", warning.span.start).field("end", warning.span.end);
    json.end_object();
  }
}

void write_properties(JsonWriter& json, const std::vector<records::PropertyValue>& properties) {
  if (properties.empty()) return;
  json.key("properties").begin_array();
  for (const auto& property : properties) {
    json.begin_object().field("iri", property.property).field("kind", to_string(property.kind));
    field(json, "lang", std::string_view(property.language));
    json.field("value", property.value.value).end_object();
  }
  json.end_array();
}

} // namespace

void append_json(std::string& out, const records::Record& record, const Links& links) {
  JsonWriter json(out);
  json.begin_object().field("kind", kind_of(record));
  json.field("source", record.source);
  field(json, "address", std::string_view(record.address));
  field(json, "captured", std::string_view(record.captured));
  field(json, "lang", std::string_view(record.language));
  field(json, "key", std::string_view(record.key));
  if (record.basis != records::Basis::seen) json.field("basis", to_string(record.basis));
  field(json, "title", record.title);
  if (const auto* project = record.project()) write_project(json, *project, links);
  if (const auto* article = record.article()) {
    field(json, "date", article->date);
    field(json, "dateline", article->dateline);
  }
  if (const auto* meeting = record.meeting()) write_meeting(json, *meeting);
  if (record.article() || record.meeting()) write_events(json, links);
  if (record.membership_list()) write_memberships(json, links);
  write_mentions(json, links);
  write_properties(json, record.properties);
  json.key("warnings").begin_array();
  write_warnings(json, record.warnings);
  write_warnings(json, links.warnings);
  json.end_array().end_object();
}

} // namespace tela::cli
