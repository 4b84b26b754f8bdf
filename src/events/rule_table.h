#pragma once

#include "events/fact.h"
#include "gazetteer/cue.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tela::events {

/// Where a cue must stand to be heard.
enum class Side : std::uint8_t { before, behind };

/// One row of data/events/rules.csv: a cue near a candidate, or a fact about it, and how much that
/// speaks for a yes to the question. Weights are logarithms of odds; those of all rules that apply
/// are added.
struct Rule {
  std::string id; ///< "part-attend-before"
  Question question{};
  std::optional<gazetteer::Cue> cue; ///< nothing: a rule about `fact`
  Side side{};
  std::uint32_t reach = 0; ///< tokens that may stand between the cue and the candidate
  Fact fact{};
  double weight = 0;
  std::string example; ///< a sentence where it applies, with the candidate in brackets
  std::string counter; ///< one where it does not
};

/// The rules by which meetings are read. Immutable once made; any number of threads may read one.
class RuleTable {
 public:
  /// The table compiled into the program, parsed at the first call.
  [[nodiscard]] static const RuleTable& built_in();
  /// That of `folder`, which is laid out as data/ is. Throws Error(input) with file and line when
  /// it is missing or wrong.
  [[nodiscard]] static RuleTable load(const std::filesystem::path& folder);

  [[nodiscard]] std::span<const Rule> rules() const noexcept { return rules_; }
  /// Those of one question, in the order of the table.
  [[nodiscard]] std::span<const Rule> of(Question question) const;

 private:
  RuleTable(const std::string& file, std::string_view content);

  std::vector<Rule> rules_; ///< ordered by question
};

} // namespace tela::events
