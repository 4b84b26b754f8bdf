// How fast each syntax is written and read, beside serdi and rapper when they are installed.
//   cmake --build BUILD --target rdf_io_bench && BUILD/tests/bench/rdf_io_bench [STATEMENTS]

#include "rdf/namespaces.h"
#include "redland/reader.h"
#include "redland/writer.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace {

using namespace tela;
using redland::Syntax;

constexpr std::string_view ontology = "https://w3id.org/tela/ontology#";
constexpr std::string_view data = "https://w3id.org/tela/";

// Ten statements a project: a class, texts, links, numbers, dates.
std::vector<rdf::Quad> make_statements(std::size_t count) {
  std::vector<rdf::Quad> quads;
  quads.reserve(count);
  const auto property = [](const char* name) { return rdf::iri(std::string(ontology) + name); };
  for (std::size_t i = 0; quads.size() < count; ++i) {
    const auto number = std::to_string(i);
    const auto subject = rdf::iri(std::string(data) + "project/P" + number);
    const auto add = [&](const rdf::Term& predicate, const rdf::Term& object) {
      if (quads.size() < count) quads.push_back({subject, predicate, object, std::nullopt});
    };
    add(rdf::iri(rdf::rdf_type), property("Project"));
    add(property("title"), rdf::language_literal("Projet numéro " + number + " à l'étude", "fr"));
    add(property("description"), rdf::literal("A \"short\" description, number " + number));
    for (std::size_t k = 0; k < 4; ++k)
      add(property("beneficiary"),
          rdf::iri(std::string(data) + "state/S" + std::to_string((i * 7 + k * 31) % 200)));
    add(property("start"), rdf::literal("2024-01-0" + std::to_string(1 + i % 9), rdf::xsd::date));
    add(property("amount"), rdf::literal(number + ".00", rdf::xsd::decimal));
    add(property("status"), rdf::literal("active"));
  }
  return quads;
}

double seconds(auto work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::string write(Syntax syntax, const std::vector<rdf::Quad>& quads) {
  std::string text;
  redland::WriteOptions options{rdf::PrefixMap::standard()};
  options.prefixes.add("project", std::string(data) + "project/");
  options.prefixes.add("state", std::string(data) + "state/");
  const auto writer = redland::make_writer(
      syntax, [&](std::string_view part) { text += part; }, options);
  for (const auto& quad : quads) writer->quad(rdf::view(quad));
  writer->finish();
  return text;
}

struct Count final : rdf::QuadSink {
  std::size_t quads = 0;
  void quad(const rdf::QuadView& /*quad*/) override { ++quads; }
};

void run_peer(const char* name, const std::string& command, std::size_t statements) {
  int status = 0;
  const double time =
      seconds([&] { status = std::system((command + " >/dev/null 2>&1").c_str()); });
  if (status == 0)
    std::printf("  %-28s %6.2f M/s\n", name, static_cast<double>(statements) / time / 1e6);
}

void measure(Syntax syntax, const std::vector<rdf::Quad>& quads) {
  const auto rate = [&](double time) { return static_cast<double>(quads.size()) / time / 1e6; };
  std::string text;
  const double write_time = seconds([&] { text = write(syntax, quads); });
  std::printf("%-10s %5zu MB   write %6.2f M/s", redland::info(syntax).name.data(),
              text.size() >> 20U, rate(write_time));
  if (redland::info(syntax).readable) {
    Count count;
    const double time = seconds([&] { redland::read_text("bench", text, syntax, count); });
    std::printf("   read %6.2f M/s", rate(time));
  }
  std::printf("\n");
  const auto file = std::filesystem::temp_directory_path() / "tela_rdf_io_bench";
  std::ofstream(file, std::ios::binary) << text;
  if (syntax == Syntax::turtle)
    run_peer("serdi (reads and writes)", "serdi -i turtle -o nquads " + file.string(),
             quads.size());
  for (const auto& [own, raptor] :
       {std::pair(Syntax::turtle, "turtle"), std::pair(Syntax::nquads, "nquads"),
        std::pair(Syntax::rdf_xml, "rdfxml")})
    if (syntax == own)
      run_peer("rapper -c (reads)", "rapper -q -c -i " + std::string(raptor) + " " + file.string(),
               quads.size());
  std::filesystem::remove(file);
}

} // namespace

int main(int argc, char** argv) {
  const auto quads = make_statements(argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000);
  for (const Syntax syntax : {Syntax::nquads, Syntax::turtle, Syntax::trig, Syntax::json_ld,
                              Syntax::rdf_xml, Syntax::rdf_json})
    measure(syntax, quads);
}
