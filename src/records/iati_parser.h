#pragma once

#include "records/record_sink.h"
#include "records/xml_elements.h"

#include <cstdint>
#include <string>
#include <vector>

namespace tela::records {

/// What becomes of the transactions of an activity.
enum class TransactionDetail : std::uint8_t {
  totals, ///< one sum for each kind, year and currency
  single, ///< each by itself
};

/// An <iati-activity> as it was read.
struct ParsedActivity {
  Activity activity;
  std::string language;                 ///< its xml:lang; may be empty
  std::vector<MappedText> descriptions; ///< those of the activity, with the places of all bytes
  std::vector<Warning> warnings;
};

/// Reads one <iati-activity> of IATI 2.0x. Elements that nothing takes are counted in `unmapped` by
/// name ("location", "transaction/aid-type"), empty ones as "empty <name>", those whose code is on
/// no list as "<name> of unknown kind". Throws Error(input) with place and advice where it has no
/// identifier. REQUIRES: well-formed XML, as read_elements() hands over.
[[nodiscard]] ParsedActivity parse_activity(const XmlElement& element, TransactionDetail detail,
                                            Unmapped& unmapped);

} // namespace tela::records
