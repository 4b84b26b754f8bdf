#include "events/meeting.h"

#include "events/written_days.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace tela::events {

namespace {

/// What the mentions of one process tell together.
struct Mentions {
  Facts facts;
  int count = 0;
  int told = 0;   ///< of them outside examples
  int best = -1;  ///< how well the best mention stands
  Range evidence; ///< that mention
};

class MeetingFinder {
 public:
  MeetingFinder(const Report& report, const std::vector<EditionClaim>& claims,
                Judgements& judgements)
      : report_(report), passage_(report.passage()), claims_(claims), judgements_(judgements) {}

  std::vector<Meeting> run() {
    if (passage_.sentences().empty()) return {};
    std::optional<Meeting> main;
    if (!about_all_processes()) main = best_process();
    if (!main && speaks_of_meeting()) main = Meeting{};
    if (!main) return {};
    main->scope = {{0, static_cast<std::uint32_t>(passage_.tokens().size())}, {}};
    std::vector<Meeting> meetings{*main};
    add_further(meetings);
    return meetings;
  }

 private:
  [[nodiscard]] std::optional<Meeting> best_process() const {
    auto mentions = collect();
    const Weigher weigher = report_.weigher(Question::process);
    const bool occasion = reports_occasion();
    std::optional<Meeting> best;
    for (auto& [body, found] : mentions) {
      complete(found, body, ordinary(mentions));
      found.facts.add_if(occasion, Fact::occasion);
      const Verdict verdict = weigher.weigh({}, {}, found.facts);
      judgements_.push_back({Question::process, found.evidence, body, 0, verdict, {}});
      if (verdict.likely() && (!best || verdict.odds > best->verdict.odds))
        best = Meeting{body, found.evidence, verdict, {}};
    }
    return best;
  }

  [[nodiscard]] std::map<std::uint16_t, Mentions> collect() const {
    std::map<std::uint16_t, Mentions> mentions;
    for (const BodyName& name : report_.names().bodies)
      if (report_.body(name).process() && passage_.in_report(name.first))
        add(mentions[name.body], name);
    return mentions;
  }

  void add(Mentions& mentions, const BodyName& name) const {
    if (++mentions.count == 1) mentions.evidence = name;
    if (is_aside(name)) return;
    ++mentions.told;
    report_.add_position(mentions.facts, name.first);
    const bool meets = at_meeting(name);
    mentions.facts.add_if(meets, Fact::at_meeting);
    mentions.facts.add_if(meets_next(name), Fact::meets_next);
    const auto number = passage_.sentence_of(name.first);
    const int standing = (meets ? 2 : 0) + (report_.sentence(name.first).title ? 3
                                            : report_.rank(number) < 2         ? 1
                                                                               : 0);
    if (standing <= mentions.best) return;
    mentions.best = standing;
    mentions.evidence = name;
  }

  void complete(Mentions& found, std::uint16_t body, std::size_t processes) const {
    constexpr int often = 3;
    found.facts.add_if(found.told == 0, Fact::aside);
    found.facts.add_if(found.told > 1, Fact::named_twice);
    found.facts.add_if(found.told > often, Fact::named_often);
    found.facts.add_if(processes < 2, Fact::alone);
    found.facts.add_if(parent_named(body), Fact::parent_named);
    found.facts.add_if(title_of_meeting() && !found.facts.has(Fact::title), Fact::titled);
    found.facts.add_if(std::any_of(claims_.begin(), claims_.end(),
                                   [&](const EditionClaim& claim) { return claim.body == body; }),
                       Fact::with_edition);
    found.facts.add_if(report_.has_field(FieldKind::place) && report_.has_field(FieldKind::dates),
                       Fact::event_page);
    found.facts.add_if(global(body) && !found.facts.has(Fact::with_edition), Fact::global);
  }

  [[nodiscard]] bool global(std::uint16_t body) const {
    return report_.gazetteer().bodies()[body].kind == gazetteer::BodyKind::global_process;
  }

  /// How many processes are named, without the global ones and those among examples.
  [[nodiscard]] std::size_t ordinary(const std::map<std::uint16_t, Mentions>& mentions) const {
    return static_cast<std::size_t>(
        std::count_if(mentions.begin(), mentions.end(),
                      [&](const auto& one) { return !global(one.first) && one.second.told > 0; }));
  }

  /// "Senior Officials' Meeting": a title without a process.
  [[nodiscard]] bool title_of_meeting() const {
    const Sentence& title = passage_.sentences().front();
    const auto& bodies = report_.names().bodies;
    return title.title && report_.cues().any(Cue::meeting_noun, title) &&
           std::none_of(bodies.begin(), bodies.end(), [&](const BodyName& name) {
             return title.contains(name) && report_.body(name).process();
           });
  }

  /// "among them", "modelled on" shortly before, "entre autres" right behind.
  [[nodiscard]] bool is_aside(const BodyName& name) const {
    constexpr std::uint32_t reach = 12;
    const Sentence& sentence = report_.sentence(name.first);
    const Range before{std::max(sentence.first, name.first > reach ? name.first - reach : 0),
                       name.first};
    const Range behind{name.last, std::min(name.last + 1, sentence.last)};
    return report_.cues().any(Cue::aside, before) || report_.cues().any(Cue::aside, behind);
  }

  [[nodiscard]] bool parent_named(std::uint16_t process) const {
    const auto bodies = report_.gazetteer().bodies();
    return std::any_of(report_.names().bodies.begin(), report_.names().bodies.end(),
                       [&](const BodyName& name) {
                         Facts facts;
                         report_.add_position(facts, name.first);
                         return bodies[process].parent == report_.body(name).id &&
                                (facts.has(Fact::title) || facts.has(Fact::lead));
                       });
  }

  /// Its sentence has a verb of holding or attending, and, but in the name, a word for a meeting.
  [[nodiscard]] bool at_meeting(Range name) const {
    const Sentence& sentence = report_.sentence(name.first);
    return report_.tells_of_meeting(sentence) && !report_.cues().any(Cue::earlier, sentence);
  }

  /// The name stands with a word for a meeting, and the sentence behind tells of one.
  [[nodiscard]] bool meets_next(Range name) const {
    const auto number = passage_.sentence_of(name.first);
    const auto sentences = passage_.sentences();
    if (sentences[number].title || number + 1 >= sentences.size()) return false;
    return report_.cues().any(Cue::meeting_noun, sentences[number]) &&
           report_.tells_of_meeting(sentences[number + 1]);
  }

  /// Title or first sentence tell of a visit, an anniversary, a new office, and of no meeting.
  [[nodiscard]] bool reports_occasion() const {
    const auto& cues = report_.cues();
    constexpr std::uint32_t least_sentence = 7; // tokens; less is a line of the site's menu
    bool occasion = false, meeting = false;
    for (std::size_t number = 0; number < passage_.sentences().size(); ++number) {
      const Sentence& sentence = passage_.sentences()[number];
      if (report_.rank(number) > 0) break;
      if (!sentence.title && sentence.last - sentence.first < least_sentence) continue;
      occasion = occasion || cues.any(Cue::occasion, sentence);
      meeting = meeting || cues.any(Cue::meeting_noun, sentence);
    }
    return occasion && !meeting;
  }

  /// The title speaks of the processes as such: "réunion des processus consultatifs régionaux".
  [[nodiscard]] bool about_all_processes() const {
    const Sentence& title = passage_.sentences().front();
    const auto& bodies = report_.names().bodies;
    const bool names_one = std::any_of(bodies.begin(), bodies.end(), [&](const BodyName& name) {
      return title.contains(name) && report_.body(name).process();
    });
    const auto* all = report_.cues().first(Cue::all_processes, title);
    return title.title && !names_one && all != nullptr && plural(passage_.text(*all));
  }

  /// Cues are found by stems; "RCPs" and "processes" mean all, "RCP" and "process" one, but a
  /// "global RCP meeting" is of all.
  static bool plural(std::string_view text) {
    return text.ends_with("PCR") || text.ends_with('x') || text.find(' ') != text.rfind(' ') ||
           (text.ends_with('s') && !text.ends_with("ss"));
  }

  /// A sentence of title or lead has a word for a meeting, and one for holding or attending it
  /// close by.
  [[nodiscard]] bool speaks_of_meeting() const {
    if (reports_occasion()) return false;
    bool noun = false, verb = false;
    for (std::size_t number = 0; number < passage_.sentences().size(); ++number) {
      const Sentence& sentence = passage_.sentences()[number];
      if (!passage_.in_report(sentence.first) || report_.rank(number) > 1) continue;
      const auto& cues = report_.cues();
      noun = noun || cues.any(Cue::meeting_noun, sentence);
      verb = verb || cues.any(Cue::held, sentence) || cues.any(Cue::to_be_held, sentence) ||
             cues.any(Cue::attend, sentence) || cues.any(Cue::took_chair, sentence);
    }
    return noun && verb;
  }

  /// Meetings that later paragraphs tell of in full take those paragraphs: of other processes, and
  /// of the same one in another edition than the paragraph that tells of the main meeting.
  void add_further(std::vector<Meeting>& meetings) const {
    if (!meetings.front().process) return;
    const auto main = *meetings.front().process;
    std::vector<int> editions = title_editions(main);
    bool told = false; // the paragraph of the main meeting has come
    for (const Range& paragraph : passage_.paragraphs()) {
      const EditionClaim* claim = told_in_full(paragraph, main);
      if (claim == nullptr) continue;
      const bool own = *claim->body == main;
      const bool known =
          own && std::find(editions.begin(), editions.end(), claim->value) != editions.end();
      if (own) add_editions(editions, paragraph, main);
      if (meetings.size() == most_meetings) break;
      if (!own || (told && !known)) part_from_main(meetings, paragraph, *claim);
      told = told || own;
    }
  }

  void part_from_main(std::vector<Meeting>& meetings, Range paragraph,
                      const EditionClaim& claim) const {
    Meeting meeting{claim.body, named_in(paragraph, *claim.body), {}, {paragraph, {}}};
    meeting.verdict = meetings.front().verdict;
    meetings.front().scope.others.push_back(paragraph);
    meetings.push_back(std::move(meeting));
  }

  [[nodiscard]] std::vector<int> title_editions(std::uint16_t process) const {
    std::vector<int> editions;
    const Sentence& title = passage_.sentences().front();
    if (title.title) add_editions(editions, title, process);
    return editions;
  }

  void add_editions(std::vector<int>& editions, Range range, std::uint16_t process) const {
    for (const EditionClaim& claim : claims_)
      if (range.contains(claim) && (!claim.body || claim.body == process))
        editions.push_back(claim.value);
  }

  /// The name of the process, as the paragraph first has it.
  [[nodiscard]] Range named_in(Range paragraph, std::uint16_t process) const {
    for (const BodyName& name : report_.names().bodies)
      if (name.body == process && paragraph.contains(name)) return name;
    return {};
  }

  /// The edition of a process whose meeting a paragraph tells of, with its place; of the main
  /// process with its days too. nullptr if the paragraph names the main one besides another.
  [[nodiscard]] const EditionClaim* told_in_full(Range paragraph, std::uint16_t main) const {
    const BodyName* found = nullptr;
    bool names_main = false;
    for (const BodyName& name : report_.names().bodies) {
      if (!paragraph.contains(name) || !report_.body(name).process()) continue;
      names_main = names_main || name.body == main;
      if (found == nullptr) found = &name;
    }
    if (found == nullptr || (names_main && found->body != main) || is_aside(*found) ||
        !at_meeting(*found))
      return nullptr;
    const Sentence& sentence = report_.sentence(found->first);
    const auto counted = std::find_if(claims_.begin(), claims_.end(), [&](const auto& claim) {
      return claim.body == found->body && sentence.contains(claim);
    });
    const bool complete =
        counted != claims_.end() && placed(sentence) && (!names_main || dated(sentence));
    return complete && !of_other_time(sentence) ? &*counted : nullptr;
  }

  [[nodiscard]] bool placed(Range sentence) const {
    const auto& cities = report_.names().cities;
    return std::any_of(cities.begin(), cities.end(),
                       [&](const HintName& city) { return sentence.contains(city); });
  }

  [[nodiscard]] bool dated(Range sentence) const {
    const TokenText text{passage_.whole_text(), passage_.tokens()};
    for (auto token = sentence.first; token < sentence.last; ++token)
      if (days_at(text, token, passage_.language(), report_.gazetteer().lexicon())) return true;
    return false;
  }

  [[nodiscard]] bool of_other_time(Range sentence) const {
    return report_.cues().any(Cue::earlier, sentence) || report_.cues().any(Cue::later, sentence) ||
           report_.cues().any(Cue::founding, sentence);
  }

  const Report& report_;
  const Passage& passage_;
  const std::vector<EditionClaim>& claims_;
  Judgements& judgements_;
};

} // namespace

std::vector<Meeting> find_meetings(const Report& report, const std::vector<EditionClaim>& claims,
                                   Judgements& judgements) {
  return MeetingFinder(report, claims, judgements).run();
}

} // namespace tela::events
