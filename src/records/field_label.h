#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tela::records {

/// The fields of a project page.
enum class Field : std::uint8_t {
  start,
  end,
  status,
  type,
  status_or_type, ///< "Tipo de proyecto" stands over both on Spanish pages
  budget,
  coverage,
  year,
  region,
  other_countries,
  prima_id,
  project_id,
  beneficiaries,
};

/// A label found at the beginning of a line.
struct FieldLabel {
  Field field = Field::start;
  std::string_view language;   ///< "fr", "en", "es"; empty: shown the same on all pages
  std::size_t value_start = 0; ///< behind "Label:" when the value stands on the label's line
  bool sure = true; ///< false: pages of other kinds have the word too ("Country", "Référence")
};

/// The label that `line` is, or begins with before a colon. Accents, case, brackets and
/// punctuation of the label do not matter. A label that is not sure needs the colon. The labels are
/// those of data/pages/labels.csv. Valid for ever.
[[nodiscard]] std::optional<FieldLabel> field_label(std::string_view line);

/// The label that the whole of `line` is, sure or not.
[[nodiscard]] std::optional<FieldLabel> bare_label(std::string_view line);

/// Whether `line` begins with a few words and a colon, as labels do, known or not: "Theme: Jobs".
[[nodiscard]] bool looks_like_label(std::string_view line);

} // namespace tela::records
