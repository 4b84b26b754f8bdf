#include "base/file.h"
#include "collecting_sink.h"
#include "records/source_reader.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

using namespace tela::records;
namespace base = tela::base;
namespace fs = std::filesystem;

namespace {

/// A folder that is gone when the test ends.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / "tela-source-reader-test") {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder(Folder&&) = delete;
  Folder& operator=(const Folder&) = delete;
  Folder& operator=(Folder&&) = delete;

  [[nodiscard]] fs::path file(const std::string& name, std::string_view content) const {
    base::AtomicFile file(path_ / name);
    file.write(content);
    file.commit();
    return path_ / name;
  }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::string message_of(const fs::path& path) {
  CollectingSink sink;
  try {
    (void)read_source(path, sink);
  } catch (const base::Error& error) {
    CHECK(error.place().source == path.string());
    CHECK_FALSE(error.advice().empty());
    return error.message();
  }
  return {};
}

} // namespace

TEST_CASE("the format is told by extension and root element") {
  const Folder folder;
  CHECK(source_format("a.TXT") == SourceFormat::page);
  CHECK(source_format("a.htm") == SourceFormat::html);
  CHECK(source_format("a.tsv") == SourceFormat::table);
  CHECK(source_format("a.jsonl") == SourceFormat::json_lines);
  CHECK(source_format(folder.file("r.xml", "<?xml version='1.0'?><!-- <x> -->\n<records>")) ==
        SourceFormat::record_xml);
  CHECK(source_format(folder.file("i.xml", "<iati-activities version=\"2.03\">")) ==
        SourceFormat::iati_xml);
  CHECK_FALSE(source_format(folder.file("f.xml", "<rdf:RDF>")));
  CHECK_FALSE(is_record_file("a.ttl"));
  CHECK_FALSE(is_record_file(folder.file("l.json", "{\"@context\": 1}")));
  CHECK(is_record_file(folder.file("k.json", "{\"kind\":\"article\",\"title\":\"x\"}")));
}

TEST_CASE("every format is read through the same door") {
  const Folder folder;
  CollectingSink sink;
  const auto read = [&](const std::string& name, std::string_view content) {
    const Ledger ledger = read_source(folder.file(name, content), sink);
    CHECK(ledger.accepted == 1);
    CHECK(ledger.read == 1);
    return sink.records.back().title.value;
  };
  CHECK(read("a.txt", "The Ferrymen Meet Again\n\nText.") == "The Ferrymen Meet Again");
  CHECK(read("a.html", "<h1>The Ferry</h1><p>Text.") == "The Ferry");
  CHECK(read("a.xml", "<record kind='article'><title>Boats</title></record>") == "Boats");
  CHECK(read("a.csv", "title;type\nBridge;x\n") == "Bridge");
  CHECK(read("a.jsonl", "{\"kind\":\"article\",\"title\":\"Lake\"}\n") == "Lake");
  (void)folder.file("b.tsv.map", "Nom = title\n");
  CHECK(read("b.tsv", "Nom\ttype\nQuai\tx\n") == "Quai");
}

TEST_CASE("files that nothing can be read from say why and what to do") {
  const Folder folder;
  CHECK(message_of(folder.path() / "none.txt").starts_with("cannot open"));
  CHECK(message_of(folder.path()) == "a folder, not a file");
  CHECK(message_of(folder.file("e.xml", "")) == "the file is empty");
  CHECK(message_of(folder.file("b.csv", std::string("a\0b", 3))).starts_with("a NUL byte"));
  CHECK(message_of(folder.file("x.pdf", "%PDF")) == "no format of records is known for it");
  CHECK(message_of(folder.file("o.xml", "<iati-organisations/>")) ==
        "no format of records has the root <iati-organisations>");
  CHECK(message_of(folder.file("u.txt", "caf\xE9")).starts_with("a byte that is not UTF-8"));
  CHECK(message_of(folder.file("l.txt", std::string(2'000'000, 'x'))).starts_with("a line of"));
  CHECK(message_of(folder.file("d.xml", "<!DOCTYPE records><records/>"))
            .starts_with("the XML holds"));
}
