#include "events/fields.h"

#include <algorithm>
#include <optional>

namespace tela::events {

namespace {

/// Tokens of a line below a heading that is still taken for an item of its list.
constexpr std::uint32_t longest_item = 12;

std::optional<FieldKind> kind_of(Cue cue) {
  switch (cue) {
  case Cue::label_chair:
    return FieldKind::chair;
  case Cue::label_chairs:
    return FieldKind::other_chairs;
  case Cue::label_place:
    return FieldKind::place;
  case Cue::label_dates:
    return FieldKind::dates;
  case Cue::label_parties:
    return FieldKind::parties;
  case Cue::label_bystanders:
    return FieldKind::bystanders;
  case Cue::label_other:
    return FieldKind::other;
  default:
    return {};
  }
}

class FieldFinder {
 public:
  FieldFinder(const Passage& passage, const CueIndex& cues)
      : passage_(passage), tokens_(passage.tokens()), cues_(cues) {}

  std::vector<Field> run() {
    for (const Sentence& line : passage_.sentences()) read(line);
    return std::move(fields_);
  }

 private:
  struct Label : Range {
    FieldKind kind{};
    std::uint32_t value = 0; ///< where it begins
  };

  void read(const Sentence& line) {
    const auto label = label_at(line, line_start(line));
    if (label && label->value < last_word(line)) {
      add_values(line, *label);
    } else if (label) {
      heading_ = label->kind;
    } else if (heading_ && is_item(line)) {
      fields_.push_back({{line.first, line.last}, *heading_});
    } else if (last_word(line) > line.first) {
      heading_.reset();
    }
  }

  /// The value of a label up to the next label of the line: "Place: Lima. Chair: Peru".
  void add_values(const Sentence& line, Label label) {
    for (std::uint32_t token = label.value; token < line.last; ++token) {
      const auto next = label_at(line, token);
      if (!next || next->value == next->last) continue;
      fields_.push_back({{label.value, token}, label.kind});
      label = *next;
      token = label.value;
    }
    fields_.push_back({{label.value, line.last}, label.kind});
  }

  /// The longest label that begins at `token`, if a colon or the end of the line follows.
  [[nodiscard]] std::optional<Label> label_at(const Sentence& line, std::uint32_t token) const {
    std::optional<Label> longest;
    if (token >= line.last) return longest; // an empty line
    for (const CueMark& mark : cues_.in({token, token + 1})) {
      const auto kind = kind_of(mark.cue);
      if (!kind || (longest && mark.last <= longest->last)) continue;
      const auto value = value_behind(line, *kind == FieldKind::chair && token == line_start(line)
                                                ? behind_process(line, mark.last)
                                                : mark.last);
      if (!value || (token != line_start(line) && !colon_before(line, *value))) continue;
      longest = Label{{mark.first, mark.last}, *kind, *value};
    }
    return longest;
  }

  /// "Chair of the Rabat Process: Morocco": the colon, where nothing but words stand before it.
  [[nodiscard]] std::uint32_t behind_process(const Sentence& line, std::uint32_t token) const {
    constexpr std::uint32_t longest = 8;
    auto at = token;
    while (at < std::min(token + longest, line.last) && tokens_[at].is_word()) ++at;
    const bool named = at > token && at < line.last && is_colon(at) &&
                       cues_.any(Cue::particle, {token, token + 1});
    return named ? at : token;
  }

  [[nodiscard]] bool colon_before(const Sentence& line, std::uint32_t token) const {
    return token > line.first && is_colon(token - 1);
  }

  /// Behind ":", or the end of the line; nothing where other words follow the label.
  [[nodiscard]] std::optional<std::uint32_t> value_behind(const Sentence& line,
                                                          std::uint32_t token) const {
    constexpr std::uint32_t longest_bracket = 4;
    if (token < line.last && tokens_[token].mark == '(')
      for (auto at = token; at < std::min(token + longest_bracket, line.last); ++at)
        if (tokens_[at].mark == ')') token = at + 1;
    if (token < line.last && (is_colon(token) || cues_.any(Cue::copula, {token, token + 1})))
      return token + 1;
    const bool ended = token >= last_word(line);
    return ended ? std::optional(line.last) : std::nullopt;
  }

  [[nodiscard]] bool is_colon(std::uint32_t token) const { return tokens_[token].mark == ':'; }

  [[nodiscard]] std::uint32_t line_start(const Sentence& line) const {
    auto token = line.first;
    while (token < line.last && !tokens_[token].is_word()) ++token;
    return token;
  }

  [[nodiscard]] std::uint32_t last_word(const Sentence& line) const {
    auto token = line.last;
    while (token > line.first && !tokens_[token - 1].is_word()) --token;
    return token;
  }

  /// A short line without a full stop.
  [[nodiscard]] bool is_item(const Sentence& line) const {
    const auto last = last_word(line);
    return last > line.first && last - line.first <= longest_item &&
           std::none_of(tokens_.begin() + last, tokens_.begin() + line.last,
                        [](const Token& token) { return token.mark == '.'; });
  }

  const Passage& passage_;
  std::span<const Token> tokens_;
  const CueIndex& cues_;
  std::optional<FieldKind> heading_;
  std::vector<Field> fields_;
};

} // namespace

std::vector<Field> find_fields(const Passage& passage, const CueIndex& cues) {
  return FieldFinder(passage, cues).run();
}

} // namespace tela::events
