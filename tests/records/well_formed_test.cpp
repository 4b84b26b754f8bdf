#include "collecting_sink.h"
#include "records/iati_reader.h"
#include "records/record_xml_reader.h"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <set>
#include <string>
#include <vector>

using namespace tela::records;
namespace base = tela::base;
namespace fs = std::filesystem;

namespace {

const std::string record_xml =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<records>\n"
    "<record kind=\"article\" lang=\"en\"><title>First &amp; best</title></record>\n"
    "<record kind=\"article\" address=\"https://e.x/2\" lang='en'>\n<title>Second</title>"
    "<!-- note --><body><p>A <![CDATA[b]]></p></body></record>\n"
    "<record kind=\"project\"><title>Third \u00E9</title><type/></record>\n</records>\n";

const std::string iati_xml =
    "<?xml version=\"1.0\"?>\n<iati-activities version=\"2.03\">\n"
    "<iati-activity xml:lang=\"en\"><iati-identifier>X-1</iati-identifier><title><narrative>A"
    "</narrative></title></iati-activity>\n"
    "<iati-activity><iati-identifier>X-2</iati-identifier><title><narrative xml:lang=\"fr\">B &lt; "
    "C</narrative></title><recipient-country code=\"HN\" percentage='60'/></iati-activity>\n"
    "<iati-activity><iati-identifier>X-3</iati-identifier><title><narrative>D</narrative></title>"
    "<budget><value currency=\"USD\">5</value></budget></iati-activity>\n</iati-activities>\n";

/// Every text that differs from `text` by one character, and what people type by mistake.
std::vector<std::string> with_one_fault(const std::string& text) {
  std::vector<std::string> faulty;
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const std::string with : {"<", ">", "\"", "'", "/", "=", "&", " ", "x", "\x01", "\xFF"}) {
      faulty.push_back(std::string(text).replace(at, 1, with));
      faulty.push_back(std::string(text).insert(at, with));
    }
    faulty.push_back(std::string(text).erase(at, 1));
    faulty.push_back(text.substr(0, at));
  }
  for (const auto& [right, wrong] : {std::pair{"<record ", "<<record "},
                                     {"<record ", "<r<ecord "},
                                     {"</record>", "</record k='>"},
                                     {"<title>", "<ti<tle>"},
                                     {"</title>", "</title kind=\"x\">"}})
    for (auto at = text.find(right); at != std::string::npos; at = text.find(right, at + 1))
      faulty.push_back(std::string(text).replace(at, std::string(right).size(), wrong));
  return faulty;
}

/// A folder that is gone when the test ends.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("tela-well-formed-" + std::to_string(::getpid()))) {
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

/// The numbers of the texts that xmllint finds not well-formed.
std::set<std::size_t> refused_by_xmllint(const std::vector<std::string>& texts) {
  const Folder folder;
  for (std::size_t i = 0; i < texts.size(); ++i)
    std::ofstream(folder.path() / (std::to_string(i) + ".xml"), std::ios::binary) << texts[i];
  const std::string command =
      "cd " + folder.path().string() +
      " && ls | grep xml$ | xargs xmllint --noout 2> faults; test $? -ne 127";
  REQUIRE(std::system(command.c_str()) == 0); // NOLINT(*-env33-c): 127 is a missing xmllint
  std::set<std::size_t> refused;
  std::ifstream faults(folder.path() / "faults");
  for (std::string line; std::getline(faults, line);)
    if (line.find(".xml:") != std::string::npos && line.find("warning") == std::string::npos &&
        line.find("namespace error") == std::string::npos)
      refused.insert(std::stoul(line));
  return refused;
}

using Read = std::function<Ledger(SlidingText&, RecordSink&)>;

/// What came of a text: refused with its place, or read with all three records accounted for.
enum class Outcome { refused, whole, lost };

Outcome outcome_of(const std::string& text, const Read& read) {
  CollectingSink sink;
  SlidingText sliding("a.xml", text, 100);
  try {
    const Ledger ledger = read(sliding, sink);
    const bool is_whole = ledger.read == 3 && sink.records.size() + sink.errors.size() == 3;
    return is_whole ? Outcome::whole : Outcome::lost;
  } catch (const base::Error& error) {
    return error.place().line > 0 ? Outcome::refused : Outcome::lost;
  }
}

void check_against_xmllint(const std::string& text, const Read& read) {
  REQUIRE(outcome_of(text, read) == Outcome::whole);
  const auto texts = with_one_fault(text);
  const auto refused = refused_by_xmllint(texts);
  CHECK(refused.size() > texts.size() / 4);
  std::size_t stricter = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    INFO(texts[i]);
    const Outcome outcome = outcome_of(texts[i], read);
    if (refused.contains(i))
      REQUIRE(outcome == Outcome::refused);
    else
      REQUIRE(outcome != Outcome::lost);
    if (!refused.contains(i) && outcome == Outcome::refused) ++stricter;
  }
  CHECK(stricter < texts.size() / 50); // other roots, other versions, XML 1.1
}

} // namespace

TEST_CASE("record XML with one wrong character is refused with its place, or read whole") {
  check_against_xmllint(record_xml, read_record_xml);
}

TEST_CASE("IATI with one wrong character is refused with its place, or read whole") {
  check_against_xmllint(iati_xml, [](SlidingText& text, RecordSink& sink) {
    return read_iati(text, TransactionDetail::totals, sink);
  });
}

TEST_CASE("record XML is read in every encoding that it declares") {
  const auto title = [](const std::string& xml) {
    CollectingSink sink;
    SlidingText text("a.xml", xml, 10);
    (void)read_record_xml(text, sink);
    REQUIRE(sink.records.size() == 1);
    return sink.records[0].title.value;
  };
  const std::string record = "<record kind='article'><title>\xE9\x80</title></record>";
  const auto declared = [&](const std::string& encoding) {
    return "<?xml version='1.0' encoding='" + encoding + "'?>\n" + record;
  };
  CHECK(title(declared("windows-1252")) == "\u00E9\u20AC");
  CHECK(title(declared("ISO-8859-15")) == "\u00E9\u0080");
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("<record kind='article'><title>Lake</title></record>"))
    (wide += c) += '\0';
  CHECK(title(wide) == "Lake");
  CollectingSink sink;
  const std::string wrong = declared("UTF-8");
  SlidingText text("a.xml", wrong, 10);
  CHECK_THROWS_WITH(read_record_xml(text, sink), Catch::StartsWith("a.xml:2:31: "));
}
