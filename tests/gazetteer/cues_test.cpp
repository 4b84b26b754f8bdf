#include "base/data_table.h"
#include "gazetteer/data_files.h"
#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::base;
using namespace tela::gazetteer;

namespace {

/// The words of each place in the text where the cue is heard.
std::vector<std::string> heard(Cue cue, Language language, const std::string& text) {
  const test::Words words{text};
  std::vector<std::string> found;
  for (std::size_t at = 0; at < words.tokens.size(); ++at) {
    std::vector<Lexicon::CueHit> hits;
    words.lexicon.cues(words.tokens, at, language, hits);
    for (const auto& hit : hits)
      if (hit.cue == cue) found.push_back(words.words(at, hit.length));
  }
  return found;
}

} // namespace

TEST_CASE("each row of cues is heard in its example, in the words in brackets, and not in its "
          "counter-example") {
  const auto file = DataFiles::built_in().file("cues.csv");
  const DataTable table(file.name, file.content);
  const auto cue_column = table.column("cue"), language_column = table.column("language"),
             example_column = table.column("example"),
             counter_column = table.column("counter_example");
  for (std::size_t index = 0; index < table.size(); ++index) {
    const auto fields = table.row(index).fields;
    INFO(fields[cue_column] << ' ' << fields[language_column]);
    const auto cue = cue_named(fields[cue_column]);
    REQUIRE(cue.has_value());
    const Language language = language_of(fields[language_column]);
    std::string example = fields[example_column];
    const auto open = example.find('['), close = example.find(']');
    REQUIRE(close != std::string::npos);
    const std::string words = example.substr(open + 1, close - open - 1);
    example.erase(close, 1).erase(open, 1);
    const auto found = heard(*cue, language, example);
    CHECK(std::find(found.begin(), found.end(), words) != found.end());
    CHECK(heard(*cue, language, fields[counter_column]) == std::vector<std::string>{});
  }
}
