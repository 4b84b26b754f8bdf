#include "records/same_ids.h"

#include <utility>

namespace tela::records {

namespace {

/// What the record is known by wherever it stands; empty for those that have nothing of the kind.
std::string_view id_of(const Record& record) {
  if (const Project* project = record.project())
    for (const Text* id : {&project->project_id, &project->prima_id, &project->iati_id})
      if (!id->empty()) return id->value;
  if (!record.project() && !record.article()) return {};
  if (record.has_own_id()) return record.key;
  return record.key.empty() ? std::string_view(record.address) : std::string_view();
}

} // namespace

void SameIds::accept(Record record, const base::Place& place) {
  if (const std::string_view id = id_of(record); !id.empty()) {
    std::string name = record.project() ? "project\n" : "article\n";
    ((name += id) += '\n') += record.language;
    twins_.add_id(name, place.line);
  }
  next_.accept(std::move(record), place);
}

} // namespace tela::records
