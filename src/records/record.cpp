#include "records/record.h"

#include <array>
#include <utility>

namespace tela::records {

namespace {

template<class Enum, std::size_t N>
using Names = std::array<std::pair<Enum, std::string_view>, N>;

constexpr Names<Status, 6> status_names{{{Status::unknown, ""},
                                         {Status::planned, "planned"},
                                         {Status::active, "active"},
                                         {Status::completed, "completed"},
                                         {Status::cancelled, "cancelled"},
                                         {Status::suspended, "suspended"}}};
constexpr Names<Coverage, 5> coverage_names{{{Coverage::unknown, ""},
                                             {Coverage::national, "national"},
                                             {Coverage::regional, "regional"},
                                             {Coverage::multi_regional, "multi-regional"},
                                             {Coverage::global, "global"}}};
constexpr Names<Part, 2> part_names{{{Part::dateline, "dateline"}, {Part::contact, "contact"}}};
constexpr Names<StateRole, 3> role_names{{{StateRole::mention, "mention"},
                                          {StateRole::beneficiary, "beneficiary"},
                                          {StateRole::other_country, "other-country"}}};
constexpr Names<Basis, 3> basis_names{{{Basis::seen, "seen"},
                                       {Basis::inferred, "inferred"},
                                       {Basis::general_knowledge, "general-knowledge"}}};
constexpr Names<TermRole, 5> term_role_names{{{TermRole::member, "member"},
                                              {TermRole::associate, "associate"},
                                              {TermRole::observer, "observer"},
                                              {TermRole::former, "former"},
                                              {TermRole::chair, "chair"}}};

constexpr Names<ValueKind, 4> value_kind_names{{{ValueKind::text, "text"},
                                                {ValueKind::number, "number"},
                                                {ValueKind::date, "date"},
                                                {ValueKind::iri, "iri"}}};

template<class Enum, std::size_t N>
std::string_view name_of(const Names<Enum, N>& names, Enum value) {
  for (const auto& [candidate, name] : names)
    if (candidate == value) return name;
  return {};
}

template<class Enum, std::size_t N>
std::optional<Enum> value_named(const Names<Enum, N>& names, std::string_view wanted) {
  for (const auto& [value, name] : names)
    if (name == wanted) return value;
  return std::nullopt;
}

} // namespace

bool Record::has_name() const {
  if (!key.empty() || !address.empty() || meeting() || membership_list()) return true;
  const Project* of = project();
  return of && (!of->project_id.empty() || !of->prima_id.empty() || !of->iati_id.empty());
}

std::string place_key(std::uint64_t number) {
  return "row-" + std::to_string(number);
}

std::optional<Lack> lack_of(const Record& record) {
  const Project* project = record.project();
  const bool named = !record.title.empty() || (project && !project->project_id.empty());
  if (record.membership_list()) {
    if (record.links.processes.size() == 1) return std::nullopt;
    return Lack{"memberships of no one process", "name the process or organisation, once"};
  }
  if (!named) return Lack{"a record without a title", "add a title, or a project id to a project"};
  if (record.meeting() && record.links.events.size() != 1)
    return Lack{"a meeting without its event", "add one event, with the process that meets"};
  return std::nullopt;
}

std::string_view to_string(Status status) {
  return name_of(status_names, status);
}
std::string_view to_string(Coverage coverage) {
  return name_of(coverage_names, coverage);
}
std::string_view to_string(Part part) {
  return name_of(part_names, part);
}
std::string_view to_string(StateRole role) {
  return name_of(role_names, role);
}
std::string_view to_string(ValueKind kind) {
  return name_of(value_kind_names, kind);
}
std::string_view to_string(Basis basis) {
  return name_of(basis_names, basis);
}
std::string_view to_string(TermRole role) {
  return name_of(term_role_names, role);
}
std::string_view kind_of(const Record& record) {
  constexpr std::array<std::string_view, 4> kinds{"project", "article", "meeting", "memberships"};
  static_assert(std::variant_size_v<decltype(record.content)> == kinds.size());
  return kinds[record.content.index()];
}

std::optional<Status> status_named(std::string_view name) {
  return value_named(status_names, name);
}
std::optional<Coverage> coverage_named(std::string_view name) {
  return value_named(coverage_names, name);
}
std::optional<Part> part_named(std::string_view name) {
  return value_named(part_names, name);
}
std::optional<StateRole> state_role_named(std::string_view name) {
  return value_named(role_names, name);
}
std::optional<ValueKind> value_kind_named(std::string_view name) {
  return value_named(value_kind_names, name);
}
std::optional<Basis> basis_named(std::string_view name) {
  return value_named(basis_names, name);
}
std::optional<TermRole> term_role_named(std::string_view name) {
  return value_named(term_role_names, name);
}

} // namespace tela::records
