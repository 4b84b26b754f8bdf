#pragma once

#include "records/field_label.h"
#include "records/page_line.h"

#include <span>
#include <vector>

namespace tela::records {

/// `lines` with each line that holds several labels cut before every one of them: "Project ID:
/// AB-12 Budget: EUR 5,000", "TC.1234 Presupuesto USD 50,000 Estado activo". A label without a
/// colon parts a line only if what follows it can be its value. Cost: linear in the lines shorter
/// than 400 bytes; longer ones are prose.
[[nodiscard]] std::vector<PageLine> cut_at_labels(std::span<const PageLine> lines);

} // namespace tela::records
