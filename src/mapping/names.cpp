#include "mapping/names.h"

#include "base/ascii.h"
#include "iris/iri_text.h"
#include "rdf/date_time.h"
#include "records/own_ids.h"

#include <algorithm>
#include <utility>

namespace tela::mapping {

using iris::address_path;
using iris::iri_segment;
using iris::is_web_address;
using iris::last_part;
using iris::slug;

namespace {

std::string_view without_end_slashes(std::string_view text) {
  while (text.ends_with('/')) text.remove_suffix(1);
  return text;
}

// Between the parts of a name that is a place: folders, file, key or title.
constexpr std::string_view place_mark = "..";
// Between those of a name that is an address.
constexpr std::string_view path_mark = "--";

bool is_day(std::string_view date) {
  return rdf::parse_date_time(date, rdf::DateTimeKind::date).has_value();
}

std::string with_replaced(std::string text, std::string_view mark, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos;)
    text.replace(at, mark.size(), by);
  return text;
}

// `text` as a part of a place, where place_mark never stands.
std::string place_part(std::string_view text) {
  return with_replaced(iri_segment(text), place_mark, "%2E%2E");
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

// A part of an address, where path_mark never stands, nor could with another part before it.
std::string path_part(std::string_view text) {
  std::string part = with_replaced(place_part(text), path_mark, "%2D%2D");
  if (part.starts_with('-')) part.replace(0, 1, "%2D");
  return part;
}

// "iom.int--news--ferry" of "https://IOM.int/news/ferry/": no two pages give the same, though many
// end alike ("/overview").
std::string address_name(std::string_view address) {
  constexpr std::size_t longest = 200; // names are names of files, too
  std::string_view rest = without_end_slashes(address.substr(address.find("//") + 2));
  const std::string host = base::ascii_lower(rest.substr(0, rest.find('/')));
  rest.remove_prefix(host.size());
  const std::string page = host + std::string(rest);
  std::string name = path_part(host);
  while (!rest.empty()) {
    rest.remove_prefix(1);
    const auto part = rest.substr(0, rest.find('/'));
    (name += path_mark) += path_part(part);
    rest.remove_prefix(part.size());
  }
  return name.size() > longest ? slug(page) : name;
}

// What the record is known by where it has no identifier. A host alone is a site, and no page of
// it.
std::string name_without_id(const records::Record& record) {
  if (record.key.empty() && is_web_address(record.address)) {
    const std::string_view path = without_end_slashes(record.address);
    if (path.find('/', path.find("//") + 2) != std::string_view::npos)
      return address_name(record.address);
  }
  return name_by_place(record);
}

} // namespace

Names::Names(std::string_view base, Aliases aliases) : Scheme(base), aliases_(std::move(aliases)) {}

std::string Names::body(const gazetteer::Body& body) const {
  return body.process() ? process(body.id) : registered_organisation(body.id);
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
  const bool is_negative = money.amount.starts_with('-');
  iri += is_negative ? "#budget-minus-" : "#budget-";
  iri += iri_segment(std::string_view(money.amount).substr(is_negative ? 1 : 0));
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

std::string_view source_part(std::string_view iri) {
  const std::string_view name = last_part(iri);
  const auto mark = name.rfind(place_mark);
  if (mark == std::string_view::npos) return {};
  return iri.substr(0, iri.size() - name.size() + mark);
}

} // namespace tela::mapping
