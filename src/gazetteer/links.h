#pragma once

#include "gazetteer/gazetteer.h"
#include "records/record.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tela::gazetteer {

/// Why a link was made: where, from which words, by which rule, how sure.
struct Evidence {
  records::Span span; ///< bytes of the source; not known() when the record was not read from text
  std::string quote;  ///< the words, white space as single spaces
  std::string_view rule; ///< stable, kebab-case: "state-name", "former-name", "chair-handover", …
  double score = 0;      ///< 0 (a guess) to 1 (certain)
};

/// A state, as a beneficiary, a participant, a mention. Pointers are never null unless said and
/// stay valid as long as the gazetteer.
struct StateLink {
  const State* state = nullptr;
  Evidence evidence;
};

struct BodyLink {
  const Body* body = nullptr;
  Evidence evidence;
};

struct RegionLink {
  const Region* region = nullptr;
  Evidence evidence;
};

struct ThemeLink {
  const Theme* theme = nullptr;
  Evidence evidence;
};

/// A meeting that an article reports.
struct Event {
  const Body* process = nullptr; ///< nullptr: a meeting of no listed process
  std::string process_name;      ///< as written, where the text names one that is not listed
  Evidence process_evidence;     ///< of either
  std::optional<int> edition;    ///< 13 for "Treizième"
  Evidence edition_evidence;
  std::string place; ///< as written, without article: "Tela"
  Evidence place_evidence;
  std::optional<StateLink> country; ///< where it is held
  std::string dates;                ///< as written
  std::string start, end;           ///< ISO dates when day, month and year are known, else empty
  Evidence dates_evidence;
  std::vector<StateLink> chairs;       ///< who presides after the events of the page
  std::vector<StateLink> participants; ///< each state once, in order of first mention
  std::vector<StateLink> observers;    ///< where the source lists them by code
  std::vector<StateLink> others; ///< named, but as observers, absent, donors, origin or destination
};

/// A role of a state, as a list of members has it.
struct TermLink {
  const State* state = nullptr;
  records::MembershipTerm term;
};

/// Everything that was recognised in one record.
struct Links {
  std::vector<StateLink> beneficiaries;   ///< each state once, in the order of the page
  std::vector<StateLink> other_countries; ///< likewise
  std::vector<RegionLink> regions;        ///< of a project; two for "Asia and Oceania"
  std::optional<ThemeLink> theme;
  std::vector<StateLink> states;          ///< every mention of a state in title and running text
  std::vector<StateLink> territories;     ///< every mention of a territory
  std::vector<BodyLink> processes;        ///< every mention
  std::vector<BodyLink> organisations;    ///< every mention
  std::vector<Event> events;              ///< the meeting reported first; empty for projects
  std::vector<TermLink> memberships;      ///< in the body that processes or organisations name
  std::vector<records::Warning> warnings; ///< what was repeated, not understood, ambiguous
};

class Passage;
struct Names;

/// Links one record to states, bodies, regions and themes, and to the meetings that it states
/// itself; those of running text are read by events::link. Never fails: what is not understood is
/// a warning. Thread-safe. Cost: linear in the length of the record's texts.
[[nodiscard]] Links link_entities(const records::Record& record, const Gazetteer& gazetteer);
/// Likewise, with the passage of that record and the names that find_names found in it.
[[nodiscard]] Links link_entities(const records::Record& record, const Passage& passage,
                                  const Names& names, const Gazetteer& gazetteer);

} // namespace tela::gazetteer
