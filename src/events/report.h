#pragma once

#include "events/cue_index.h"
#include "events/fields.h"
#include "events/gazetteer_terms.h"
#include "events/rule_table.h"
#include "events/weigher.h"
#include "records/record.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tela::events {

/// States named side by side in one list, or line by line in one column: they play one part.
struct NameGroup : Range {
  std::vector<std::uint16_t> states; ///< indices into Gazetteer::states(), in order
  std::size_t sentence = 0;          ///< where it begins
  bool with_organisations = false;   ///< organisations stand in the list too
  bool column = false;               ///< a state a line
};

/// An article as the readers of events see it: its names, cues, sentences, lists and labelled
/// fields. Refers to passage, names, gazetteer, article and rules, which must outlive it.
class Report {
 public:
  Report(const Passage& passage, const Names& names, const Gazetteer& gazetteer,
         const records::Article& article, const RuleTable& rules);

  [[nodiscard]] const Passage& passage() const noexcept { return passage_; }
  [[nodiscard]] const Names& names() const noexcept { return names_; }
  [[nodiscard]] const Gazetteer& gazetteer() const noexcept { return gazetteer_; }
  [[nodiscard]] const records::Article& article() const noexcept { return article_; }
  [[nodiscard]] const CueIndex& cues() const noexcept { return cues_; }
  [[nodiscard]] std::span<const NameGroup> groups() const noexcept { return groups_; }
  [[nodiscard]] Weigher weigher(Question question) const { return {question, rules_, cues_}; }

  [[nodiscard]] const Body& body(const BodyName& name) const {
    return gazetteer_.bodies()[name.body];
  }
  [[nodiscard]] const Sentence& sentence(std::uint32_t token) const {
    return passage_.sentences()[passage_.sentence_of(token)];
  }
  /// How many sentences of the report stand before this one; the title and what is not report count
  /// as 0.
  [[nodiscard]] std::size_t rank(std::size_t sentence) const { return ranks_[sentence]; }
  /// The title, or the first sentences: title, lead, early.
  void add_position(Facts& facts, std::uint32_t token) const;
  /// A word for a meeting stands in it with a verb of holding or attending one.
  [[nodiscard]] bool tells_of_meeting(Range range) const;
  /// The meeting of another organisation is spoken of: "the session of the OAS". An organisation
  /// whose process is `process` counts as its own.
  [[nodiscard]] bool tells_of_other_meeting(Range range,
                                            std::optional<std::uint16_t> process) const;
  /// What the sentence names besides: `process` speaks for a candidate, only others against it.
  void add_processes(Facts& facts, Range sentence, std::optional<std::uint16_t> process) const;
  /// own_field or other_field, when `range` stands in a labelled field.
  void add_field(Facts& facts, Range range, FieldKind own) const;
  /// The field that holds the range, or nullptr.
  [[nodiscard]] const Field* field(Range range) const;

  /// The page has a field of the kind.
  [[nodiscard]] bool has_field(FieldKind kind) const;

  /// The stretch of a sentence around `token` that semicolons bound.
  [[nodiscard]] Range clause(std::uint32_t token) const;
  /// The sentence of a candidate, parted by it.
  [[nodiscard]] Surroundings around(Range candidate) const;

 private:
  void group_names();
  void join_columns();
  [[nodiscard]] bool alone_on_line(const NameGroup& group) const;
  [[nodiscard]] bool has_common_word(Range range) const;
  [[nodiscard]] bool same_field(Range left, Range right) const;
  void rank_sentences();
  [[nodiscard]] bool beside_organisation(const NameGroup& group) const;

  const Passage& passage_;
  const Names& names_;
  const Gazetteer& gazetteer_;
  const records::Article& article_;
  const RuleTable& rules_;
  CueIndex cues_;
  std::vector<Field> fields_;
  std::vector<NameGroup> groups_;
  std::vector<std::size_t> ranks_; ///< by sentence
};

} // namespace tela::events
