#include "gazetteer/gazetteer.h"

#include "base/error.h"
#include "gazetteer/body_file.h"
#include "gazetteer/data_files.h"
#include "gazetteer/entity_tables.h"
#include "gazetteer/lexicon.h"

#include <algorithm>
#include <string>

namespace tela::gazetteer {

struct Gazetteer::Data {
  explicit Data(const DataFiles& files)
      : states(read_states(files)), regions(read_regions(files)), themes(read_themes(files)),
        sectors(read_sectors(files)), body_file(read_bodies(files, states)),
        lexicon(states, body_file, regions, themes, files) {}

  std::vector<State> states;
  std::vector<Region> regions;
  std::vector<Theme> themes;
  std::vector<Sector> sectors;
  BodyFile body_file;
  Lexicon lexicon;
};

Gazetteer::Gazetteer(std::unique_ptr<const Data> data) : data_(std::move(data)) {}
Gazetteer::~Gazetteer() = default;
Gazetteer::Gazetteer(Gazetteer&& other) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&& other) noexcept = default;

const Gazetteer& Gazetteer::built_in() {
  static const Gazetteer gazetteer(std::make_unique<const Data>(DataFiles::built_in()));
  return gazetteer;
}

Gazetteer Gazetteer::load(const std::filesystem::path& folder) {
  return Gazetteer(std::make_unique<const Data>(DataFiles::of_folder(folder)));
}

std::span<const State> Gazetteer::states() const noexcept {
  return data_->states;
}
std::span<const Body> Gazetteer::bodies() const noexcept {
  return data_->body_file.bodies;
}
std::span<const Region> Gazetteer::regions() const noexcept {
  return data_->regions;
}
std::span<const Theme> Gazetteer::themes() const noexcept {
  return data_->themes;
}
std::span<const Sector> Gazetteer::sectors() const noexcept {
  return data_->sectors;
}
const Lexicon& Gazetteer::lexicon() const noexcept {
  return data_->lexicon;
}

namespace {

/// The entity whose `key` is `value`, in a range ordered by it.
template<class Entity>
const Entity* find(std::span<const Entity> entities, std::string Entity::*key,
                   std::string_view value) {
  const auto found = std::lower_bound(
      entities.begin(), entities.end(), value,
      [&](const Entity& entity, std::string_view wanted) { return entity.*key < wanted; });
  return found != entities.end() && (*found).*key == value ? &*found : nullptr;
}

} // namespace

const State* Gazetteer::state(std::string_view iso2) const {
  return find(states(), &State::iso2, iso2);
}
const State* Gazetteer::state_of_code(std::string_view code) const {
  if (const State* found = state(code)) return found;
  if (code.empty()) return nullptr;
  const auto found = std::ranges::find_if(
      states(), [code](const State& state) { return state.iso3 == code || state.m49 == code; });
  return found == states().end() ? nullptr : &*found;
}
const Body* Gazetteer::body(std::string_view id) const {
  return find(bodies(), &Body::id, id);
}
const Region* Gazetteer::region(std::string_view m49) const {
  return find(regions(), &Region::m49, m49);
}
const Theme* Gazetteer::theme(std::string_view id) const {
  return find(themes(), &Theme::id, id);
}
const Sector* Gazetteer::sector(std::string_view code) const {
  return find(sectors(), &Sector::code, code);
}

} // namespace tela::gazetteer
