#include "records/own_ids.h"

#include "records/field_value.h"

namespace tela::records {

namespace {
constexpr std::string_view publisher = "XM-DAC-47066-"; // IOM among the agencies of the DAC
} // namespace

bool is_own(std::string_view iati_identifier) {
  return iati_identifier.starts_with(publisher);
}

OwnIds own_ids(std::string_view iati_identifier) {
  if (!is_own(iati_identifier)) return {};
  const std::string_view id = iati_identifier.substr(publisher.size());
  if (is_project_id(id)) return {id, {}};
  if (is_prima_id(id)) return {{}, id};
  return {};
}

} // namespace tela::records
