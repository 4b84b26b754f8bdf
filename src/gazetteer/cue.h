#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tela::gazetteer {

/// What a word or phrase of running text tells about a meeting and about who does what there. The
/// phrases of each are in data/events/cues.csv.
enum class Cue : std::uint8_t {
  // meetings
  meeting_noun,  ///< "réunion", "summit", "ronda"
  held,          ///< "se tient", "takes place", "tuvo lugar", "accueille"
  to_be_held,    ///< "se tiendra", "will be held"
  founding,      ///< "created in", "lancé": not this meeting
  earlier,       ///< "précédente", "auparavant": a meeting or office before this one
  later,         ///< "prochaine", "will be held": one after it
  other_meeting, ///< "Nations Unies": words of somebody else's meeting
  process_noun,  ///< "Process", "Framework", "Marco": what processes are called
  margin,        ///< "en marge de", "on the sidelines of": beside another meeting, so there too
  framed,      ///< "dans le cadre de", "on the occasion of": beside another meeting, or at this one
  within_term, ///< "of the year", "sous présidence": a count begins anew with each
  online,      ///< "en ligne", "virtually"
  aside,       ///< "notamment", "among them": processes that are only named
  all_processes, ///< "processus consultatifs régionaux": none in particular
  // the chair
  chair_noun, ///< "présidence", "chair"
  preside,    ///< "préside", "chairs", "coprésident"
  presided,   ///< "présidée", "chaired": with par, by, por
  hold_chair, ///< "exerce", "assure", "holds"
  take_chair, ///< "prendra", "will assume": the next chair
  took_chair, ///< "a pris", "est devenu", "assumed"
  hand_over,  ///< "a remis", "handed", "traspasó"
  succeed,    ///< "succède", "a pris le relais", "took over from"
  elected,    ///< "was chosen as", "élu"
  jointly,    ///< "co-chaired", "coprésidée": by several
  under,      ///< "sous la", "under the", "bajo la"
  committee,  ///< "comité", "working group": chairs of parts of the process
  host_noun,  ///< "pays hôte", "host country": the state where the meeting is
  // who takes part
  delegate,   ///< "délégués", "ministers", "those": people sent by states
  government, ///< "gouvernement", "authorities"
  member,     ///< "membres", "member states"
  attend,     ///< "participaron", "took part", "étaient représentés"
  partake,    ///< "a pris part", "attended": of attend, what a guest does and no host
  sign,       ///< "signatories", "suscribieron"
  speak,      ///< "a proposé", "asked": states as speakers
  state_noun, ///< "pays", "member states": what a number counts
  // who does not
  negation,    ///< "ne", "not": turns words for attending around
  absent,      ///< "n'a pas pris part", "sent its apologies"
  except,      ///< "except", "à l'exception de", "but not": the names behind it are left out
  neither,     ///< "ni", "neither": who follows is left out
  observer,    ///< "observateurs", "as observers", "invited"
  donor,       ///< "financé par", "embassy"
  route,       ///< "originaires de", "vers", "flee from", "border between"
  by_agent,    ///< "par", "by": what somebody does elsewhere
  place,       ///< "en", "in": where, not who
  with,        ///< "ainsi que", "together with": another group begins
  conjunction, ///< "et", "as well as": parts the last names of a list
  particle,    ///< "de la", "the", "en": goes with the names of a list
  bystander,   ///< "observers", "partners such as": the noun for those who only look on
  post,        ///< "ambassador to", "embassy in": where somebody is posted
  // words around the above
  since,         ///< "depuis", "since": what follows lies back
  possessive,    ///< "its", "su": counts somebody's own
  about_to,      ///< "is about to", "doit": a verb behind it is still to come
  thank,         ///< "congratulated", "agradece"
  today,         ///< "aujourd'hui", "hoy"
  pronoun,       ///< "Elle", "It": goes on about the subject of the sentence before
  copula,        ///< "is", "est": behind a label as good as a colon
  counted_other, ///< "anniversary", "phase": what an ordinal counts that is no meeting
  chair_office,  ///< of chair nouns, the office: "presidency"
  occasion,      ///< "visit", "anniversary", "bureau": reported, and no meeting
  seat,          ///< "Cancillería de", "capital of": a meeting there is in that state
  name_head,     ///< "bureau", "declaration": with a city behind it, a name of something else
  // labels of fields
  label_chair,
  label_chairs, ///< former and coming chairs
  label_place,
  label_dates,
  label_parties,
  label_bystanders, ///< observers, the absent
  label_other,      ///< the next meeting, contacts
};
constexpr std::size_t cue_count = static_cast<std::size_t>(Cue::label_other) + 1;

/// Its name in cues.csv: "meeting-noun".
[[nodiscard]] std::string_view to_string(Cue cue);
[[nodiscard]] std::optional<Cue> cue_named(std::string_view name);

} // namespace tela::gazetteer
