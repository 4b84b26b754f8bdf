#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace tela::events {

/// What a reader of a meeting asks of a candidate.
enum class Question : std::uint8_t {
  process, ///< Is this the process whose meeting is reported?
  edition, ///< Is this ordinal the edition of that meeting?
  place,   ///< Is it held here?
  dates,   ///< Is it held then?
  chair,   ///< Does this state preside after it?
  part,    ///< Do the states of this list take part in it?
};
constexpr std::size_t question_count = static_cast<std::size_t>(Question::part) + 1;

/// What is noticed of a candidate besides the cues around it. A fact has a weight for each question
/// that data/events/rules.csv has a row for; the names there are those of to_string.
enum class Fact : std::uint8_t {
  always, ///< holds of every candidate: how likely one is before anything is noticed
  // where it stands
  title,       ///< in the title
  lead,        ///< in the first or second sentence of the report
  early,       ///< in the third or fourth
  own_field,   ///< behind a label that names what is asked: "Location:", "Participants:"
  other_field, ///< behind another label: "Observers:", "Next meeting:"
  opens_page,  ///< it is the dateline within the text
  dateline,    ///< it stands in the dateline alone
  // beside what it stands
  own_process,   ///< the process of the meeting is named in its sentence, or counted by it
  other_process, ///< only another process is
  sole_process,  ///< no other process is named on the page
  other_edition, ///< another edition of the process stands nearer
  announced,     ///< a coming meeting is told of where the page reports one
  mentioned,     ///< a coming meeting is told of beside one that was held
  state_behind,  ///< ", au Zimbabwe", "(Zambia)"
  office_before, ///< "bureau de", "Declaration of", "university of"
  in_name,       ///< "Los Angeles Declaration", "Abidjan-Lagos": a part of a longer name
  meeting_of,    ///< "the Accra meeting"
  elsewhere,     ///< another city than that of the meeting stands behind it
  stated_year,   ///< a date with its year
  today,         ///< the word for today, on a page that says when it was published
  several_days,  ///< a date with two days
  its_kind,      ///< "the first of its kind"
  first,         ///< it is the first one, as texts say of much that is no edition
  own_first,     ///< "its first meeting", "the first of the year": counted anew
  only_one,      ///< the page names no other city, day or edition
  repeated,      ///< the page names it again
  // of a process
  named_twice,  ///< it is named more than once
  named_often,  ///< it is named more than three times
  with_edition, ///< an edition is counted of it
  meets_next,   ///< the sentence behind it tells of a meeting that is held
  at_meeting,   ///< its meeting is spoken of: a word for a meeting with a verb of holding it
  aside,        ///< it is named only among examples
  alone,        ///< no other process is named, global ones aside
  event_page,   ///< the page gives day and place of a meeting in fields
  titled,       ///< the title speaks of a meeting and names no process
  global,       ///< a process of the whole world without an edition: pages name it for its subject
  parent_named, ///< the organisation it belongs to is named in title or lead
  occasion,     ///< a visit, an anniversary, the opening of an office is reported
  // of a chair
  handover,   ///< somebody hands the chair over to it
  takes,      ///< it takes the chair
  succeeds,   ///< it succeeds another chair
  presides,   ///< it presides, holds the chair, is elected
  presided,   ///< "chaired by" it, "under its chairmanship"
  apposition, ///< "Malawi, chair of the dialogue"
  chair_of,   ///< "the Mexican presidency", "presidency of Mexico"
  jointly,    ///< it shares the chair with a state named beside it
  unshared,   ///< it presides with others, and no other state is found
  adjective,  ///< it is named by its adjective
  other_body, ///< the chair of another body
  committee,  ///< the chair of a part of the process
  former,     ///< it presided before
  // of a state
  member,             ///< a member of the process
  not_member,         ///< none, of a process small enough to tell
  member_of_many,     ///< a member of a process too large to tell more
  among_members,      ///< none itself, but half of its list or more are
  all_members,        ///< a member, and the page counts as many states as there are members
  counted,            ///< the list is as long as the page says
  behind_process,     ///< the list follows the name of the process
  continued,          ///< the list before it in the clause takes part
  with_organisations, ///< organisations stand in the list
  host,               ///< it is where the meeting is held
  long_list,          ///< the list has three states or more
  alone_on_line,      ///< the list is a line of its own
};
constexpr std::size_t fact_count = static_cast<std::size_t>(Fact::alone_on_line) + 1;

/// A set of facts.
class Facts {
 public:
  Facts() { bits_.set(static_cast<std::size_t>(Fact::always)); }
  Facts(std::initializer_list<Fact> facts) : Facts() {
    for (const Fact fact : facts) add(fact);
  }

  void add(Fact fact) { bits_.set(static_cast<std::size_t>(fact)); }
  void add_if(bool holds, Fact fact) {
    if (holds) add(fact);
  }
  [[nodiscard]] bool has(Fact fact) const { return bits_.test(static_cast<std::size_t>(fact)); }

 private:
  std::bitset<fact_count> bits_;
};

/// Names in data/events/rules.csv: "part", "own-field".
[[nodiscard]] std::string_view to_string(Question question);
[[nodiscard]] std::string_view to_string(Fact fact);
[[nodiscard]] std::optional<Question> question_named(std::string_view name);
[[nodiscard]] std::optional<Fact> fact_named(std::string_view name);

} // namespace tela::events
