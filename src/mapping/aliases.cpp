#include "mapping/aliases.h"

#include "records/own_ids.h"

#include <algorithm>
#include <tuple>

namespace tela::mapping {

void Aliases::add(std::string_view prima_id, std::string_view project_id) {
  if (prima_id.empty() || project_id.empty()) return;
  entries_.push_back({text_.size(), static_cast<std::uint32_t>(prima_id.size()),
                      static_cast<std::uint32_t>(project_id.size())});
  (text_ += prima_id) += project_id;
}

void Aliases::add(const records::Record& record) {
  if (const auto* project = record.project())
    add(project->prima_id.value, project->project_id.value);
}

Aliases::Pair Aliases::ids(const Entry& entry) const {
  const std::string_view both = std::string_view(text_).substr(entry.begin);
  return {both.substr(0, entry.prima_length),
          both.substr(entry.prima_length, entry.project_length)};
}

void Aliases::for_each(const std::function<void(std::string_view, std::string_view)>& visit) const {
  for (const Entry& entry : entries_) std::apply(visit, ids(entry));
}

void Aliases::settle() {
  std::ranges::sort(entries_, {}, [this](const Entry& entry) { return ids(entry); });
  const auto same = [this](const Entry& a, const Entry& b) { return ids(a) == ids(b); };
  entries_.erase(std::unique(entries_.begin(), entries_.end(), same), entries_.end());
}

std::optional<std::string_view> Aliases::project_id(std::string_view prima_id) const {
  const auto prima_of = [this](const Entry& entry) { return ids(entry).first; };
  const auto found = std::ranges::lower_bound(entries_, prima_id, {}, prima_of);
  if (found == entries_.end() || prima_of(*found) != prima_id) return std::nullopt;
  if (const auto next = found + 1; next != entries_.end() && prima_of(*next) == prima_id)
    return std::nullopt;
  return ids(*found).second;
}

std::vector<std::pair<std::string_view, std::size_t>> Aliases::ambiguous() const {
  std::vector<std::pair<std::string_view, std::size_t>> several;
  for (std::size_t begin = 0, end = 0; begin < entries_.size(); begin = end) {
    const std::string_view prima_id = ids(entries_[begin]).first;
    while (end < entries_.size() && ids(entries_[end]).first == prima_id) ++end;
    if (end - begin > 1) several.emplace_back(prima_id, end - begin);
  }
  return several;
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
