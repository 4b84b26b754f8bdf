#include "publish/page_words.h"

#include "publish/embedded_words.h"
#include "rdf/prefix_map.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <map>
#include <stdexcept>

namespace tela::publish {

namespace {

using nlohmann::json;

/// The files of all languages, and what they say of each key.
class Words {
 public:
  using Table = std::map<std::string, Phrase, std::less<>>;

  Words() {
    for (const base::EmbeddedFile& file : embedded_words().subspan(1))
      files_.push_back(json::parse(file.content));
  }

  /// One key that every language has.
  [[nodiscard]] Phrase phrase(const char* key) const {
    Phrase result;
    for (std::size_t i = 0; i < language_count; ++i) result[i] = text(files_[i].at(key));
    return result;
  }
  /// An object of words. Keys are those of the first language; a key that another lacks is a fault
  /// of the files.
  [[nodiscard]] Table table(const char* section) const {
    Table result;
    for (const auto& [key, first] : files_.front().at(section).items())
      for (std::size_t i = 0; i < language_count; ++i)
        result[key][i] = text(files_[i].at(section).at(key));
    return result;
  }
  [[nodiscard]] std::vector<Phrase> list(const char* section) const {
    std::vector<Phrase> result(files_.front().at(section).size());
    for (std::size_t entry = 0; entry < result.size(); ++entry)
      for (std::size_t i = 0; i < language_count; ++i)
        result[entry][i] = text(files_[i].at(section).at(entry));
    return result;
  }

 private:
  static std::string_view text(const json& value) { return value.get_ref<const std::string&>(); }

  std::vector<json> files_;
};

const Words& words() {
  static const Words all;
  return all;
}

Words::Table by_iri(const char* section) {
  Words::Table result;
  for (const auto& [name, phrase] : words().table(section))
    result[rdf::PrefixMap::standard().expand(name).value()] = phrase;
  return result;
}

std::optional<Phrase> find(const Words::Table& table, std::string_view key) {
  const auto found = table.find(key);
  return found == table.end() ? std::nullopt : std::optional(found->second);
}

const Phrase& known(const Words::Table& table, std::string_view key) {
  const auto found = table.find(key);
  if (found == table.end()) throw std::out_of_range("data/words has no " + std::string(key));
  return found->second;
}

} // namespace

const Phrase& word(WordKey key) {
  return planned_word(key.text());
}

const Phrase& planned_word(std::string_view key) {
  static const Words::Table table = words().table("words");
  return known(table, key);
}

const Phrase& way_of_writing(std::string_view key) {
  static const Words::Table table = words().table("writing");
  return known(table, key);
}

std::optional<Phrase> plural_of(std::string_view class_iri) {
  static const Words::Table table = by_iri("kinds");
  return find(table, class_iri);
}

std::optional<Phrase> plain_name_of(std::string_view property_iri) {
  static const Words::Table table = by_iri("properties");
  return find(table, property_iri);
}

std::optional<Phrase> data_theme_label(std::string_view code) {
  static const Words::Table table = words().table("themes");
  return find(table, code);
}

const std::vector<Phrase>& keywords() {
  static const std::vector<Phrase> list = words().list("keywords");
  return list;
}

const std::vector<Phrase>& month_names() {
  static const std::vector<Phrase> list = words().list("months");
  return list;
}

const Phrase& language_names() {
  static const Phrase names = words().phrase("language");
  return names;
}

const Phrase& eu_languages() {
  static const Phrase entries = words().phrase("eu-language");
  return entries;
}

} // namespace tela::publish
