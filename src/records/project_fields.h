#pragma once

#include "records/field_label.h"
#include "records/record.h"

#include <span>
#include <string_view>
#include <vector>

namespace tela::records {

/// Takes the values of a project's fields, however a format delivers them, and says what is wrong
/// with them. One object a record.
class ProjectFields {
 public:
  explicit ProjectFields(std::vector<Warning>& warnings) : warnings_(warnings) {}

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
  Project project_;
};

} // namespace tela::records
