#pragma once

#include "records/field_label.h"
#include "records/record.h"
#include "records/written_amount.h"
#include "records/written_date.h"

#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace tela::records {

/// What values leave open and the whole that they stand in decides: the page, the column.
struct ValueHabits {
  DayOrder dates = DayOrder::unknown;
  DecimalMark decimals = DecimalMark::unknown;
  AmountUnit amounts; ///< of amounts that name no currency of their own
};

/// Takes the values of a project's fields, however a format delivers them, and says what is wrong
/// with them. One object a record.
class ProjectFields {
 public:
  explicit ProjectFields(std::vector<Warning>& warnings) : warnings_(warnings) {}

  /// Of the values that come from now on. At first, as on the fund's old pages, amounts are in US
  /// dollars.
  void set_habits(ValueHabits habits) { habits_ = std::move(habits); }

  /// One value of `field`, or its lines. No line: the label stands there without a value. A field
  /// that comes twice keeps its first value, with a warning.
  void take(Field field, std::span<const MappedText> lines);

  [[nodiscard]] const Project& project() const { return project_; }

  /// Warns of what only the whole shows and hands the project over.
  [[nodiscard]] Project finish();

 private:
  void take_text(Text& target, const Text& value);
  void take_year(Text& target, const Text& value);
  void take_status(const Text& value);
  void take_status_or_type(const Text& value);
  void take_coverage(const Text& value);
  void take_budget(const Text& value);
  void take_states(StateList& target, std::span<const MappedText> lines, const Text& value);
  void warn(std::string_view code, std::string message, Span span);

  std::vector<Warning>& warnings_;
  ValueHabits habits_{DayOrder::unknown, DecimalMark::unknown, {"USD", 0}};
  Project project_;
};

} // namespace tela::records
