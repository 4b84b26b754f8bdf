#include "search/label_index.h"

#include "gazetteer/tokens.h"
#include "rdf/term.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace tela::search {

namespace {

constexpr std::array<std::string_view, 7> naming{"http://www.w3.org/2000/01/rdf-schema#label",
                                                 "http://www.w3.org/2004/02/skos/core#prefLabel",
                                                 "http://www.w3.org/2004/02/skos/core#altLabel",
                                                 "http://www.w3.org/2004/02/skos/core#notation",
                                                 "http://purl.org/dc/terms/title",
                                                 "http://purl.org/dc/terms/identifier",
                                                 "https://w3id.org/tela/ontology#acronym"};

constexpr std::size_t most_words = 64;         // of what is asked for
constexpr std::size_t longest_name = 1'000;    // bytes
constexpr std::size_t most_candidates = 1'000; // that are looked at by the caller

// Short words with a slip are other words.
std::size_t slips_forgiven(std::size_t letters) {
  if (letters < 4) return 0;
  return letters < 8 ? 1 : 2;
}

// Without the marks, which gazetteers keep: a bare symbol is no word that two names share.
std::vector<std::string> words_in(std::string_view text) {
  auto words = gazetteer::folded_words(text);
  std::erase_if(words, [](const std::string& word) {
    const char first = word.front();
    return word.size() == 1 && !(first >= 'a' && first <= 'z') && !(first >= '0' && first <= '9');
  });
  return words;
}

} // namespace

std::size_t edit_distance(std::string_view one, std::string_view other, std::size_t most) {
  if (std::max(one.size(), other.size()) - std::min(one.size(), other.size()) > most)
    return most + 1;
  std::vector<std::size_t> before_last, last(other.size() + 1), row(other.size() + 1);
  for (std::size_t j = 0; j <= other.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= one.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const std::size_t changed = one[i - 1] == other[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + changed});
      const bool swapped =
          i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    if (std::ranges::min(row) > most) return most + 1;
    before_last = std::exchange(last, row);
  }
  return std::min(last[other.size()], most + 1);
}

LabelIndex::LabelIndex(const store::Store& store) {
  for (const std::string_view iri : naming)
    if (const auto predicate = store.find(rdf::iri(iri))) add_names(*predicate, store);
  finish();
}

void LabelIndex::add_names(rdf::Id predicate, const store::Store& store) {
  const std::array<rdf::Id, 1> prefix{predicate};
  auto cursor = store.scan(rdf::Order::pos, prefix);
  rdf::Term storage;
  for (auto rows = cursor.next(); rows.count > 0; rows = cursor.next())
    for (std::size_t i = 0; i < rows.count; ++i) {
      const rdf::TermView literal = store.term(rows.columns[1][i], storage);
      if (literal.kind == rdf::TermKind::literal && literal.value.size() <= longest_name)
        add_name(rows.columns[2][i], rows.columns[1][i], literal.value);
    }
}

void LabelIndex::add_name(rdf::Id thing, rdf::Id literal, std::string_view text) {
  Name name{thing, literal, static_cast<std::uint32_t>(word_list_.size()), 0};
  for (std::string& word : words_in(text)) {
    const auto [place, added] =
        numbers_.try_emplace(std::move(word), static_cast<Word>(texts_.size()));
    if (added) texts_.push_back(&place->first);
    word_list_.push_back(place->second);
    ++name.words;
  }
  if (name.words > 0) names_.push_back(name);
}

void LabelIndex::finish() {
  postings_.resize(texts_.size());
  for (std::uint32_t number = 0; number < names_.size(); ++number)
    for (const Word word : words_of(names_[number]))
      if (postings_[word].empty() || postings_[word].back() != number)
        postings_[word].push_back(number);
}

std::span<const LabelIndex::Word> LabelIndex::words_of(const Name& name) const {
  return std::span(word_list_).subspan(name.first_word, name.words);
}

double LabelIndex::rarity(Word word) const {
  return std::log(1 +
                  static_cast<double>(names_.size()) / static_cast<double>(postings_[word].size()));
}

std::vector<LabelIndex::WordFit> LabelIndex::fitting_words(const std::string& word) const {
  if (const auto same = numbers_.find(word); same != numbers_.end()) return {{same->second, 1}};
  std::vector<WordFit> fits;
  const std::size_t forgiven = slips_forgiven(word.size());
  if (forgiven == 0) return fits;
  for (Word other = 0; other < texts_.size(); ++other) {
    const std::size_t slips = edit_distance(word, *texts_[other], forgiven);
    if (slips <= forgiven) fits.push_back({other, slips == 1 ? 0.8 : 0.6});
  }
  return fits;
}

// Each name gets the weights of the words that it shares with the text, over those of all words of
// either: a weighted Jaccard similarity.
std::vector<Hit> LabelIndex::candidates(std::string_view text) const {
  auto asked = words_in(text);
  if (asked.size() > most_words) asked.resize(most_words);
  struct Sum {
    double shared = 0;
    bool mistaken = false;
  };
  std::unordered_map<std::uint32_t, Sum> sums;
  double of_text = 0;
  for (const std::string& word : asked) {
    const auto fits = fitting_words(word);
    double best = std::log(1 + static_cast<double>(names_.size()));
    for (const WordFit& fit : fits) {
      best = std::min(best, rarity(fit.word));
      for (const std::uint32_t name : postings_[fit.word]) {
        sums[name].shared += fit.weight * rarity(fit.word);
        sums[name].mistaken |= fit.weight < 1;
      }
    }
    of_text += best;
  }
  std::unordered_map<std::uint64_t, Hit> best;
  for (const auto& [number, sum] : sums) {
    const Name& name = names_[number];
    double of_name = 0;
    for (const Word word : words_of(name)) of_name += rarity(word);
    const bool whole =
        std::ranges::equal(words_of(name), asked, {}, [this](Word word) { return *texts_[word]; });
    const double similarity =
        std::min(1.0, sum.shared / std::max(of_text + of_name - sum.shared, 1e-9));
    const Hit hit{name.thing, name.literal, whole ? 100 : 99 * similarity,
                  whole          ? Fit::whole
                  : sum.mistaken ? Fit::mistaken
                                 : Fit::words};
    Hit& kept = best.try_emplace(name.thing.bits(), hit).first->second;
    if (hit.score > kept.score) kept = hit;
  }
  std::vector<Hit> hits;
  hits.reserve(best.size());
  for (const auto& [thing, hit] : best) hits.push_back(hit);
  std::ranges::sort(hits, [](const Hit& a, const Hit& b) {
    return a.score != b.score ? a.score > b.score : a.thing < b.thing;
  });
  if (hits.size() > most_candidates) hits.resize(most_candidates);
  return hits;
}

std::vector<Hit> LabelIndex::begin_with(std::string_view prefix, std::size_t most) const {
  const auto asked = words_in(prefix);
  std::vector<Hit> hits;
  if (asked.empty()) return hits;
  std::unordered_map<std::uint64_t, bool> seen;
  for (auto word = numbers_.lower_bound(asked.front());
       word != numbers_.end() && word->first.starts_with(asked.front()); ++word)
    for (const std::uint32_t number : postings_[word->second]) {
      const auto words = words_of(names_[number]);
      bool begins = words.size() >= asked.size();
      for (std::size_t i = 0; begins && i < asked.size(); ++i)
        begins = i + 1 == asked.size() ? texts_[words[i]]->starts_with(asked[i])
                                       : *texts_[words[i]] == asked[i];
      if (begins && seen.emplace(names_[number].thing.bits(), true).second)
        hits.push_back({names_[number].thing, names_[number].literal,
                        100.0 / static_cast<double>(words.size()), Fit::words});
    }
  std::ranges::stable_sort(hits, std::greater<>{}, &Hit::score);
  if (hits.size() > most) hits.resize(most);
  return hits;
}

} // namespace tela::search
