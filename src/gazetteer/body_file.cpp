#include "gazetteer/body_file.h"

#include "base/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tela::gazetteer {

namespace {

using Json = nlohmann::json;

std::vector<std::string> strings(const Json& from, const char* key) {
  return from.contains(key) ? from.at(key).get<std::vector<std::string>>()
                            : std::vector<std::string>();
}

BodyForms read_forms(const Json& json) {
  BodyForms forms;
  if (json.contains("in_text"))
    for (const auto& [language, texts] : json.at("in_text").items())
      for (const auto& text : texts) forms.in_text.push_back(text.get<std::string>());
  forms.acronyms_in_text = strings(json, "acronyms_in_text");
  forms.doubtful_acronyms = strings(json, "acronyms_needing_context");
  return forms;
}

/// Reads one body; knows the file, to name it in errors.
class BodyReader {
 public:
  BodyReader(const std::string& file, const Json& json, std::span<const State> states)
      : file_(file), json_(json), states_(states),
        unsourced_(json.contains("unsourced") ? json.at("unsourced") : Json::object()) {}

  Body read() {
    auto& body = body_;
    body.id = json_.at("id").get<std::string>();
    body.kind = kind(json_.at("kind").get<std::string>());
    read_names(json_, true);
    read_names(unsourced_, false);
    body.established = number("established");
    body.established_in = text("established_in");
    body.established_country = text("established_country");
    body.secretariat = text("secretariat");
    body.website = text("website");
    body.preceded_by = text("preceded_by");
    body.succeeded_by = text("succeeded_by");
    body.iati = text("iati");
    if (const auto& parent = json_.at("parent"); parent.is_string()) body.parent = parent;
    body.members_basis = basis(json_.at("members_basis").get<std::string>());
    read_members();
    body.observer_organisations = strings(json_, "observer_organisations");
    body.as_of = strings(json_, "as_of");
    body.sources = strings(json_, "sources");
    return std::move(body_);
  }

 private:
  [[noreturn]] void fail(const std::string& message) const {
    throw base::Error(base::Failure::input, base::Place{file_, 0, 0}, body_.id + ": " + message);
  }

  [[nodiscard]] BodyKind kind(const std::string& name) const {
    for (const auto kind :
         {BodyKind::consultative_process, BodyKind::interregional_forum, BodyKind::global_process,
          BodyKind::international_organisation, BodyKind::organisation})
      if (to_string(kind) == name) return kind;
    fail("unknown kind " + name);
  }

  [[nodiscard]] Basis basis(const std::string& words) const {
    if (words == "sourced") return Basis::sourced;
    if (words == "sourced, incomplete list") return Basis::incomplete;
    if (words.starts_with("partly sourced")) return Basis::partly_sourced;
    if (words == "general knowledge") return Basis::general_knowledge;
    if (words.starts_with("none")) return Basis::none;
    fail("unknown basis " + words);
  }

  void read_names(const Json& from, bool sourced) {
    auto& names = body_.names;
    if (from.contains("name"))
      for (const auto& [language, name] : from.at("name").items())
        names.push_back({name.get<std::string>(), language, NameKind::label, sourced});
    if (from.contains("aliases"))
      for (const auto& [language, aliases] : from.at("aliases").items())
        for (const auto& alias : aliases)
          names.push_back({alias.get<std::string>(), language, NameKind::variant, sourced});
    if (from.contains("acronyms"))
      for (const auto& [language, acronym] : from.at("acronyms").items())
        names.push_back({acronym.get<std::string>(), language, NameKind::acronym, sourced});
  }

  [[nodiscard]] std::optional<Fact<std::string>> text(const char* key) const {
    if (json_.contains(key) && json_.at(key).is_string())
      return Fact<std::string>{json_.at(key).get<std::string>(), true};
    if (unsourced_.contains(key))
      return Fact<std::string>{unsourced_.at(key).get<std::string>(), false};
    return {};
  }

  [[nodiscard]] std::optional<Fact<int>> number(const char* key) const {
    if (json_.contains(key)) return Fact<int>{json_.at(key).get<int>(), true};
    if (unsourced_.contains(key)) return Fact<int>{unsourced_.at(key).get<int>(), false};
    return {};
  }

  void read_members() {
    const auto observers_basis = json_.contains("observers_basis")
                                     ? basis(json_.at("observers_basis").get<std::string>())
                                     : Basis::sourced;
    add_members(json_, "members", MemberRole::member, body_.members_basis);
    add_members(json_, "observer_states", MemberRole::observer, observers_basis);
    add_members(unsourced_, "observer_states", MemberRole::observer, Basis::general_knowledge);
    add_members(json_, "group_of_friends", MemberRole::friend_of, Basis::sourced);
  }

  void add_members(const Json& from, const char* key, MemberRole role, Basis basis) {
    for (auto& code : strings(from, key)) {
      const bool known = std::any_of(states_.begin(), states_.end(),
                                     [&](const State& state) { return state.iso2 == code; });
      if (!known) fail("no state has the code " + code);
      body_.memberships.push_back({std::move(code), role, basis});
    }
  }

  const std::string& file_;
  const Json& json_;
  std::span<const State> states_;
  Json unsourced_;
  Body body_;
};

/// Throws when a parent is unknown, or the ids are not in order, on which look-up relies.
void check_ids(const std::string& file, std::span<const Body> bodies) {
  const auto fail = [&](const Body& body, const std::string& message) {
    throw base::Error(base::Failure::input, base::Place{file, 0, 0}, body.id + ": " + message);
  };
  for (std::size_t index = 0; index < bodies.size(); ++index) {
    const Body& body = bodies[index];
    if (index > 0 && bodies[index - 1].id >= body.id) fail(body, "ids must be in order, each once");
    const bool known = body.parent.empty() ||
                       std::any_of(bodies.begin(), bodies.end(),
                                   [&](const Body& other) { return other.id == body.parent; });
    if (!known) fail(body, "no body has the id " + body.parent + " of its parent");
  }
}

} // namespace

BodyFile read_bodies(const DataFiles& files, std::span<const State> states) {
  const auto file = files.file("bodies.json");
  BodyFile result;
  try {
    for (const auto& json : Json::parse(file.content)) {
      result.bodies.push_back(BodyReader(file.name, json, states).read());
      result.forms.push_back(read_forms(json));
    }
  } catch (const Json::exception& error) {
    throw base::Error(base::Failure::input, base::Place{file.name, 0, 0}, error.what(),
                      "each body needs id, kind, name, aliases, acronyms, parent, sources and "
                      "members_basis, as described in data/gazetteer/README.md");
  }
  check_ids(file.name, result.bodies);
  return result;
}

} // namespace tela::gazetteer
