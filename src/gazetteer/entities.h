#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Who and what the project's texts speak of: states and territories, regional processes and
/// organisations, M49 regions, themes; and how texts are linked to them.
namespace tela::gazetteer {

/// What a name is to its bearer.
enum class NameKind : std::uint8_t {
  label,   ///< the name to show: one per language
  formal,  ///< "the Republic of Honduras"
  variant, ///< another current name or spelling
  former,  ///< a name of the past: "Swaziland", "Cap-Vert"
  acronym, ///< "RCM", "DRC"
  demonym, ///< an adjective or nationality: "Honduran"; never a mention of the state itself
  city,    ///< a seat or capital of a state that texts name meetings by: "Tegucigalpa"
};

struct Name {
  std::string text;
  std::string
      language; ///< BCP 47: "en", "fr", "es", "ar", "ru", "zh"; "" when it is the same in all
  NameKind kind = NameKind::label;
  bool sourced = true; ///< false: general knowledge, not seen on a page
};

/// What an entry of ISO 3166-1 is; only territories stand apart in lists of states.
enum class Standing : std::uint8_t {
  state,
  associated_state,
  observer_state, ///< of the United Nations
  user_assigned,  ///< not in ISO 3166-1, but met in lists of members: Kosovo as XK
  territory,
};

/// A place on the globe in decimal degrees of WGS 84, as a table writes them: "14.07".
struct Coordinates {
  std::string latitude, longitude;
};

/// A state or a territory of ISO 3166-1.
struct State {
  std::string iso2;   ///< "HN"
  std::string iso3;   ///< "HND"
  std::string m49;    ///< three digits: "340"; empty for a user-assigned code
  std::string region; ///< M49 code of the smallest region it belongs to; empty for Antarctica
  Standing standing = Standing::state;
  std::string dependency; ///< "Territory of GB", "Part of CN"…; empty for a state
  std::string capital;    ///< in English; may be empty
  std::optional<Coordinates> capital_place; ///< general knowledge, to a hundredth of a degree
  std::string geonames;                     ///< number in geonames.org
  std::string wikidata;                     ///< "Q783"; may be empty
  std::string currency;                     ///< ISO 4217; may be empty
  bool least_developed = false;
  bool landlocked_developing = false;
  bool small_island_developing = false;
  std::vector<Name> names;

  [[nodiscard]] bool territory() const noexcept { return standing == Standing::territory; }
};

/// A region of the UN's M49 scheme.
struct Region {
  std::string m49;    ///< three digits: "419"
  std::string parent; ///< empty for the world, "001"
  std::vector<Name> names;
};

/// A kind of work that projects do: one concept of the theme scheme.
struct Theme {
  std::string id; ///< "labour-migration"
  std::vector<Name> names;
};

/// A sector of development aid, by its code in the DAC's list: "151", "15190".
struct Sector {
  std::string code;
  std::vector<Name> names;

  /// The code of the wider sector; may be no sector of the gazetteer.
  [[nodiscard]] std::string broader() const;
};

enum class BodyKind : std::uint8_t {
  consultative_process, ///< a regional consultative process on migration
  interregional_forum,
  global_process,
  international_organisation, ///< works world-wide: IOM, UNHCR
  organisation,               ///< a regional organisation: SICA, ECOWAS
};

/// How sure a statement of the gazetteer is.
enum class Basis : std::uint8_t {
  sourced,           ///< seen on a page that `sources` lists
  incomplete,        ///< seen on a page, but the list is known to have gaps
  partly_sourced,    ///< completed from general knowledge
  general_knowledge, ///< not seen on a page
  none,              ///< no list at all
};

enum class MemberRole : std::uint8_t { member, observer, friend_of };

struct Membership {
  std::string state; ///< ISO 3166-1 alpha-2
  MemberRole role = MemberRole::member;
  Basis basis = Basis::sourced;
};

/// A fact that is a text or number, and whether a page was seen that says it.
template<class Value>
struct Fact {
  Value value{};
  bool sourced = true;
};

/// A process, a forum or an organisation that states belong to.
struct Body {
  std::string id; ///< "rcm"
  BodyKind kind = BodyKind::consultative_process;
  std::vector<Name> names;
  std::optional<Fact<int>> established;                 ///< year
  std::optional<Fact<std::string>> established_in;      ///< place
  std::optional<Fact<std::string>> established_country; ///< ISO 3166-1 alpha-2
  std::optional<Fact<std::string>> secretariat;
  std::optional<Fact<std::string>> website;
  std::optional<Fact<std::string>> preceded_by;  ///< id of a body, or a text
  std::optional<Fact<std::string>> succeeded_by; ///< id of a body
  std::optional<Fact<std::string>> iati;         ///< its identifier in IATI files: "XM-DAC-47066"
  std::string parent;                            ///< id of the organisation it belongs to, or empty
  Basis members_basis = Basis::sourced;
  std::vector<Membership> memberships;
  std::vector<std::string> observer_organisations;
  std::vector<std::string> as_of;   ///< when and how the lists were seen, for people
  std::vector<std::string> sources; ///< web addresses, or "general knowledge"

  [[nodiscard]] bool process() const noexcept {
    return kind != BodyKind::organisation && kind != BodyKind::international_organisation;
  }
};

[[nodiscard]] std::string_view to_string(NameKind kind);
[[nodiscard]] std::string_view to_string(Standing standing); ///< "associated-state", …
[[nodiscard]] std::string_view to_string(BodyKind kind);   ///< "regional-consultative-process", …
[[nodiscard]] std::string_view to_string(Basis basis);     ///< "general-knowledge", …
[[nodiscard]] std::string_view to_string(MemberRole role); ///< "member", "observer", "friend"

/// The label in `language`, or in English, or the first name, or "".
[[nodiscard]] std::string_view label(const std::vector<Name>& names, std::string_view language);

} // namespace tela::gazetteer
