#pragma once

#include "records/activity.h"
#include "records/money.h"
#include "records/text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Records as people publish them: projects, articles, meetings and lists of members, typed, each
/// field with the place it was read at. Knows no RDF and no gazetteer: names of states stay text
/// here.
namespace tela::records {

/// Pages know active and completed only, IATI the others too.
enum class Status : std::uint8_t { unknown, planned, active, completed, cancelled, suspended };
enum class Coverage : std::uint8_t { unknown, national, regional, multi_regional, global };

/// Something a reader met and could not take as it stands; the record is still usable.
struct Warning {
  std::string code;    ///< stable, kebab-case: "repeated-state", "cut-title", …
  std::string message; ///< for people
  Span span;
  bool operator==(const Warning&) const = default;
};

/// A state name list as it stands on the page, not yet cut into names.
struct StateList {
  Text raw;
  std::vector<Text>
      items; ///< the names, when the layout itself parts them (one a line, XML elements)
  bool operator==(const StateList&) const = default;
};

/// An organisation that takes part in a project.
struct Partner {
  std::string id; ///< of an organisation in the gazetteer ("eu"), where the source says which
  Text name;      ///< as written
  bool operator==(const Partner&) const = default;
};

struct Project {
  Text project_id; ///< "Q36-805", "PN.0008"
  Text prima_id;
  Text iati_id; ///< "XM-DAC-47066-LM.0276"
  Text type;
  Text region;
  Status status = Status::unknown;
  Span status_span;
  Coverage coverage = Coverage::unknown;
  Span coverage_span;
  std::optional<Money> budget;
  Text start, end, year; ///< "2024" or an ISO date
  StateList beneficiaries;
  StateList other_countries;
  Text fund; ///< id of the fund that pays, when the source tells: "idf"
  std::vector<Partner> partners;
  std::optional<Activity> activity; ///< what an IATI file says beyond these fields
  bool operator==(const Project&) const = default;
};

/// What a stretch of an article's body is when it is not report: what it names is no mention.
enum class Part : std::uint8_t {
  dateline, ///< place (and date) before the dash that opens the report: "Panama – "
  contact,  ///< whom to ask: the contact formula and all that follows it
};

/// value[start, end) of the body.
struct Section {
  Part part = Part::contact;
  std::size_t start = 0;
  std::size_t end = 0;
  bool operator==(const Section&) const = default;
};

struct Article {
  Text date;                     ///< ISO date of publication when the page has one
  Text dateline;                 ///< the place before the dash, "Panama"
  std::vector<Section> sections; ///< in order, not overlapping; the rest of the body is report
  bool operator==(const Article&) const = default;
};

/// How sure the values of a record are.
enum class Basis : std::uint8_t {
  seen,              ///< its source shows them
  inferred,          ///< they follow from what its source shows
  general_knowledge, ///< no page was seen that shows them
};

/// A meeting as one source shows it, beside what links.events says of it, which has exactly one.
/// Sources that disagree make a record each.
struct Meeting {
  /// The last part of the IRI that names the meeting, where the values of this source do not: one
  /// that gives another day than the rest.
  std::string id;
  Text theme; ///< what the meeting was about, in the words of its programme
  std::vector<Text> notes;
  bool operator==(const Meeting&) const = default;
};

/// What a state is in a process or organisation.
enum class TermRole : std::uint8_t { member, associate, observer, former, chair };

/// A role of a state, and when it holds. Empty: not said.
struct MembershipTerm {
  std::string iso; ///< ISO 3166-1 alpha-2
  TermRole role = TermRole::member;
  std::string from, to; ///< "2019", "2019-05" or "2019-05-08"
  Text note;
  bool operator==(const MembershipTerm&) const = default;
};

/// Who belongs to the body that links.processes names, which has exactly one, as one source shows
/// it.
struct MembershipList {
  std::vector<MembershipTerm> terms;
  bool operator==(const MembershipList&) const = default;
};

/// What a state is to the record, where the source says so by its code.
enum class StateRole : std::uint8_t { mention, beneficiary, other_country };

/// A state that the source itself names by its code.
struct StateLink {
  std::string iso; ///< ISO 3166-1 alpha-2; tables may have alpha-3 or UN M49
  StateRole role = StateRole::mention;
  Text name; ///< as written; may be empty
  bool operator==(const StateLink&) const = default;
};

/// A process that the source itself names by its id in the gazetteer ("rcm").
struct ProcessLink {
  std::string id;
  Text name;
  bool operator==(const ProcessLink&) const = default;
};

/// A meeting that the source itself describes with codes. Empty or 0: not said.
struct EventLink {
  std::string process; ///< id in the gazetteer
  std::uint32_t edition = 0;
  Text place;
  std::string country; ///< ISO 3166-1 alpha-2, as chairs, participants and observers
  Text dates;          ///< as written
  Text start, end;     ///< "2008", "2008-05" or "2008-05-08"
  std::vector<std::string> chairs;
  std::vector<std::string> participants;
  std::vector<std::string> observers;
  bool operator==(const EventLink&) const = default;
};

/// Links that need no finding, because a person reviewed them (record XML) or the format has codes.
/// Where a list is not empty it stands for what the gazetteer would find in the text.
struct StatedLinks {
  std::vector<StateLink> states;
  std::vector<ProcessLink> processes;
  std::vector<EventLink> events;

  [[nodiscard]] bool empty() const noexcept {
    return states.empty() && processes.empty() && events.empty();
  }
  bool operator==(const StatedLinks&) const = default;
};

enum class ValueKind : std::uint8_t { text, number, date, iri };

/// A value that no field takes, for the property that a table's mapping names.
struct PropertyValue {
  std::string property; ///< its IRI
  ValueKind kind = ValueKind::text;
  std::string language; ///< of a text; empty: none
  Text value;           ///< as its kind is written: an xsd:decimal, an ISO date, an IRI
  bool operator==(const PropertyValue&) const = default;
};

/// One project, article, meeting or list of members.
struct Record {
  std::string source;   ///< file or address it was read from, as given
  std::string address;  ///< canonical web address when known; empty otherwise
  std::string captured; ///< when a crawler fetched the page, as its archive says; empty: not known
  std::string language; ///< "fr", "en", "es"; BCP 47
  /// What tells it from the other records of its source where it has no id that is known elsewhere:
  /// "row-12", or an id of the source's own. Empty: its ids, address, or source and title name it.
  std::string key;
  Text title;
  /// Where each byte of the title was read, as MappedText has it; empty when the title stands in
  /// the source as it is, or was not read from text.
  std::vector<std::uint64_t> title_offsets;
  /// Running text behind the title and fields, menu and residue removed; hard line wraps are
  /// joined by a space, '\n' parts paragraphs.
  MappedText body;
  std::variant<Project, Article, Meeting, MembershipList> content;
  Basis basis = Basis::seen;
  StatedLinks links; ///< empty for pages
  std::vector<PropertyValue> properties;
  std::vector<Warning> warnings;

  /// Whether an id, an address or a key tells it from others, or it is a meeting or a list of
  /// members, which their processes name. Else it has nothing but its title.
  [[nodiscard]] bool has_name() const;
  /// Whether its key is an id that its source gave, and not place_key().
  [[nodiscard]] bool has_own_id() const { return !key.empty() && !key.starts_with("row-"); }
  [[nodiscard]] const Project* project() const { return std::get_if<Project>(&content); }
  [[nodiscard]] const Article* article() const { return std::get_if<Article>(&content); }
  [[nodiscard]] const Meeting* meeting() const { return std::get_if<Meeting>(&content); }
  [[nodiscard]] const MembershipList* membership_list() const {
    return std::get_if<MembershipList>(&content);
  }
  bool operator==(const Record&) const = default;
};

/// "row-12", the key of a record that is known by its place: the 12th row, line or record of its
/// source.
[[nodiscard]] std::string place_key(std::uint64_t number);

/// What is missing without which a record says nothing, and what to do.
struct Lack {
  const char* what;
  const char* advice;
};
[[nodiscard]] std::optional<Lack> lack_of(const Record& record);

[[nodiscard]] std::string_view to_string(Status status);     ///< "active", "completed", …, ""
[[nodiscard]] std::string_view to_string(Coverage coverage); ///< "multi-regional", …, ""
[[nodiscard]] std::string_view to_string(Part part);         ///< "dateline", "contact"
[[nodiscard]] std::string_view to_string(StateRole role); ///< "beneficiary", "other-country", …
[[nodiscard]] std::string_view to_string(ValueKind kind); ///< "text", "number", …
[[nodiscard]] std::string_view to_string(Basis basis);    ///< "seen", "general-knowledge", …
[[nodiscard]] std::string_view to_string(TermRole role);  ///< "member", "chair", …
/// "project", "article", "meeting" or "memberships".
[[nodiscard]] std::string_view kind_of(const Record& record);

/// The enumerator of that name, or nothing.
[[nodiscard]] std::optional<Status> status_named(std::string_view name);
[[nodiscard]] std::optional<Coverage> coverage_named(std::string_view name);
[[nodiscard]] std::optional<Part> part_named(std::string_view name);
[[nodiscard]] std::optional<StateRole> state_role_named(std::string_view name);
[[nodiscard]] std::optional<ValueKind> value_kind_named(std::string_view name);
[[nodiscard]] std::optional<Basis> basis_named(std::string_view name);
[[nodiscard]] std::optional<TermRole> term_role_named(std::string_view name);

} // namespace tela::records
