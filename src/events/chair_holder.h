#pragma once

#include "events/report.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tela::events {

/// A state, or an adjective of one, that can hold a chair.
struct Holder : Range {
  std::uint16_t state = 0; ///< index into Gazetteer::states()
  bool adjective = false;
};

/// What stands on a page that can hold a chair, in order of place, and who of them is meant around
/// a token. Refers to the report; pointers are valid as long as this, nullptr where there is none.
/// Cost of each question: linear in the names of the page.
class Holders {
 public:
  /// `host` is the state where the meeting is: "the host country" stands for it.
  Holders(const Report& report, std::optional<std::uint16_t> host);

  [[nodiscard]] std::span<const Holder> all() const noexcept { return holders_; }
  /// The nearest one before `token` in its clause.
  [[nodiscard]] const Holder* before(std::uint32_t token) const;
  /// The first one in the sentence that begins at most `reach` tokens behind `token`.
  [[nodiscard]] const Holder* after(std::uint32_t token, std::uint32_t reach) const;
  /// The nearest one before; of a sentence that begins with a pronoun, the first one of the
  /// sentence before.
  [[nodiscard]] const Holder* subject(std::uint32_t token) const;
  /// States that share the office: "Australia and Indonesia chaired", "co-chaired by the Australian
  /// minister and her Indonesian colleague".
  [[nodiscard]] std::vector<Holder> partners(const Holder& holder) const;

 private:
  [[nodiscard]] std::uint16_t bearer(const HintName& adjective) const;
  [[nodiscard]] std::vector<Holder> named_beside(const Holder& holder) const;
  [[nodiscard]] bool joined(const Holder& one, const Holder& other) const;

  const Report& report_;
  std::vector<Holder> holders_;
};

} // namespace tela::events
