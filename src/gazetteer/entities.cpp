#include "gazetteer/entities.h"

namespace tela::gazetteer {

std::string_view to_string(NameKind kind) {
  switch (kind) {
  case NameKind::label:
    return "label";
  case NameKind::formal:
    return "formal";
  case NameKind::variant:
    return "variant";
  case NameKind::former:
    return "former";
  case NameKind::acronym:
    return "acronym";
  case NameKind::demonym:
    return "demonym";
  case NameKind::city:
    return "city";
  }
  return {};
}

std::string_view to_string(Standing standing) {
  switch (standing) {
  case Standing::state:
    return "state";
  case Standing::associated_state:
    return "associated-state";
  case Standing::observer_state:
    return "observer-state";
  case Standing::user_assigned:
    return "user-assigned";
  case Standing::territory:
    return "territory";
  }
  return {};
}

std::string_view to_string(BodyKind kind) {
  switch (kind) {
  case BodyKind::consultative_process:
    return "regional-consultative-process";
  case BodyKind::interregional_forum:
    return "inter-regional-forum";
  case BodyKind::global_process:
    return "global-process";
  case BodyKind::international_organisation:
    return "international-organisation";
  case BodyKind::organisation:
    return "regional-organisation";
  }
  return {};
}

std::string_view to_string(Basis basis) {
  switch (basis) {
  case Basis::sourced:
    return "sourced";
  case Basis::incomplete:
    return "sourced-incomplete";
  case Basis::partly_sourced:
    return "partly-sourced";
  case Basis::general_knowledge:
    return "general-knowledge";
  case Basis::none:
    return "none";
  }
  return {};
}

std::string_view to_string(MemberRole role) {
  switch (role) {
  case MemberRole::member:
    return "member";
  case MemberRole::observer:
    return "observer";
  case MemberRole::friend_of:
    return "friend";
  }
  return {};
}

std::string_view label(const std::vector<Name>& names, std::string_view language) {
  const Name* english = nullptr;
  for (const Name& name : names) {
    if (name.kind != NameKind::label) continue;
    if (name.language == language) return name.text;
    if (name.language == "en" || (english == nullptr && name.language.empty())) english = &name;
  }
  if (english != nullptr) return english->text;
  return names.empty() ? std::string_view() : std::string_view(names.front().text);
}

// The first three digits of five, the first two and a 0 of three.
std::string Sector::broader() const {
  const std::size_t kept = code.size() > 3 ? 3 : 2;
  return kept == 3 ? code.substr(0, kept) : code.substr(0, kept) + '0';
}

} // namespace tela::gazetteer
