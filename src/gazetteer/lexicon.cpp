#include "gazetteer/lexicon.h"

#include "base/data_table.h"
#include "base/error.h"
#include "base/fold.h"
#include "base/utf8.h"
#include "gazetteer/char_class.h"
#include "gazetteer/long_form.h"

#include <algorithm>
#include <array>

namespace tela::gazetteer {

namespace {

using base::DataTable;
using base::split_names;

// Bits of beginnings_.
constexpr std::uint8_t in_names = 1;
constexpr std::uint8_t in_bodies = 2;
constexpr std::uint8_t in_cues = 4;
constexpr std::uint8_t in_numerals = 8;

/// Words and marks that may stand or fall inside the name of a body.
constexpr std::array<std::string_view, 48> stop_words = {
    ",",   ":",   "(",   ")",    "-",     "le",   "la",   "les",  "l",   "de",    "du",   "des",
    "d",   "au",  "aux", "en",   "sur",   "pour", "dans", "par",  "a",   "the",   "of",   "on",
    "for", "in",  "to",  "from", "at",    "el",   "los",  "las",  "del", "sobre", "para", "por",
    "un",  "une", "una", "its",  "their", "sa",   "ses",  "leur", "o",   "da",    "do",   "s"};

/// A phrase without the article before it, as data has it: "the Republic of Fiji".
std::string_view without_article(std::string_view name) {
  for (const std::string_view article :
       {"the ", "la ", "le ", "les ", "l'", "l’", "el ", "los ", "las "})
    if (name.starts_with(article)) return name.substr(article.size());
  return name;
}

Meaning meaning_of(const Name& name, std::size_t state) {
  Meaning meaning;
  meaning.kind = name.kind;
  meaning.what = name.kind == NameKind::demonym ? Meaning::What::demonym
                 : name.kind == NameKind::city  ? Meaning::What::city
                                                : Meaning::What::state;
  meaning.entity = static_cast<std::uint16_t>(state);
  if (name.language.empty())
    meaning.languages.add_all();
  else
    meaning.languages.add(language_of(name.language));
  return meaning;
}

/// Names that lists turn round and shorten; acronyms, cities and adjectives stay as they are.
bool is_long_name(const Meaning& meaning) {
  return meaning.what == Meaning::What::nothing ||
         (meaning.what == Meaning::What::state && meaning.kind != NameKind::acronym);
}

/// The words of a label, folded, one space between them.
std::string label_key(std::string_view text) {
  std::string key;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code_point = base::next_code_point(text, at);
    const auto kind = char_class(code_point);
    if (kind == CharClass::ignorable) continue;
    if (kind == CharClass::letter) {
      if (gap && !key.empty()) key += ' ';
      base::append_folded(key, code_point);
    }
    gap = kind != CharClass::letter;
  }
  return key;
}

template<class Entity, class Labels>
void add_labels(std::span<const Entity> entities, Labels& labels) {
  for (std::size_t index = 0; index < entities.size(); ++index)
    for (const Name& name : entities[index].names) {
      auto& found = labels[label_key(name.text)];
      const auto entity = static_cast<std::uint16_t>(index);
      if (std::find(found.begin(), found.end(), entity) == found.end()) found.push_back(entity);
    }
}

template<class Labels>
std::span<const std::uint16_t> find_label(const Labels& labels, std::string_view text) {
  const auto found = labels.find(label_key(text));
  return found == labels.end() ? std::span<const std::uint16_t>() : std::span(found->second);
}

/// Letters and digits of an acronym; marks between them do not matter.
bool is_acronym(std::string_view name) {
  return name.find(' ') == std::string_view::npos;
}

/// "UN Women", "AU Horn of Africa Initiative": words that only look like articles.
bool begins_with_capitals(std::string_view name) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const std::string_view word = name.substr(0, name.find(' '));
  return word.size() > 1 && std::all_of(word.begin(), word.end(), is_capital);
}

} // namespace

Lexicon::Lexicon(std::span<const State> states, const BodyFile& bodies,
                 std::span<const Region> regions, std::span<const Theme> themes,
                 const DataFiles& files)
    : name_words_(files, words_) {
  for (const auto word : stop_words) {
    const WordId id = words_.add(word);
    stop_words_.resize(std::max<std::size_t>(stop_words_.size(), id + 1));
    stop_words_[id] = true;
  }
  meanings_.reserve(std::size_t{1} << 13U);
  add_states(states);
  add_not_states(files);
  mark_abbreviations();
  add_bodies(bodies);
  add_cues(files);
  add_numerals(files);
  add_labels(regions, region_labels_);
  add_labels(themes, theme_labels_);
}

std::vector<WordId> Lexicon::words_of(std::string_view phrase) {
  std::vector<WordId> words;
  words.reserve(8);
  for (const auto& word : folded_words(phrase)) words.push_back(words_.add(word));
  return words;
}

std::vector<WordId> Lexicon::stems_of(std::string_view phrase) {
  std::vector<WordId> words;
  words.reserve(8);
  for (const auto& word : folded_words(phrase)) words.push_back(words_.add(singular(word)));
  return words;
}

void Lexicon::mark_beginning(WordId word, std::uint8_t trie) {
  if (word >= beginnings_.size()) beginnings_.resize(word + 1);
  beginnings_[word] |= trie;
}

void Lexicon::add_states(std::span<const State> states) {
  owners_.resize(states.size());
  for (std::size_t state = 0; state < states.size(); ++state) {
    const auto owner = std::find_if(states.begin(), states.end(), [&](const State& one) {
      return states[state].territory() && states[state].dependency.ends_with(" of " + one.iso2);
    });
    const auto index =
        owner == states.end() ? state : static_cast<std::size_t>(owner - states.begin());
    owners_[state] = static_cast<std::uint16_t>(index);
  }
  for (std::size_t state = 0; state < states.size(); ++state)
    for (const Name& name : states[state].names)
      if (name.language.empty() || language_of(name.language) != Language::other)
        add_name(without_article(name.text), meaning_of(name, state));
}

void Lexicon::add_name(std::string_view name, const Meaning& meaning) {
  const auto phrase = words_of(name);
  if (phrase.empty()) return;
  auto& value = name_trie_.value_of(phrase);
  if (value == PhraseTrie::no_value) {
    value = static_cast<std::uint32_t>(meanings_.size());
    meanings_.emplace_back();
    mark_beginning(phrase.front(), in_names);
  }
  if (is_long_name(meaning)) bags_.add(phrase, name_words_, value, meaning.entity);
  for (Meaning& known : meanings_[value]) {
    if (known.entity != meaning.entity || known.what != meaning.what) continue;
    known.languages.add(meaning.languages);
    if (meaning.kind == NameKind::acronym) known.kind = meaning.kind;
    return;
  }
  meanings_[value].push_back(meaning);
}

void Lexicon::add_not_states(const DataFiles& files) {
  const auto file = files.file("not_states.csv");
  const DataTable table(file.name, file.content);
  const auto phrases = table.column("phrases");
  for (std::size_t row = 0; row < table.size(); ++row)
    for (const auto phrase : split_names(table.row(row).fields[phrases]))
      add_name(phrase, Meaning{Meaning::What::nothing, {}, BagIndex::no_entity, {}});
}

void Lexicon::add_bodies(const BodyFile& file) {
  for (std::size_t index = 0; index < file.bodies.size(); ++index) {
    const auto& forms = file.forms[index];
    const auto body = static_cast<std::uint32_t>(index);
    const auto add_acronym = [&](const std::string& text) {
      const auto& doubtful = forms.doubtful_acronyms;
      const bool unsure = std::find(doubtful.begin(), doubtful.end(), text) != doubtful.end();
      add_body_name(text, {0, body, is_acronym(text), unsure});
    };
    for (const Name& name : file.bodies[index].names) {
      if (name.kind == NameKind::acronym)
        add_acronym(name.text);
      else
        add_body_name(name.text, {0, body, false, false});
    }
    for (const auto& form : forms.in_text) add_body_name(form, {0, body, is_acronym(form), false});
    for (const auto& acronym : forms.acronyms_in_text) add_acronym(acronym);
  }
}

void Lexicon::add_body_name(std::string_view name, BodyHit hit) {
  const auto stems = stems_of(name);
  std::vector<WordId> phrase;
  for (const WordId word : stems)
    if (!stop_word(word) || (phrase.empty() && begins_with_capitals(name))) phrase.push_back(word);
  if (phrase.empty()) return;
  auto& value = body_trie_.value_of(phrase);
  if (value == PhraseTrie::no_value) {
    value = static_cast<std::uint32_t>(body_names_.size());
    body_names_.push_back(hit);
    mark_beginning(phrase.front(), in_bodies);
  } else if (body_names_[value].body != hit.body) {
    throw base::Error(base::Failure::input, "two bodies share the name " + std::string(name),
                      "leave it to the one that texts mean, in bodies.json");
  }
}

void Lexicon::add_cues(const DataFiles& files) {
  const auto file = files.file("cues.csv");
  const DataTable table(file.name, file.content);
  const auto cue_column = table.column("cue"), language_column = table.column("language"),
             phrases = table.column("phrases");
  for (std::size_t index = 0; index < table.size(); ++index) {
    const auto row = table.row(index);
    const auto cue = cue_named(row.fields[cue_column]);
    if (!cue) table.fail(row, "unknown cue: " + row.fields[cue_column]);
    const Language language = language_of(row.fields[language_column]);
    for (const auto text : split_names(row.fields[phrases])) {
      const auto phrase = stems_of(text);
      auto& value = cue_trie_.value_of(phrase);
      if (value == PhraseTrie::no_value) {
        value = static_cast<std::uint32_t>(cue_sets_.size());
        cue_sets_.push_back({});
        mark_beginning(phrase.front(), in_cues);
      }
      for (const Language told : {Language::other, language}) {
        auto& cues = cue_sets_[value][static_cast<std::size_t>(told)];
        if (std::find(cues.begin(), cues.end(), *cue) == cues.end()) cues.push_back(*cue);
      }
    }
  }
}

void Lexicon::add_numerals(const DataFiles& files) {
  const auto file = files.file("numerals.csv");
  const DataTable table(file.name, file.content);
  const auto kind_column = table.column("kind"), value_column = table.column("value"),
             words_column = table.column("words");
  for (std::size_t index = 0; index < table.size(); ++index) {
    const auto row = table.row(index);
    const auto& kind = row.fields[kind_column];
    NumeralHit hit;
    hit.kind = kind == "ordinal" ? Numeral::ordinal
               : kind == "month" ? Numeral::month
                                 : Numeral::cardinal;
    hit.value = std::stoi(row.fields[value_column]);
    for (const auto text : split_names(row.fields[words_column])) {
      const auto phrase = words_of(text);
      auto& value = numeral_trie_.value_of(phrase);
      if (value != PhraseTrie::no_value) continue;
      value = static_cast<std::uint32_t>(numerals_.size());
      numerals_.push_back(hit);
      mark_beginning(phrase.front(), in_numerals);
    }
  }
}

void Lexicon::mark_abbreviations() {
  for (WordId word = 1; word < words_.size(); ++word)
    for (const auto& phrase : name_words_.expansions(word, true))
      if (may_begin(phrase.front(), in_names)) mark_beginning(word, in_names);
}

template<class Take>
void Lexicon::walk_names(std::span<const Token> tokens, std::size_t at, std::size_t next,
                         PhraseTrie::Node node, Take& take) const {
  if (const auto value = name_trie_.value(node); value != PhraseTrie::no_value)
    take(NameHit{next - at, meanings_[value]});
  if (next >= tokens.size() || tokens[next].word == 0) return;
  const Token& token = tokens[next];
  if (const auto step = name_trie_.step(node, token.word); step != PhraseTrie::nowhere)
    walk_names(tokens, at, next + 1, step, take);
  for (const auto& phrase : name_words_.expansions(token.word, token.shortened)) {
    PhraseTrie::Node step = node;
    for (const WordId word : phrase)
      if (step != PhraseTrie::nowhere) step = name_trie_.step(step, word);
    if (step != PhraseTrie::nowhere) walk_names(tokens, at, next + 1, step, take);
  }
}

Lexicon::NameHit Lexicon::plain_name(std::span<const Token> tokens, std::size_t at) const {
  NameHit longest;
  const auto take = [&](const NameHit& hit) {
    if (hit.length > longest.length) longest = hit;
  };
  if (may_begin(tokens[at].word, in_names)) walk_names(tokens, at, at, PhraseTrie::root, take);
  return longest;
}

Lexicon::NameHit Lexicon::longest_name(std::span<const Token> tokens, std::size_t at) const {
  static constexpr Meaning nothing;
  const LongForm form = read_long_form(tokens, at, *this);
  NameHit hit = plain_name(tokens, at);
  if (form.length > hit.length && form.value) hit = {form.length, meanings_[*form.value]};
  if (form.length > hit.length) return {form.length, std::span(&nothing, 1), true};
  hit.length += owner_in_brackets(tokens, at, hit);
  return hit;
}

/// Tokens of "(US)" behind the name of a territory: they tell whose it is and name nothing more.
std::size_t Lexicon::owner_in_brackets(std::span<const Token> tokens, std::size_t at,
                                       const NameHit& hit) const {
  const std::size_t open = at + hit.length;
  if (hit.length == 0 || open + 2 >= tokens.size() || tokens[open].mark != '(') return 0;
  const NameHit owner = plain_name(tokens, open + 1);
  const std::size_t close = open + 1 + owner.length;
  if (owner.length == 0 || close >= tokens.size() || tokens[close].mark != ')') return 0;
  const auto owns = [&](const Meaning& territory, const Meaning& state) {
    return territory.what == Meaning::What::state && state.what == Meaning::What::state &&
           territory.entity != state.entity && owners_[territory.entity] == state.entity;
  };
  for (const Meaning& territory : hit.meanings)
    for (const Meaning& state : owner.meanings)
      if (owns(territory, state)) return close + 1 - open;
  return 0;
}

void Lexicon::names(std::span<const Token> tokens, std::size_t at,
                    std::vector<NameHit>& out) const {
  const auto take = [&](const NameHit& hit) { out.push_back(hit); };
  if (may_begin(tokens[at].word, in_names)) walk_names(tokens, at, at, PhraseTrie::root, take);
  const NameHit longest = longest_name(tokens, at);
  if (longest.length > 0) out.push_back(longest);
}

Lexicon::BodyHit Lexicon::longest_body(std::span<const Token> tokens, std::size_t at) const {
  BodyHit hit;
  if (!may_begin(tokens[at].stem, in_bodies)) return hit;
  constexpr std::size_t longest_skip = 4;
  PhraseTrie::Node node = PhraseTrie::root;
  std::size_t skipped = 0;
  for (std::size_t next = at; next < tokens.size(); ++next) {
    const Token& token = tokens[next];
    const auto step = token.stem == 0 ? PhraseTrie::nowhere : body_trie_.step(node, token.stem);
    if (step != PhraseTrie::nowhere) {
      node = step;
      skipped = 0;
      if (const auto value = body_trie_.value(node); value != PhraseTrie::no_value) {
        hit = body_names_[value];
        hit.length = next - at + 1;
      }
      continue;
    }
    const bool in_brackets = next > 0 && tokens[next - 1].mark == '(' && token.is_word();
    if ((!stop_word(token.word) && !in_brackets) || ++skipped > longest_skip) break;
  }
  return hit;
}

Lexicon::BodyHit Lexicon::body_named(std::span<const WordId> stems) const {
  PhraseTrie::Node node = PhraseTrie::root;
  for (const WordId stem : stems) {
    node = body_trie_.step(node, stem);
    if (node == PhraseTrie::nowhere) return {};
  }
  const auto value = body_trie_.value(node);
  if (value == PhraseTrie::no_value) return {};
  BodyHit hit = body_names_[value];
  hit.length = stems.size();
  return hit;
}

void Lexicon::cues(std::span<const Token> tokens, std::size_t at, Language language,
                   std::vector<CueHit>& out) const {
  if (!may_begin(tokens[at].stem, in_cues)) return;
  const std::size_t known = out.size();
  PhraseTrie::Node node = PhraseTrie::root;
  for (std::size_t next = at; next < tokens.size() && tokens[next].stem != 0; ++next) {
    node = cue_trie_.step(node, tokens[next].stem);
    if (node == PhraseTrie::nowhere) break;
    const auto value = cue_trie_.value(node);
    if (value == PhraseTrie::no_value) continue;
    for (const Cue cue : cue_sets_[value][static_cast<std::size_t>(language)]) {
      const auto shorter = std::find_if(out.begin() + static_cast<std::ptrdiff_t>(known), out.end(),
                                        [&](const CueHit& hit) { return hit.cue == cue; });
      if (shorter == out.end())
        out.push_back({next - at + 1, cue});
      else
        shorter->length = next - at + 1;
    }
  }
}

Lexicon::NumeralHit Lexicon::numeral(std::span<const Token> tokens, std::size_t at) const {
  NumeralHit hit;
  if (!may_begin(tokens[at].word, in_numerals)) return hit;
  PhraseTrie::Node node = PhraseTrie::root;
  for (std::size_t next = at; next < tokens.size() && tokens[next].word != 0; ++next) {
    node = numeral_trie_.step(node, tokens[next].word);
    if (node == PhraseTrie::nowhere) break;
    if (const auto value = numeral_trie_.value(node); value != PhraseTrie::no_value) {
      hit = numerals_[value];
      hit.length = next - at + 1;
    }
  }
  return hit;
}

std::span<const std::uint16_t> Lexicon::themes_labelled(std::string_view text) const {
  return find_label(theme_labels_, text);
}

std::span<const std::uint16_t> Lexicon::regions_labelled(std::string_view text) const {
  return find_label(region_labels_, text);
}

} // namespace tela::gazetteer
