#include "events/edition.h"

#include "events/ordinal.h"

#include <algorithm>
#include <array>

namespace tela::events {

namespace {

/// Words an ordinal may be away from the word for the meeting: "14th annual ministerial meeting".
constexpr std::uint32_t nearest_noun = 4;
/// Words the meeting may be away from the name of its process: "42e session ordinaire de la …".
constexpr std::uint32_t nearest_body = 14;

class ClaimReader {
 public:
  explicit ClaimReader(const Report& report)
      : report_(report), passage_(report.passage()), tokens_(passage_.tokens()),
        lexicon_(report.gazetteer().lexicon()) {}

  std::vector<EditionClaim> run() {
    for (std::uint32_t token = 0; token < tokens_.size();) {
      const auto ordinal = passage_.in_report(token) ? ordinal_at(passage_, lexicon_, token)
                                                     : std::optional<Ordinal>();
      if (ordinal) read(*ordinal);
      token = ordinal ? ordinal->last : token + 1;
    }
    return std::move(claims_);
  }

 private:
  void read(const Ordinal& ordinal) {
    const Sentence& sentence = report_.sentence(ordinal.first);
    const auto noun = counted_noun(ordinal, sentence);
    if (!noun) return;
    EditionClaim claim;
    static_cast<Range&>(claim) = ordinal;
    claim.value = ordinal.value;
    claim.body = body_of(ordinal, *noun, sentence);
    claim.of_its_kind = of_its_kind(ordinal, sentence);
    claims_.push_back(claim);
  }

  /// Where the counted thing ends: the first word for a meeting, or name of a process, behind the
  /// ordinal; a process right before it ("PAFoM IV"); "the first of its kind" behind a meeting.
  [[nodiscard]] std::optional<std::uint32_t> counted_noun(const Ordinal& ordinal,
                                                          const Sentence& sentence) const {
    for (std::uint32_t token = ordinal.last; token < sentence.last; ++token) {
      if (token - ordinal.last > nearest_noun || !tokens_[token].is_word() ||
          report_.cues().any(Cue::counted_other, {token, token + 1}))
        break;
      if (process_at(token) != nullptr || report_.cues().any(Cue::meeting_noun, {token, token + 1}))
        return token;
    }
    if (behind_name(ordinal) || of_its_kind(ordinal, sentence)) return ordinal.first;
    return {};
  }

  [[nodiscard]] const BodyName* process_at(std::uint32_t token) const {
    for (const BodyName& name : report_.names().bodies)
      if (name.contains(token) && report_.body(name).process()) return &name;
    return nullptr;
  }

  /// "PAFoM IV", "réunion ordinaire XXXVII de la …"; never the first, which would be any "I".
  [[nodiscard]] bool behind_name(const Ordinal& ordinal) const {
    if (ordinal.first == 0 || ordinal.value < 2) return false;
    const auto text = passage_.text(ordinal);
    if (!roman_value(text)) return false;
    const Range before{ordinal.first > 2 ? ordinal.first - 2 : 0, ordinal.first};
    return process_at(ordinal.first - 1) != nullptr ||
           report_.cues().any(Cue::meeting_noun, before);
  }

  [[nodiscard]] bool of_its_kind(const Range& ordinal, const Sentence& sentence) const {
    constexpr std::array<std::string_view, 5> phrases = {"du genre", "of its kind", "en su género",
                                                         "de su tipo", "du type"};
    const auto end = std::min(ordinal.last + 3, sentence.last);
    if (ordinal.last >= end) return false;
    const auto behind = passage_.text(Range{ordinal.last, end});
    const bool found = std::any_of(phrases.begin(), phrases.end(),
                                   [&](auto phrase) { return behind.starts_with(phrase); });
    return found && report_.cues().any(Cue::meeting_noun, {sentence.first, ordinal.first});
  }

  /// The body whose meeting is counted: the one that holds the noun, or the next one in reach.
  [[nodiscard]] std::optional<std::uint16_t> body_of(const Ordinal& ordinal, std::uint32_t noun,
                                                     const Sentence& sentence) const {
    if (const auto* name = process_at(noun)) return name->body;
    if (ordinal.first > 0)
      if (const auto* name = process_at(ordinal.first - 1);
          name != nullptr && noun == ordinal.first)
        return name->body;
    for (const BodyName& name : report_.names().bodies) {
      if (name.first < noun || name.first >= sentence.last || name.first - noun > nearest_body)
        continue;
      if (report_.body(name).process() && !clause_ends({noun, name.first})) return name.body;
    }
    return {};
  }

  [[nodiscard]] bool clause_ends(Range range) const {
    return std::any_of(tokens_.begin() + range.first, tokens_.begin() + range.last,
                       [](const Token& token) { return token.mark == ';' || token.mark == ','; });
  }

  const Report& report_;
  const Passage& passage_;
  std::span<const Token> tokens_;
  const Lexicon& lexicon_;
  std::vector<EditionClaim> claims_;
};

} // namespace

std::vector<EditionClaim> edition_claims(const Report& report) {
  return ClaimReader(report).run();
}

namespace {

/// "its first meeting", "son premier forum", "chairs first meeting"; "the first meeting of the
/// year", "première réunion sous présidence française": a count that begins anew.
bool own_first(const Report& report, const EditionClaim& claim) {
  constexpr std::uint32_t reach = 12;
  if (claim.value != 1) return false;
  const auto tokens = report.passage().tokens();
  const auto& cues = report.cues();
  auto end = claim.last;
  while (end < std::min(claim.last + reach, report.sentence(claim.first).last) &&
         tokens[end].mark != ',')
    ++end;
  const Range before{claim.first - std::min(claim.first, 1U), claim.first};
  return cues.any(Cue::possessive, before) || cues.any(Cue::preside, before) ||
         cues.any(Cue::within_term, {claim.last, end});
}

/// Its sentence looks back or ahead.
bool of_other_time(const Report& report, const EditionClaim& claim) {
  const Sentence& sentence = report.sentence(claim.first);
  return report.cues().any(Cue::later, sentence) || report.cues().any(Cue::earlier, sentence) ||
         report.cues().any(Cue::to_be_held, sentence);
}

/// No other number is counted now of the process, or of nothing in particular.
bool only_number(const Report& report, const std::vector<EditionClaim>& claims,
                 const EditionClaim& claim, std::uint16_t process) {
  return std::all_of(claims.begin(), claims.end(), [&](const EditionClaim& other) {
    return other.value == claim.value || (other.body && other.body != process) ||
           of_other_time(report, other);
  });
}

bool sole_process(const Report& report, std::uint16_t process) {
  const auto& bodies = report.names().bodies;
  return std::none_of(bodies.begin(), bodies.end(), [&](const BodyName& name) {
    return name.body != process && report.body(name).process();
  });
}

} // namespace

std::optional<Edition> edition_of(const Report& report, const std::vector<EditionClaim>& claims,
                                  std::uint16_t process, const Scope& scope,
                                  Judgements& judgements) {
  const Weigher weigher = report.weigher(Question::edition);
  std::optional<Edition> best;
  for (const EditionClaim& claim : claims) {
    if ((claim.body && claim.body != process) || !scope.contains(claim)) continue;
    Facts facts;
    report.add_position(facts, claim.first);
    facts.add_if(claim.body.has_value(), Fact::own_process);
    facts.add_if(claim.of_its_kind, Fact::its_kind);
    facts.add_if(claim.value == 1, Fact::first);
    facts.add_if(own_first(report, claim), Fact::own_first);
    facts.add_if(only_number(report, claims, claim, process), Fact::only_one);
    facts.add_if(!claim.body && sole_process(report, process), Fact::sole_process);
    const Verdict verdict = weigher.weigh(claim, report.around(claim), facts);
    judgements.push_back({Question::edition, claim, process, claim.value, verdict, {}});
    if (verdict.likely() && (!best || verdict.odds > best->verdict.odds))
      best = Edition{claim, verdict};
  }
  return best;
}

} // namespace tela::events
