#include "mapping/names.h"

#include "base/error.h"
#include "mapping/iri_text.h"
#include "rdf/date_time.h"
#include "rdf/iri.h"
#include "records/own_ids.h"

#include <algorithm>
#include <utility>

namespace tela::mapping {

namespace {

std::string_view without_end_slashes(std::string_view text) {
  while (text.ends_with('/')) text.remove_suffix(1);
  return text;
}

// Between the parts of a name that is a place: folders, file, key or title.
constexpr std::string_view place_mark = "..";

bool is_day(std::string_view date) {
  return rdf::parse_date_time(date, rdf::DateTimeKind::date).has_value();
}

// `text` as a part of a place, where place_mark never stands.
std::string place_part(std::string_view text) {
  std::string part = iri_segment(text);
  for (std::size_t at = 0; (at = part.find(place_mark, at)) != std::string::npos;)
    part.replace(at, place_mark.size(), "%2E%2E");
  return part;
}

// "2019..projects.csv" of "2019/projects.csv": no two sources give the same.
std::string source_segment(std::string_view source) {
  std::string segment;
  for (source = without_end_slashes(source);;) {
    const auto slash = source.find('/');
    segment += place_part(source.substr(0, slash));
    if (slash == std::string_view::npos) return segment;
    segment += place_mark;
    source.remove_prefix(slash + 1);
  }
}

// Keys and titles tell records of one source apart, and hold nowhere else.
std::string name_by_place(const records::Record& record) {
  std::string name = record.key.empty() ? slug(record.title.value) : place_part(record.key);
  if (record.source.empty()) return name;
  return (source_segment(record.source) += place_mark) += name;
}

// What the record is known by where it has no identifier.
std::string name_without_id(const records::Record& record) {
  if (record.key.empty() && is_web_address(record.address)) {
    const std::string_view path = without_end_slashes(record.address);
    if (path.find('/', path.find("//") + 2) != std::string_view::npos) return slug(last_part(path));
  }
  return name_by_place(record);
}

} // namespace

Names::Names(std::string_view base, Aliases aliases) : base_(base), aliases_(std::move(aliases)) {
  if (!rdf::is_absolute_iri(base) || !base.ends_with('/'))
    throw base::Error(base::Failure::usage,
                      "the base IRI '" + base_ + "' is not an absolute IRI that ends in '/'",
                      "give one such as https://example.org/graph/");
}

std::string Names::join(std::string_view folder, std::string_view name) const {
  std::string iri;
  iri.reserve(base_.size() + folder.size() + name.size());
  iri += base_;
  iri += folder;
  return iri += name;
}

std::string Names::state(std::string_view iso2) const {
  return join("state/", iri_segment(iso2));
}

std::string Names::body(const gazetteer::Body& body) const {
  return join(body.process() ? "process/" : "organisation/", iri_segment(body.id));
}

std::string Names::region(std::string_view m49) const {
  return join("region/", iri_segment(m49));
}

std::string Names::theme(std::string_view id) const {
  return join("theme/", iri_segment(id));
}

std::string Names::organisation(std::string_view name) const {
  return join("organisation/", slug(name));
}

std::string Names::partner(std::string_view owner, std::string_view name) const {
  return join("organisation/", (slug(owner) += '-') += slug(name));
}

std::string Names::registered_organisation(std::string_view identifier) const {
  return join("organisation/", iri_segment(identifier));
}

std::string Names::dac_sector(std::string_view code) const {
  return join("sector/", iri_segment(code));
}

std::string Names::sector(std::string_view vocabulary, std::string_view code,
                          std::string_view publisher) const {
  if (vocabulary == "1" || vocabulary == "2") return dac_sector(code);
  std::string name = iri_segment(vocabulary) + '-';
  if (const bool own = vocabulary == "98" || vocabulary == "99"; own)
    (name += iri_segment(publisher)) += '-';
  return join("sector/", name += iri_segment(code));
}

std::string Names::fund(std::string_view id) const {
  return join("fund/", iri_segment(id));
}

std::string Names::membership(std::string_view body, std::string_view member,
                              std::string_view role) const {
  std::string name = iri_segment(body);
  ((name += '-') += iri_segment(member)) += '-';
  return join("membership/", name += role);
}

std::string Names::prima_segment(std::string_view prima_id) const {
  return iri_segment(aliases_.project_id(prima_id).value_or(prima_id));
}

std::string Names::iati_segment(std::string_view iati_identifier) const {
  const auto [project_id, prima_id] = records::own_ids(iati_identifier);
  if (!prima_id.empty()) return prima_segment(prima_id);
  return iri_segment(project_id.empty() ? iati_identifier : project_id);
}

std::string Names::topic_segment(const records::Record& record) const {
  const auto* project = record.project();
  if (!project) return name_without_id(record);
  if (!project->project_id.empty()) return iri_segment(project->project_id.value);
  if (!project->prima_id.empty()) return prima_segment(project->prima_id.value);
  if (!project->iati_id.empty()) return iati_segment(project->iati_id.value);
  return name_without_id(record);
}

std::string Names::topic(const records::Record& record) const {
  return join(record.project() ? "project/" : "article/", topic_segment(record));
}

std::string Names::activity(std::string_view iati_identifier) const {
  return join("project/", iati_segment(iati_identifier));
}

std::string Names::budget(std::string_view project, const records::Money& money) {
  std::string iri(project);
  (iri += "#budget-") += iri_segment(money.amount);
  if (!money.currency.empty()) (iri += '-') += iri_segment(money.currency);
  return iri;
}

std::string Names::meeting(const gazetteer::Event& event, const records::Record& record,
                           std::size_t rank) const {
  const records::Meeting* meeting = record.meeting();
  if (meeting && !meeting->id.empty()) return join("meeting/", iri_segment(meeting->id));
  std::string name = event.process ? iri_segment(event.process->id) + '-' : std::string();
  if (event.process && event.edition)
    name += std::to_string(*event.edition);
  else if (event.process && is_day(event.start))
    name += iri_segment(event.start);
  else if (meeting && (!event.start.empty() || !event.place.empty()))
    name += slug(event.start + ' ' + event.place);
  else if (meeting)
    name += event.process ? slug(record.title.value) : name_by_place(record);
  else
    name += topic_segment(record) + (rank == 0 ? "" : '-' + std::to_string(rank + 1));
  return join("meeting/", name);
}

// One for each process and page: the tables of several processes may rest on one page, and an
// article is read from it as well.
std::string Names::table_record(const records::Record& record) const {
  const records::StatedLinks& links = record.links;
  const std::string& process =
      record.meeting() ? links.events.front().process : links.processes.front().id;
  std::string folder = "graph/record/";
  (folder += kind_of(record)) += '/';
  (folder += iri_segment(process)) += '/';
  if (record.basis != records::Basis::seen) (folder += to_string(record.basis)) += '/';
  if (is_web_address(record.address)) return join(folder, address_path(record.address));
  return join(folder += "file/", source_segment(record.source));
}

std::string Names::record(const records::Record& record) const {
  if (record.meeting() || record.membership_list()) return table_record(record);
  if (is_web_address(record.address)) return join("graph/record/", address_path(record.address));
  std::string name = topic_segment(record);
  if (name != name_by_place(record)) name = source_segment(record.source) + '/' + name;
  if (!record.language.empty()) (name += '/') += iri_segment(record.language);
  return join("graph/record/file/", name);
}

std::string Names::tie(std::string_view kind, std::string_view first,
                       std::string_view second) const {
  std::string name(kind);
  (name += '/') += as_segment(first);
  (name += '/') += as_segment(second);
  return join("tie/", name);
}

// Below the base "state:HN"; a percent-encoded IRI has no ':', so that the two are never the same.
std::string Names::as_segment(std::string_view iri) const {
  if (!iri.starts_with(base_)) return rdf::percent_encode(iri);
  std::string segment;
  for (iri.remove_prefix(base_.size()); !iri.empty();) {
    const std::string_view part = iri.substr(0, iri.find('/'));
    if (!segment.empty()) segment += ':';
    segment += rdf::percent_encode(part);
    iri.remove_prefix(std::min(part.size() + 1, iri.size()));
  }
  return segment;
}

std::string Names::source(std::string_view path) const {
  return join("source/", rdf::percent_encode(path));
}

std::string Names::rdf_graph(std::string_view hash) const {
  return join("graph/rdf/", hash);
}

std::string_view source_part(std::string_view iri) {
  const std::string_view name = last_part(iri);
  const auto mark = name.rfind(place_mark);
  if (mark == std::string_view::npos) return {};
  return iri.substr(0, iri.size() - name.size() + mark);
}

std::string_view last_part(std::string_view iri) {
  const auto cut = iri.find_last_of("/#");
  return cut == std::string_view::npos ? iri : iri.substr(cut + 1);
}

} // namespace tela::mapping
