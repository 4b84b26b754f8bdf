#include "base/compressor.h"
#include "collecting_sink.h"
#include "records/source_reader.h"
#include "records/warc_reader.h"
#include "records/warc_records.h"
#include "support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

using namespace tela;
using namespace tela::records;

namespace {

const std::string ferry =
    "<html lang=fr><head><title>Un ferry</title></head><body><main>"
    "<h1>Un ferry à Tela</h1><p>Le Honduras accueille.</p></main></body></html>";

std::string warc(const std::string& fields, const std::string& block) {
  return "WARC/1.0\r\n" + fields + "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" +
         block + "\r\n\r\n";
}

std::string response(const std::string& address, const std::string& answer,
                     const std::string& fields = {}) {
  return warc("WARC-Type: response\r\nWARC-Target-URI: " + address +
                  "\r\nWARC-Date: 2019-05-08T10:00:00Z\r\n"
                  "Content-Type: application/http; msgtype=response\r\n" +
                  fields,
              answer);
}

std::string answer(const std::string& body, const std::string& fields = {},
                   const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\nContent-Type: text/html; charset=utf-8\r\n" + fields + "\r\n" +
         body;
}

std::string packed(base::Compression compression, std::string_view text) {
  std::string result;
  base::Compressor compressor(compression, [&](std::string_view bytes) { result += bytes; });
  compressor.write(text);
  compressor.finish();
  return result;
}

std::string in_chunks(std::string_view text, std::size_t size) {
  std::string chunks;
  char length[32];
  for (std::size_t at = 0; at < text.size(); at += size) {
    const auto piece = text.substr(at, size);
    std::snprintf(length, sizeof length, "%zx;x=1\r\n", piece.size()); // NOLINT(*-vararg)
    ((chunks += length) += piece) += "\r\n";
  }
  return chunks + "0\r\n\r\n";
}

struct Read {
  CollectingSink sink;
  Ledger ledger;
};

Read read(std::string_view archive, std::size_t block = 11) {
  Read read;
  SlidingText text("crawl.warc", archive, block);
  read.ledger = read_warc(text, read.sink);
  CHECK(read.ledger.read == read.ledger.accepted + read.ledger.rejected);
  CHECK(read.ledger.accepted == read.sink.records.size());
  CHECK(read.ledger.rejected == read.sink.errors.size());
  return read;
}

std::string note_of(std::string_view archive) {
  const Ledger ledger = read(archive).ledger;
  CHECK(ledger.read == 0);
  return ledger.notes.empty() ? "" : ledger.notes.front();
}

std::string rejection_of(std::string_view archive) {
  const Read result = read(archive);
  REQUIRE(result.sink.errors.size() == 1);
  return result.sink.errors.front().message();
}

std::string fault_of(std::string_view archive) {
  try {
    (void)read(archive);
  } catch (const base::Error& error) {
    CHECK(error.failure() == base::Failure::input);
    return error.message();
  }
  return "";
}

const std::string one_page = response("https://example.org/a/ferry", answer(ferry));

} // namespace

TEST_CASE("a page of a web archive has the address and the date of its capture") {
  for (const std::size_t block : {1, 7, 1 << 20}) {
    const Read result = read(warc("WARC-Type: warcinfo\r\n", "software: x\r\n") + one_page, block);
    REQUIRE(result.sink.records.size() == 1);
    const Record& record = result.sink.records.front();
    CHECK(record.title.value == "Un ferry à Tela");
    CHECK(record.address == "https://example.org/a/ferry");
    CHECK(record.captured == "2019-05-08T10:00:00Z");
    CHECK(record.language == "fr");
    CHECK(record.source == "crawl.warc");
    CHECK(result.ledger.notes ==
          std::vector<std::string>{"crawl.warc: 1 records hold no page to read: 1 warcinfo"});
  }
}

TEST_CASE("bodies in chunks, packed, and in other encodings are the same page") {
  const auto form = GENERATE(0, 1, 2, 3, 4, 5, 6);
  std::string body = ferry, fields;
  if (form == 1) body = in_chunks(ferry, 10);
  if (form == 2) body = packed(base::Compression::gzip, ferry);
  if (form == 3) body = in_chunks(packed(base::Compression::gzip, ferry), 16);
  if (form == 4) body = packed(base::Compression::zstd, ferry);
  if (form == 1 || form == 3 || form == 5) fields = "transfer-ENCODING: chunked\r\n";
  if (form == 2 || form == 3) fields += "Content-Encoding: gzip\r\n";
  if (form == 4) fields += "Content-Encoding: zstd\r\n";
  if (form == 5) fields += "Content-Encoding: br\r\n"; // as said, though the crawler unpacked it
  std::string archive = response("https://example.org/a", answer(body, fields));
  if (form == 6) {
    std::string latin = ferry;
    latin.replace(latin.find("à"), 2, "\xE0");
    archive =
        response("https://example.org/a",
                 "HTTP/1.0 200 OK\nContent-Type: text/html;\n charset=\"ISO-8859-1\"\n\n" + latin);
  }
  const Read result = read(archive);
  REQUIRE(result.sink.records.size() == 1);
  CHECK(result.sink.records.front().title.value == "Un ferry à Tela");
  CHECK(result.sink.records.front().warnings.empty());
}

TEST_CASE("conversions and text are pages, too") {
  const std::string text = "Un ferry à Tela\n\nLe Honduras accueille la réunion.\n";
  const Read result =
      read(warc("WARC-Type: conversion\r\nWARC-Target-URI: <https://example.org/b>\r\n"
                "WARC-Date: 2019-05\r\nContent-Type: text/plain\r\n",
                text));
  REQUIRE(result.sink.records.size() == 1);
  CHECK(result.sink.records.front().title.value == "Un ferry à Tela");
  CHECK(result.sink.records.front().address == "https://example.org/b");
  CHECK(result.sink.records.front().captured == "2019-05");
}

TEST_CASE("a page speaks for its own host only") {
  const auto address_with = [](const std::string& canonical) {
    std::string page = ferry;
    page.insert(page.find("<title>"), "<link rel=canonical href='" + canonical + "'>");
    return read(response("https://example.org/a?utm=1", answer(page))).sink.records.at(0).address;
  };
  CHECK(address_with("https://EXAMPLE.org/a") == "https://EXAMPLE.org/a");
  CHECK(address_with("https://iom.int/a") == "https://example.org/a?utm=1");
  CHECK(address_with("https://example.org.evil/a") == "https://example.org/a?utm=1");
  CHECK(address_with("https://example.org/") == "https://example.org/a?utm=1");
}

TEST_CASE("pages that only their address tells apart are apart") {
  const Read result =
      read(response("https://a.org/", answer(ferry)) + response("https://b.org", answer(ferry)));
  REQUIRE(result.sink.records.size() == 2);
  CHECK(result.sink.records[0].key == "https://a.org/");
  CHECK(result.sink.records[1].key == "https://b.org");
}

TEST_CASE("what is no page is counted by its kind") {
  CHECK(note_of(response("https://a.org/x", answer(ferry, "", "404 Not Found")))
            .ends_with(": 1 status 404"));
  CHECK(note_of(response("https://a.org/x", answer(ferry, "", "206 Partial Content")))
            .ends_with(": 1 status 206"));
  CHECK(
      note_of(response("https://a.org/x", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x01"))
          .ends_with(": 1 image/png"));
  CHECK(note_of(response("https://a.org/x", answer("<html><script>x</script></html>")))
            .ends_with(": 1 page without text"));
  CHECK(note_of(response("dns:a.org", answer(ferry))).ends_with(": 1 without a web address"));
  CHECK(note_of(response("https://a.org/x", answer(ferry), "WARC-Segment-Number: 1\r\n"))
            .ends_with(": 1 in several parts"));
  CHECK(note_of(warc("WARC-Type: request\r\n", "GET / HTTP/1.1\r\n\r\n") +
                warc("WARC-Type: request\r\n", "x") + warc("", "")) ==
        "crawl.warc: 3 records hold no page to read: 2 request, 1 of no type");
  CHECK(note_of("").empty());
}

TEST_CASE("kinds of an archive's making fill no memory and move no cursor") {
  std::string archive;
  for (int i = 0; i < 1000; ++i)
    archive +=
        warc("WARC-Type: t" + std::to_string(i) + "\x1b[2J" + std::string(500, 'y') + "\r\n", "");
  const std::string note = note_of(archive);
  CHECK(note.size() < 4000);
  CHECK(note.find('\x1b') == std::string::npos);
  CHECK(note.find(" 960 others") != std::string::npos);
}

TEST_CASE("a page that the crawler has cut says so, and bytes that were replaced") {
  const Read result =
      read(response("https://a.org/x", answer(ferry + "\xFF"), "WARC-Truncated: length\r\n"));
  const auto& warnings = result.sink.records.at(0).warnings;
  REQUIRE(warnings.size() == 2);
  CHECK(warnings[0].code == "cut-page");
  CHECK(warnings[1].code == "replaced-bytes");
}

TEST_CASE("damaged pages are rejected, and the others read") {
  CHECK(rejection_of(
            response("https://a.org/x", answer("5\r\nabc", "Transfer-Encoding: chunked\r\n"))) ==
        "https://a.org/x: the page ends within a chunk");
  CHECK(rejection_of(response("https://a.org/x",
                              answer("1\r\na\r\nzz\r\n", "Transfer-Encoding: chunked\r\n")))
            .ends_with("the chunks of the page are damaged"));
  const std::string gzip = packed(base::Compression::gzip, ferry);
  CHECK(rejection_of(response("https://a.org/x", answer(gzip.substr(0, gzip.size() - 9),
                                                        "Content-Encoding: gzip\r\n")))
            .find("end too early") != std::string::npos);
  CHECK(rejection_of(response("https://a.org/x", answer("\x0b\x02", "Content-Encoding: br\r\n")))
            .ends_with("packed as br, which is not read"));
  CHECK(rejection_of(response("https://a.org/x", "HTTP/1.1 2")).ends_with("no answer of HTTP"));
  CHECK(rejection_of(response("https://a.org/x", answer(std::string("a\0b", 3)))).find("NUL") !=
        std::string::npos);
  const Read both = read(response("https://a.org/x", "HTTP/1.1 200\r\n") + one_page);
  CHECK(both.ledger.accepted == 1);
  CHECK(both.ledger.rejected == 1);
}

TEST_CASE("a bomb within a page is its own fault") {
  const std::string bomb =
      packed(base::Compression::gzip, std::string(std::size_t{64} << 20U, ' '));
  CHECK(bomb.size() < 100'000);
  const auto message =
      rejection_of(response("https://a.org/x", answer(bomb, "Content-Encoding: gzip\r\n")));
  CHECK(message.find("unpacks to more than") != std::string::npos);
}

TEST_CASE("an archive that is damaged is none") {
  CHECK(fault_of(one_page.substr(0, 40)) == "the archive ends within the head of a record");
  CHECK(fault_of(one_page.substr(0, one_page.size() - 40)) ==
        "the archive ends within this record");
  CHECK(fault_of(one_page + "x").starts_with("no record of a web archive"));
  CHECK(fault_of("WARC/0.18\r\n\r\n").starts_with("no record of a web archive"));
  CHECK(fault_of("WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n")
            .starts_with("a record does not say how long it is"));
  CHECK(fault_of("WARC/1.0\r\nContent-Length: -1\r\n\r\n")
            .starts_with("a record does not say how long it is"));
  CHECK(fault_of("WARC/1.1\r\nContent-Length: 18446744073709551615\r\n\r\nx") ==
        "the archive ends within this record");
  CHECK(fault_of("WARC/1.0\r\n" + std::string(100'000, 'x'))
            .starts_with("the head of a record is longer"));
}

TEST_CASE("blocks that no page fills are passed over without being held") {
  const std::string big(WarcRecords::largest_block + 1, 'x');
  const Read result = read(response("https://a.org/x", big) + one_page, std::size_t{1} << 20U);
  CHECK(result.ledger.accepted == 1);
  CHECK(result.ledger.notes.at(0).ends_with(": 1 larger than a page"));
}

TEST_CASE("archives are read packed as they are, each record by itself") {
  const tests::TemporaryFolder folder;
  const std::string info = warc("WARC-Type: warcinfo\r\n", "software: x\r\n");
  for (const auto& [name, compression] : {std::pair{"a.warc.gz", base::Compression::gzip},
                                          {"a.warc.zst", base::Compression::zstd},
                                          {"a.warc", base::Compression::none},
                                          {"a.warc.wet.gz", base::Compression::gzip}}) {
    const std::string second = packed(compression, one_page);
    const auto path = folder.write(name, packed(compression, info) + second);
    CollectingSink sink;
    CHECK(read_source(path, sink).accepted == 1);
    check_source(path);
    folder.write(name, packed(compression, info) + second.substr(0, second.size() / 2));
    CHECK_THROWS_AS(read_source(path, sink), base::Error);
    CHECK_THROWS_AS(check_source(path), base::Error);
  }
}
