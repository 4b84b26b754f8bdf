#include "base/compressor.h"
#include "base/file.h"
#include "base/temporary.h"
#include "importer/importer.h"
#include "rdf/nquads_writer.h"
#include "store/store.h"
#include "support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace tela;
using tela::tests::TemporaryFolder;

namespace {

constexpr std::string_view page = R"(Gestión de fronteras en la cuenca

  • Project Status
    Completed
  • Budget Amount (USD)
    81500.00
  • Coverage
    Regional
  • Projects ID
    Q36-805
  • Benefiting Member States
    Belize Costa Rica Honduras

A project that strengthens borders.
)";

importer::ImportReport import(const TemporaryFolder& folder, const std::string& source) {
  const std::vector<std::string> sources{(folder.path / source).string()};
  return importer::import_sources(sources, folder.path / "store");
}

} // namespace

TEST_CASE("a store says under which base its resources are named") {
  const TemporaryFolder folder;
  folder.write("a.csv", "title\nFerry\n");
  importer::ImportOptions options;
  options.base_iri = "https://example.org/migration/";
  const std::vector<std::string> sources{(folder.path / "a.csv").string()};
  (void)importer::import_sources(sources, folder.path / "store", options);
  CHECK(store::Store::open(folder.path / "store").base_iri() == options.base_iri);
}

TEST_CASE("records become a store, and the account balances") {
  const TemporaryFolder folder;
  folder.write("pages/one.txt", page);
  const auto report = import(folder, "pages");
  REQUIRE_FALSE(report.failed());
  CHECK(report.written);
  CHECK(report.ledger.read == 1);
  CHECK(report.ledger.accepted == 1);
  const auto store = store::Store::open(folder.path / "store");
  const auto project = store.find(rdf::iri("https://w3id.org/tela/project/Q36-805"));
  const auto honduras = store.find(rdf::iri("https://w3id.org/tela/state/HN"));
  const auto beneficiary = store.find(rdf::iri("https://w3id.org/tela/ontology#beneficiary"));
  REQUIRE((project && honduras && beneficiary));
  CHECK(store.count(rdf::Order::spo, std::array{*project, *beneficiary}) == 3);
  CHECK(store.count(rdf::Order::spo, std::array{*project, *beneficiary, *honduras}) == 1);
}

TEST_CASE("nothing is read again when nothing has changed") {
  const TemporaryFolder folder;
  folder.write("pages/one.txt", page);
  CHECK(import(folder, "pages").written);
  const auto again = import(folder, "pages");
  CHECK_FALSE(again.written);
  CHECK(again.unchanged == 1);
  folder.write("pages/one.txt", std::string(page) + "One sentence more.\n");
  CHECK(import(folder, "pages").written);
}

TEST_CASE("what a killed build left goes at the next one, though nothing has changed") {
  const TemporaryFolder folder;
  folder.write("pages/one.txt", page);
  CHECK(import(folder, "pages").written);
  const auto left = folder.write(".store." + std::string(32, 'a') + ".tmp", "half a store");
  CHECK_FALSE(import(folder, "pages").written);
  CHECK_FALSE(std::filesystem::exists(left));
}

TEST_CASE("a damaged store is built again, though no source has changed") {
  const TemporaryFolder folder;
  folder.write("pages/one.txt", page);
  CHECK(import(folder, "pages").written);
  const std::string whole = base::read_file(folder.path / "store");
  std::string damaged = whole;
  damaged[damaged.size() / 2] ^= 1;
  folder.write("store", damaged);
  CHECK(import(folder, "pages").written);
  CHECK(base::read_file(folder.path / "store") == whole);
  CHECK_FALSE(import(folder, "pages").written);
}

TEST_CASE("the same files in another folder give the same statements") {
  const TemporaryFolder folder;
  std::vector<std::string> dumps;
  for (const std::string place : {"here", "somewhere/else"}) {
    folder.write(place + "/one.txt", page);
    folder.write(place + "/rdf/more.ttl", "[] <http://example.org/knows> <#me> .");
    CHECK(import(folder, place).written);
    rdf::NQuadsWriter writer([&, &dump = dumps.emplace_back()](std::string_view s) { dump += s; });
    store::export_quads(store::Store::open(folder.path / "store"), rdf::Order::spo, writer);
    writer.finish();
  }
  CHECK(dumps[0] == dumps[1]);
  CHECK_THAT(dumps[0], Catch::Contains("/source/rdf%2Fmore.ttl#me> <"));
}

TEST_CASE("the same RDF in a file of another name, packed or twice gives the same statements") {
  const TemporaryFolder folder;
  const std::string turtle = "[] <http://example.org/knows> <http://example.org/me> .";
  const auto statements = [&](const std::string& place) {
    const auto report = import(folder, place);
    REQUIRE(report.written);
    CHECK(report.warnings.count == 0);
    std::string dump;
    rdf::NQuadsWriter writer([&](std::string_view s) { dump += s; });
    store::export_quads(store::Store::open(folder.path / "store"), rdf::Order::spo, writer);
    writer.finish();
    return dump;
  };
  folder.write("a/one.ttl", turtle);
  const std::string one = statements("a");
  folder.write("b/other/name.ttl", turtle);
  CHECK(statements("b") == one);
  folder.write("b/twice.ttl", turtle);
  CHECK(statements("b") == one);
  // What goes with one of two that share a graph is read again for the other.
  std::filesystem::remove(folder.path / "b/twice.ttl");
  CHECK(statements("b") == one);
  std::string packed;
  base::Compressor packer(base::Compression::gzip, [&](std::string_view s) { packed += s; });
  packer.write(turtle);
  packer.finish();
  folder.write("c/packed.ttl.gz", packed);
  CHECK(statements("c") == one);
}

TEST_CASE("relative IRIs are named by the file's path, or by what the user says") {
  const TemporaryFolder folder;
  folder.write("me.ttl", "<#me> <http://example.org/knows> <you> .");
  const auto report = import(folder, "me.ttl");
  CHECK(report.warnings.count == 1);
  CHECK(store::Store::open(folder.path / "store")
            .find(rdf::iri("https://w3id.org/tela/source/me.ttl#me")));
  importer::ImportOptions options;
  options.rdf_base = "https://example.org/people/";
  const std::vector<std::string> sources{(folder.path / "me.ttl").string()};
  CHECK(importer::import_sources(sources, folder.path / "store", options).warnings.count == 0);
  const auto store = store::Store::open(folder.path / "store");
  CHECK(store.find(rdf::iri("https://example.org/people/#me")));
  CHECK(store.find(rdf::iri("https://example.org/people/you")));
  options.rdf_base = "people/";
  CHECK_THROWS_AS(importer::import_sources(sources, folder.path / "store", options), base::Error);
}

TEST_CASE("a store never replaces one of its sources, and one build at a time writes it") {
  const TemporaryFolder folder;
  const auto source = folder.write("pages/one.txt", page);
  const std::vector<std::string> sources{source.string()};
  CHECK_THROWS_WITH(importer::import_sources(sources, source), Catch::Contains("is no store"));
  CHECK(base::read_file(source) == page);
  const base::TargetLock other_build(folder.path / "store");
  CHECK_THROWS_WITH(import(folder, "pages"), Catch::Contains("another run"));
  CHECK_FALSE(std::filesystem::exists(folder.path / "store"));
}

TEST_CASE("errors of all sources come in one run, and nothing is written") {
  const TemporaryFolder folder;
  folder.write("sources/a.xml", "<!DOCTYPE x><records/>");
  folder.write("sources/b.ttl", "<http://a> <http://b> .");
  folder.write("sources/c.txt", page);
  folder.write("sources/d.txt", std::string("\0\0\0", 3));
  const auto report = import(folder, "sources");
  CHECK(report.failed());
  CHECK_FALSE(report.written);
  CHECK_FALSE(std::filesystem::exists(folder.path / "store"));
  std::vector<std::size_t> errors;
  for (const auto& source : report.sources) errors.push_back(source.errors.size());
  CHECK(errors == std::vector<std::size_t>{1, 1, 0, 1});
  CHECK(report.ledger.accepted == 1);
}

TEST_CASE("of XML that is not well-formed nothing is taken, wherever the fault is") {
  const TemporaryFolder folder;
  const std::string record = "<record kind='article'><title>T</title></record>\n";
  std::string many = "<records>\n"; // more than one block, and many batches
  for (int i = 0; i < 300; ++i) many += "<!--" + std::string(5000, ' ') + "-->" + record;
  folder.write("a.xml", many +
                            "<record kind='article' address=\"http://e.x/ lang=\"en\">"
                            "<title>U</title></record>\n" +
                            record + "</records>\n");
  const auto report = import(folder, "a.xml");
  REQUIRE(report.failed());
  CHECK_FALSE(report.written);
  CHECK_FALSE(std::filesystem::exists(folder.path / "store"));
  const base::Error& error = report.sources.at(0).errors.at(0);
  CHECK(error.place().line == 302);
  CHECK(error.place().column > 1);
  CHECK(error.message().starts_with("not well-formed XML"));
  CHECK(report.ledger.accepted == 0);
}

TEST_CASE("RDF that is named is known by its extension, or else by its content") {
  const TemporaryFolder folder;
  for (const char* name : {"a.n3", "b.owl", "c.rdfs", "d.xml", "e.data"}) {
    const bool is_turtle = std::string_view(name) == "a.n3" || std::string_view(name) == "e.data";
    folder.write(name, is_turtle
                           ? "@prefix e: <http://e.example/> . e:s e:p e:o ."
                           : "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
                             "xmlns:e='http://e.example/'><e:C rdf:about='http://e.example/s'/>"
                             "</rdf:RDF>");
    const auto report = import(folder, name);
    INFO(name);
    REQUIRE_FALSE(report.failed());
    CHECK(report.sources.at(0).statements == 1);
  }
}

TEST_CASE("what a folder holds beside its sources is skipped and listed, unless it is named") {
  const TemporaryFolder folder;
  folder.write("data/README.md", "About the data.\n");
  folder.write("data/one.txt", page);
  folder.write("data/regions.csv", "m49,en\n419,Latin America and the Caribbean\n");
  folder.write("data/rows.csv", "Nom,Budget\nPostes frontière,100\n");
  folder.write("data/rows.csv.map", "Nom = title\n");
  folder.write("data/titles.csv", "title,language\nPuestos fronterizos,es\n");
  const auto report = import(folder, "data");
  CHECK_FALSE(report.failed());
  CHECK(report.ledger.accepted == 3);
  std::vector<std::string> skipped;
  for (const auto& path : report.skipped)
    skipped.push_back(std::filesystem::path(path).filename().string());
  CHECK(skipped == std::vector<std::string>{"README.md", "regions.csv", "rows.csv.map"});
  CHECK_FALSE(import(folder, "data/README.md").failed()); // Markdown, where somebody names it
  CHECK(import(folder, "data/regions.csv").failed());
}

TEST_CASE("a folder without any source is an error") {
  const TemporaryFolder folder;
  folder.write("docs/README.md", "Nothing to read.\n");
  CHECK_THROWS_WITH(import(folder, "docs"), Catch::Contains("no records"));
}

TEST_CASE("packed sources are read as they are") {
  const TemporaryFolder folder;
  const auto packed = [](std::string_view text, base::Compression compression) {
    std::string out;
    base::Compressor packer(compression, [&](std::string_view bytes) { out += bytes; });
    packer.write(text);
    packer.finish();
    return out;
  };
  folder.write("data/one.txt.gz", packed(page, base::Compression::gzip));
  folder.write("data/rows.csv.zst", packed("Nom\nPostes frontière\n", base::Compression::zstd));
  folder.write("data/rows.csv.map", "Nom = title\n");
  const auto report = import(folder, "data");
  CHECK_FALSE(report.failed());
  CHECK(report.ledger.accepted == 2);
  CHECK(report.skipped.size() == 1);
}

TEST_CASE("a packed file that unpacks without end is refused") {
  const TemporaryFolder folder;
  std::string out;
  base::Compressor packer(base::Compression::gzip, [&](std::string_view bytes) { out += bytes; });
  const std::string blank(std::size_t{1} << 20U, ' ');
  packer.write("<records>");
  for (int i = 0; i < 64; ++i) packer.write(blank);
  packer.finish();
  folder.write("bomb.xml.gz", out);
  const auto report = import(folder, "bomb.xml.gz");
  REQUIRE(report.failed());
  CHECK(report.ledger.accepted == 0);
}

TEST_CASE("a failed build leaves the old store as it was") {
  const TemporaryFolder folder;
  folder.write("pages/one.txt", page);
  CHECK(import(folder, "pages").written);
  const auto before = store::Store::open(folder.path / "store").counts().quads;
  folder.write("pages/two.txt", "");
  CHECK(import(folder, "pages").failed());
  CHECK(store::Store::open(folder.path / "store").counts().quads == before);
}

TEST_CASE("RDF joins as its own named graph, without the gazetteer") {
  const TemporaryFolder folder;
  folder.write("more.ttl", "<http://example.org/a> <http://example.org/b> 1, 2 .");
  folder.write("lines.nt",
               "<http://example.org/a> <http://example.org/b> <http://example.org/c> .\n");
  const std::vector<std::string> sources{(folder.path / "more.ttl").string(),
                                         (folder.path / "lines.nt").string()};
  const auto report = importer::import_sources(sources, folder.path / "store");
  REQUIRE(report.written);
  const auto store = store::Store::open(folder.path / "store");
  CHECK(store.counts().quads == 3);
  CHECK(store.counts().named_graphs == 2);
}

TEST_CASE("the same sources give the same bytes") {
  const TemporaryFolder folder;
  for (int i = 0; i < 40; ++i)
    folder.write("pages/p" + std::to_string(i) + ".txt",
                 "Title " + std::to_string(i) + std::string(page.substr(page.find("\n\n"))));
  const std::vector<std::string> sources{(folder.path / "pages").string()};
  CHECK(importer::import_sources(sources, folder.path / "one").written);
  importer::ImportOptions options;
  options.build.threads = 1;
  CHECK(importer::import_sources(sources, folder.path / "other", options).written);
  CHECK(base::read_file(folder.path / "one") == base::read_file(folder.path / "other"));
}

TEST_CASE("what is derived is built together with what it follows from") {
  const TemporaryFolder folder;
  folder.write("pages/one.txt", page);
  const std::vector<std::string> sources{(folder.path / "pages").string()};
  importer::ImportOptions options;
  options.derivation = {"sizes", [](const store::Store& read, rdf::QuadSink& sink) {
                          const rdf::Term subject = rdf::iri("http://example.org/store");
                          const rdf::Term size = rdf::literal(std::to_string(read.counts().quads));
                          sink.quad({subject, rdf::iri("http://example.org/size"), size,
                                     rdf::iri("http://example.org/derived")});
                        }};
  CHECK(import(folder, "pages").written);
  const auto plain = store::Store::open(folder.path / "store").counts().quads;
  CHECK(importer::import_sources(sources, folder.path / "store", options).written);
  const auto store = store::Store::open(folder.path / "store");
  CHECK(store.counts().quads == plain + 1);
  CHECK(store.find(rdf::literal(std::to_string(plain))));
  CHECK_FALSE(store.prefixes().empty());
  CHECK_FALSE(importer::import_sources(sources, folder.path / "store", options).written);
  CHECK(import(folder, "pages").written); // without it, it is another store
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path), {}) == 2);
}

TEST_CASE("rejected records can be skipped up to a bound, and are told at every build") {
  const TemporaryFolder folder;
  folder.write("t.csv", "title,year\nA,2019\nB,20x5\nC,31/02/2020\n");
  const std::vector<std::string> sources{(folder.path / "t.csv").string()};
  importer::ImportOptions options;
  for (const std::uint64_t bound : {0, 1}) {
    options.skip_rejected = bound;
    const auto report = importer::import_sources(sources, folder.path / "store", options);
    CHECK(report.failed());
    CHECK_FALSE(report.written);
    CHECK(report.sources[0].rejections.size() == 2);
  }
  options.skip_rejected = 2;
  for (int run = 0; run < 2; ++run) {
    const auto report = importer::import_sources(sources, folder.path / "store", options);
    CHECK(report.written);
    CHECK(report.ledger.accepted == 1);
    CHECK(report.ledger.rejected == 2);
  }
}

TEST_CASE("rows with one title are two projects, unless an id says otherwise") {
  const TemporaryFolder folder;
  folder.write("t.csv", "title,sector\nSame,jobs\nSame,trade\n");
  folder.write("t.csv.map", "sector = tela:sectorName text en\n");
  const auto report = import(folder, "t.csv");
  REQUIRE(report.written);
  CHECK(report.ledger.notes.size() == 1);
  const auto store = store::Store::open(folder.path / "store");
  for (const char* row : {"2", "3"})
    CHECK(store.find(rdf::iri("https://w3id.org/tela/project/t.csv..row-" + std::string(row))));
  const auto property = store.find(rdf::iri("https://w3id.org/tela/ontology#sectorName"));
  REQUIRE(property);
  CHECK(store.find(rdf::language_literal("jobs", "en")));
}

TEST_CASE("records of two files that have only the same title are two, and told as likely twins") {
  const TemporaryFolder folder;
  folder.write("all/a/t.csv", "title\nSame\n");
  folder.write("all/b/t.csv", "title\nSame\n");
  folder.write("all/a.txt", "A press release\n\nOf the first boat.\n");
  folder.write("all/b.txt", "A press release\n\nOf the second boat.\n");
  folder.write("all/p.jsonl", "{\"kind\":\"project\",\"title\":\"Same\"}\n");
  folder.write("all/q.xml",
               "<records><record kind=\"project\"><title>Same</title></record></records>");
  const auto report = import(folder, "all");
  REQUIRE(report.written);
  const auto store = store::Store::open(folder.path / "store");
  for (const char* name :
       {"project/a..t.csv..row-2", "project/b..t.csv..row-2", "project/p.jsonl..same",
        "project/q.xml..same", "article/a.txt..a-press-release", "article/b.txt..a-press-release"})
    CHECK(store.find(rdf::iri("https://w3id.org/tela/" + std::string(name))));
  const auto told = [](const importer::ImportReport& of) {
    return std::ranges::any_of(of.ledger.notes, [](const std::string& note) {
      return note.find("likely twins, kept apart (") != std::string::npos;
    });
  };
  CHECK(told(report));
  folder.write("all/c.txt", "Another one\n\nOf the third boat.\n");
  CHECK(told(import(folder, "all"))); // though the twins themselves were not read again
}

TEST_CASE("records of one id in one file, or in two, are told") {
  const TemporaryFolder folder;
  const auto activities = [](const std::string& ids) {
    std::string text = "<iati-activities version=\"2.03\">\n";
    for (const char id : ids)
      text += "<iati-activity><iati-identifier>XM-" + std::string(1, id) +
              "</iati-identifier><title><narrative xml:lang=\"en\">T</narrative></title>"
              "</iati-activity>\n";
    return text + "</iati-activities>\n";
  };
  const auto notes = [&] {
    const auto report = import(folder, "all");
    REQUIRE(report.written);
    std::string text;
    for (const std::string& note : report.ledger.notes) text += note + '\n';
    return text;
  };
  folder.write("all/a.xml", activities("ABA"));
  const std::string in_one = notes();
  CHECK(in_one.find(
            "a.xml: 1 records have the id of an earlier record and add to its record (lines 2 and "
            "4)") != std::string::npos);
  CHECK(in_one.find("in another source") == std::string::npos);
  folder.write("all/b.xml", activities("BC"));
  CHECK(notes().find("1 record has the id or the address of one in another source and its "
                     "language: they tell of one thing (XM-B)") != std::string::npos);
  folder.write("all/p.txt", page);
  folder.write("all/q.xml", "<records><record kind=\"project\" lang=\"fr\"><title>Gestion</title>"
                            "<project-id>Q36-805</project-id></record></records>");
  CHECK(notes().find("(XM-B)") != std::string::npos); // an edition in another language is none
}

TEST_CASE("pages that end alike on two hosts are two") {
  const TemporaryFolder folder;
  const auto article = [](const std::string& host, const std::string& title) {
    return "<records><record kind=\"article\" address=\"https://" + host +
           "/overview\" lang=\"en\"><title>" + title + "</title></record></records>";
  };
  folder.write("all/a.xml", article("a.org/rcm", "One"));
  folder.write("all/b.xml", article("B.org", "Two"));
  REQUIRE(import(folder, "all").written);
  const auto store = store::Store::open(folder.path / "store");
  for (const char* name : {"a.org--rcm--overview", "b.org--overview"})
    CHECK(store.find(rdf::iri("https://w3id.org/tela/article/" + std::string(name))));
}

TEST_CASE("a mapping with an unknown prefix is refused") {
  const TemporaryFolder folder;
  folder.write("t.csv", "title,sector\nSame,jobs\n");
  folder.write("t.csv.map", "sector = nobody:sector\n");
  const auto report = import(folder, "t.csv");
  CHECK(report.failed());
  CHECK(report.sources[0].errors.at(0).message() == "'nobody:sector' is no property");
}
