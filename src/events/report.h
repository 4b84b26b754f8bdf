#pragma once

#include "events/cue_index.h"
#include "events/gazetteer_terms.h"
#include "records/record.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tela::events {

/// States named side by side in one list: they play one part.
struct NameGroup : Range {
  std::vector<std::uint16_t> states; ///< indices into Gazetteer::states(), in order
  std::size_t sentence = 0;
  bool with_organisations = false; ///< organisations stand in the list too
};

/// An article as the readers of events see it: its names, cues, sentences and lists. Refers to
/// passage, names, gazetteer and article, which must outlive it.
class Report {
 public:
  Report(const Passage& passage, const Names& names, const Gazetteer& gazetteer,
         const records::Article& article);

  [[nodiscard]] const Passage& passage() const noexcept { return passage_; }
  [[nodiscard]] const Names& names() const noexcept { return names_; }
  [[nodiscard]] const Gazetteer& gazetteer() const noexcept { return gazetteer_; }
  [[nodiscard]] const records::Article& article() const noexcept { return article_; }
  [[nodiscard]] const CueIndex& cues() const noexcept { return cues_; }
  [[nodiscard]] std::span<const NameGroup> groups() const noexcept { return groups_; }

  [[nodiscard]] const Body& body(const BodyName& name) const {
    return gazetteer_.bodies()[name.body];
  }
  [[nodiscard]] const Sentence& sentence(std::uint32_t token) const {
    return passage_.sentences()[passage_.sentence_of(token)];
  }
  /// How many sentences of the report stand before this one; the title and what is not report count
  /// as 0.
  [[nodiscard]] std::size_t rank(std::size_t sentence) const { return ranks_[sentence]; }

  /// The stretch of a sentence around `token` that semicolons bound.
  [[nodiscard]] Range clause(std::uint32_t token) const;

 private:
  void group_names();
  void rank_sentences();
  [[nodiscard]] bool beside_organisation(const NameGroup& group) const;

  const Passage& passage_;
  const Names& names_;
  const Gazetteer& gazetteer_;
  const records::Article& article_;
  CueIndex cues_;
  std::vector<NameGroup> groups_;
  std::vector<std::size_t> ranks_; ///< by sentence
};

} // namespace tela::events
