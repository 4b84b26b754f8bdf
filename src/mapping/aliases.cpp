#include "mapping/aliases.h"

#include "records/own_ids.h"

#include <algorithm>

namespace tela::mapping {

void Aliases::add(std::string_view prima_id, std::string_view project_id) {
  if (prima_id.empty() || project_id.empty()) return;
  projects_[std::string(prima_id)].emplace(project_id);
}

void Aliases::add(const records::Record& record) {
  if (const auto* project = record.project())
    add(project->prima_id.value, project->project_id.value);
}

std::optional<std::string_view> Aliases::project_id(std::string_view prima_id) const {
  const auto found = projects_.find(prima_id);
  if (found == projects_.end() || found->second.size() != 1) return std::nullopt;
  return *found->second.begin();
}

bool needs_aliases(const records::Record& record) {
  const auto* project = record.project();
  if (!project) return false;
  const auto holds_prima_id = [](std::string_view iati_identifier) {
    return !records::own_ids(iati_identifier).prima_id.empty();
  };
  const bool has_prima_id = !project->prima_id.empty() || holds_prima_id(project->iati_id.value);
  if (project->project_id.empty() && has_prima_id) return true;
  return project->activity && std::ranges::any_of(project->activity->related, holds_prima_id,
                                                  &records::RelatedActivity::identifier);
}

} // namespace tela::mapping
