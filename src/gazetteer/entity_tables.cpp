#include "gazetteer/entity_tables.h"

#include "base/data_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace tela::gazetteer {

namespace {

using base::DataTable;
using base::split_names;

constexpr std::array<const char*, 3> languages = {"en", "fr", "es"};

void add_name(std::vector<Name>& names, std::string_view text, std::string_view language,
              NameKind kind) {
  if (!text.empty()) names.push_back({std::string(text), std::string(language), kind, true});
}

Standing standing_named(const DataTable& table, const DataTable::Row& row,
                        const std::string& name) {
  for (const auto standing : {Standing::state, Standing::associated_state, Standing::observer_state,
                              Standing::user_assigned, Standing::territory})
    if (to_string(standing) == name) return standing;
  table.fail(row, "unknown standing: " + name);
}

NameKind kind_named(const DataTable& table, const DataTable::Row& row, const std::string& name) {
  for (const auto kind :
       {NameKind::variant, NameKind::former, NameKind::acronym, NameKind::demonym, NameKind::city})
    if (to_string(kind) == name) return kind;
  table.fail(row, "unknown kind of name: " + name);
}

/// Column numbers of states.csv.
struct StateColumns {
  explicit StateColumns(const DataTable& table)
      : iso2(table.column("iso2")), iso3(table.column("iso3")), m49(table.column("m49")),
        region(table.column("region")), standing(table.column("standing")),
        dependency(table.column("dependency")), ldc(table.column("least_developed")),
        lldc(table.column("landlocked_developing")), sids(table.column("small_island_developing")),
        capital(table.column("capital")), geonames(table.column("geonames")),
        wikidata(table.column("wikidata")), currency(table.column("currency")) {
    for (const char* language : {"en", "fr", "es", "ar", "ru", "zh"})
      labels.emplace_back(language, table.column(language));
    for (const char* language : languages)
      formal.emplace_back(language, table.column(std::string(language) + "_formal"));
  }
  std::size_t iso2, iso3, m49, region, standing, dependency, ldc, lldc, sids, capital, geonames,
      wikidata, currency;
  std::vector<std::pair<const char*, std::size_t>> labels, formal; ///< language and column
};

State read_state(const DataTable& table, const StateColumns& at, const DataTable::Row& row) {
  const auto& field = row.fields;
  State state;
  state.iso2 = field[at.iso2];
  state.iso3 = field[at.iso3];
  state.m49 = field[at.m49];
  state.region = field[at.region];
  state.standing = standing_named(table, row, field[at.standing]);
  state.dependency = field[at.dependency];
  state.capital = field[at.capital];
  state.geonames = field[at.geonames];
  state.wikidata = field[at.wikidata];
  state.currency = field[at.currency];
  state.least_developed = !field[at.ldc].empty();
  state.landlocked_developing = !field[at.lldc].empty();
  state.small_island_developing = !field[at.sids].empty();
  for (const auto& [language, column] : at.labels)
    add_name(state.names, field[column], language, NameKind::label);
  for (const auto& [language, column] : at.formal)
    add_name(state.names, field[column], language, NameKind::formal);
  return state;
}

// The state of a row that speaks of one. REQUIRES: `states` ascend by code.
State& state_of(std::vector<State>& states, const DataTable& table, const DataTable::Row& row,
                const std::string& code) {
  const auto state = std::lower_bound(
      states.begin(), states.end(), code,
      [](const State& left, const std::string& wanted) { return left.iso2 < wanted; });
  if (state == states.end() || state->iso2 != code)
    table.fail(row, "no state has the code " + code);
  return *state;
}

void read_state_names(const DataFiles& files, std::vector<State>& states) {
  const auto file = files.file("state_names.csv");
  const DataTable table(file.name, file.content);
  const auto iso2 = table.column("iso2"), kind = table.column("kind"),
             language = table.column("language"), names = table.column("names");
  for (std::size_t index = 0; index < table.size(); ++index) {
    const auto row = table.row(index);
    State& state = state_of(states, table, row, row.fields[iso2]);
    const auto name_kind = kind_named(table, row, row.fields[kind]);
    for (const auto name : split_names(row.fields[names]))
      add_name(state.names, name, row.fields[language], name_kind);
  }
}

// Checks that a cell is a number of degrees, at most `most` to either side.
void check_degrees(const DataTable& table, const DataTable::Row& row, const std::string& text,
                   double most) {
  double degrees = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, degrees, std::chars_format::fixed);
  if (read.ec != std::errc() || read.ptr != end || !(std::abs(degrees) <= most))
    table.fail(row, "'" + text + "' is no number of degrees");
}

void read_capitals(const DataFiles& files, std::vector<State>& states) {
  const auto file = files.file("capitals.csv");
  const DataTable table(file.name, file.content);
  const auto iso2 = table.column("iso2"), latitude = table.column("latitude"),
             longitude = table.column("longitude");
  for (std::size_t index = 0; index < table.size(); ++index) {
    const auto row = table.row(index);
    check_degrees(table, row, row.fields[latitude], 90);
    check_degrees(table, row, row.fields[longitude], 180);
    state_of(states, table, row, row.fields[iso2]).capital_place =
        Coordinates{row.fields[latitude], row.fields[longitude]};
  }
}

void add_labels(std::vector<Name>& names, const DataTable& table, const DataTable::Row& row) {
  for (const char* language : languages)
    add_name(names, row.fields[table.column(language)], language, NameKind::label);
}

/// Labels in three languages and variants of any.
std::vector<Name> read_labels(const DataTable& table, const DataTable::Row& row) {
  std::vector<Name> names;
  add_labels(names, table, row);
  for (const auto variant : split_names(row.fields[table.column("variants")]))
    add_name(names, variant, "", NameKind::variant);
  return names;
}

} // namespace

std::vector<State> read_states(const DataFiles& files) {
  const auto file = files.file("states.csv");
  const DataTable table(file.name, file.content);
  const StateColumns columns(table);
  std::vector<State> states;
  states.reserve(table.size());
  for (std::size_t index = 0; index < table.size(); ++index)
    states.push_back(read_state(table, columns, table.row(index)));
  std::sort(states.begin(), states.end(),
            [](const State& left, const State& right) { return left.iso2 < right.iso2; });
  read_state_names(files, states);
  read_capitals(files, states);
  return states;
}

std::vector<Region> read_regions(const DataFiles& files) {
  const auto file = files.file("regions.csv");
  const DataTable table(file.name, file.content);
  std::vector<Region> regions;
  for (std::size_t index = 0; index < table.size(); ++index) {
    const auto row = table.row(index);
    regions.push_back({row.fields[table.column("m49")], row.fields[table.column("parent")],
                       read_labels(table, row)});
  }
  std::sort(regions.begin(), regions.end(),
            [](const Region& left, const Region& right) { return left.m49 < right.m49; });
  return regions;
}

std::vector<Theme> read_themes(const DataFiles& files) {
  const auto file = files.file("themes.csv");
  const DataTable table(file.name, file.content);
  std::vector<Theme> themes;
  for (std::size_t index = 0; index < table.size(); ++index) {
    const auto row = table.row(index);
    themes.push_back({row.fields[table.column("id")], read_labels(table, row)});
  }
  std::sort(themes.begin(), themes.end(),
            [](const Theme& left, const Theme& right) { return left.id < right.id; });
  return themes;
}

std::vector<Sector> read_sectors(const DataFiles& files) {
  const auto file = files.file("sectors.csv");
  const DataTable table(file.name, file.content);
  std::vector<Sector> sectors;
  for (std::size_t index = 0; index < table.size(); ++index) {
    const auto row = table.row(index);
    Sector& sector = sectors.emplace_back();
    sector.code = row.fields[table.column("code")];
    add_labels(sector.names, table, row);
  }
  std::sort(sectors.begin(), sectors.end(),
            [](const Sector& left, const Sector& right) { return left.code < right.code; });
  return sectors;
}

} // namespace tela::gazetteer
