#pragma once

#include "records/activity.h"
#include "records/xml_fields.h"

namespace tela::records {

/// The <activity> element of record XML. Throws Error(input) at what is no value of its field.
[[nodiscard]] Activity parse_activity_xml(pugi::xml_node node, XmlFields& fields);

} // namespace tela::records
