#include "base/error.h"
#include "support/memory_dataset.h"
#include "support/query_answers.h"

#include <catch2/catch.hpp>

using namespace tela::tests;
using Catch::Matchers::Contains;
using Lines = std::vector<std::string>;

namespace {

/// Projects and processes dense enough for groups that are worth an order of their own: project i
/// benefits the states j with (i * j) % 7 < 3, process i has the members with (i + j) % 3 = 0.
const MemoryDataset& dense() {
  static const MemoryDataset data = [] {
    std::string trig;
    const auto name = [](char kind, int i) { return std::string(":") + kind + std::to_string(i); };
    for (int i = 0; i < 30; ++i) {
      trig += name('p', i) + " a :Project ; :region " + name('r', i % 4) + " .\n";
      for (int j = 0; j < 20; ++j)
        if (i * j % 7 < 3) trig += name('p', i) + " :beneficiary " + name('s', j) + " .\n";
    }
    for (int i = 0; i < 5; ++i)
      for (int j = 0; j < 20; ++j)
        if ((i + j) % 3 == 0) trig += name('c', i) + " :member " + name('s', j) + " .\n";
    for (int j = 0; j < 20; ++j) trig += name('s', j) + " :in " + name('r', j % 4) + " .\n";
    trig += ":r0 :in :world . :r1 :in :world . :r2 :in :r3 . :s3 :budget 4 . :s4 :budget 5 .";
    return MemoryDataset::from(trig);
  }();
  return data;
}

std::string plan_of(const std::string& text, const std::vector<std::string>& disabled = {}) {
  Settings settings;
  settings.disabled_passes = disabled;
  const auto query = parse_query(text);
  return planned(query, dense(), settings).explain_text();
}

/// How many (project, process, state, state) there are with both states in both, by the definition.
int cycles() {
  int count = 0;
  for (int project = 0; project < 30; ++project)
    for (int process = 0; process < 5; ++process)
      for (int s = 0; s < 20; ++s)
        for (int t = 0; t < 20; ++t)
          if (project * s % 7 < 3 && project * t % 7 < 3 && (process + s) % 3 == 0 &&
              (process + t) % 3 == 0)
            ++count;
  return count;
}

} // namespace

TEST_CASE("A cyclic pattern has the same answers by every method of joining") {
  const std::string query =
      "SELECT (COUNT(*) AS ?n) { ?c :member ?s, ?t . ?p :beneficiary ?s, ?t }";
  const Lines expected{"?n=" + std::to_string(cycles())};
  const auto disabled = GENERATE(Lines{}, Lines{"multiway-joins"}, Lines{"order-joins"},
                                 Lines{"multiway-joins", "lookup-joins"},
                                 Lines{"multiway-joins", "lookup-joins", "order-joins"},
                                 Lines{"merge-joins", "multiway-joins", "lookup-joins"});
  Settings settings;
  settings.disabled_passes = disabled;
  CHECK(answers(dense(), query, settings) == expected);
}

TEST_CASE("Values that may be unbound on either side join by what is bound") {
  // ?b is unbound for most states on the left and for the last row on the right.
  const std::string query = "SELECT ?s ?b ?k { { ?s :in :r3 OPTIONAL { ?s :budget ?b } } "
                            "{ SELECT ?b ?k { VALUES (?b ?k) { (4 1) (5 2) (UNDEF 3) } } } }";
  CHECK(answer_set(dense(), query) ==
        Lines{"?s=:r2 ?b=4 ?k=1", "?s=:r2 ?b=5 ?k=2", "?s=:r2 ?k=3", "?s=:s11 ?b=4 ?k=1",
              "?s=:s11 ?b=5 ?k=2", "?s=:s11 ?k=3", "?s=:s15 ?b=4 ?k=1", "?s=:s15 ?b=5 ?k=2",
              "?s=:s15 ?k=3", "?s=:s19 ?b=4 ?k=1", "?s=:s19 ?b=5 ?k=2", "?s=:s19 ?k=3",
              "?s=:s3 ?b=4 ?k=1", "?s=:s3 ?b=4 ?k=3", "?s=:s7 ?b=4 ?k=1", "?s=:s7 ?b=5 ?k=2",
              "?s=:s7 ?k=3"});
}

TEST_CASE("A closure with zero steps starts from what is bound, not from every node") {
  const std::string query = "SELECT ?s ?x { ?c :member ?s . ?s :in* ?x }";
  const std::string plan = plan_of(query);
  CAPTURE(plan);
  const std::size_t search = plan.find("path search");
  REQUIRE(search != std::string::npos);
  CHECK(plan.find("scan", search) != std::string::npos); // its input stands below it
  CHECK_THAT(plan, !Contains("hash join"));
}

TEST_CASE("A pass that is switched off is not used") {
  const std::string query = "SELECT * { ?c :member ?s, ?t . ?p :beneficiary ?s, ?t }";
  CHECK_THAT(plan_of(query, {"merge-joins", "multiway-joins"}), !Contains("merge join"));
  CHECK_THAT(plan_of(query, {"lookup-joins"}), !Contains("lookup join"));
  CHECK_THAT(plan_of("SELECT * { ?p a :Project } ORDER BY ?p LIMIT 3", {"top-k"}),
             Contains("order by"));
}

TEST_CASE(
    "Of many partners EXISTS looks for one that passes, NOT EXISTS finds out that none does") {
  // 300 values in one group: far more than are tried at first.
  std::string trig;
  for (int i = 0; i < 300; ++i)
    trig += ":p" + std::to_string(i) + " :of :s ; :budget " + std::to_string(i * 37 % 300) + " .\n";
  const MemoryDataset data = MemoryDataset::from(trig);
  const std::string above = "{ ?q :of ?s ; :budget ?c FILTER(?c > ?b) }";
  const std::string project = "?p :of ?s ; :budget ?b ";
  Settings settings;
  settings.disabled_passes = GENERATE(Lines{}, Lines{"merge-joins"}, Lines{"lookup-joins"},
                                      Lines{"merge-joins", "lookup-joins"});
  CHECK(answers(data, "SELECT ?b { " + project + "FILTER NOT EXISTS " + above + " }", settings) ==
        Lines{"?b=299"});
  CHECK(answers(data, "SELECT (COUNT(*) AS ?n) { " + project + "FILTER EXISTS " + above + " }",
                settings) == Lines{"?n=299"});
}

TEST_CASE("A few rows seek their partners in every branch of a union") {
  const std::string query =
      "SELECT ?x { ?s :budget 4 { ?x :beneficiary ?s } UNION { ?x :member ?s } "
      "UNION { ?s :in ?x } }";
  const std::string plan = plan_of(query);
  CAPTURE(plan);
  CHECK_THAT(plan, Contains("lookup join") && !Contains("hash join"));
  Settings written;
  written.disabled_passes = {"lookup-joins", "merge-joins"};
  const Lines found = answer_set(dense(), query);
  CHECK(found == answer_set(dense(), query, written));
  CHECK(found.size() > 10);
  CHECK(answer_set(dense(),
                   "SELECT DISTINCT ?s { ?s :in :r3 FILTER EXISTS { { ?x :beneficiary ?s } "
                   "UNION { ?x :member ?s } } }") ==
        Lines{"?s=:s11", "?s=:s15", "?s=:s19", "?s=:s3", "?s=:s7"});
}

TEST_CASE("Conditions joined by || and && are true as the tables of section 17.2 say") {
  // ?b is a number, a string that compares with none, or unbound.
  const MemoryDataset data = MemoryDataset::from(
      ":a :budget 1 ; :status \"open\" . :b :budget 9 ; :status \"shut\" . "
      ":c :budget \"x\" ; :status \"open\" . :d :status \"shut\" . :e :budget \"y\" ; :status 3 .");
  const std::string rows = "SELECT ?p { ?p :status ?s OPTIONAL { ?p :budget ?b } FILTER(";
  CHECK(answer_set(data, rows + "?s = \"open\" || ?b > 5) }") == Lines{"?p=:a", "?p=:b", "?p=:c"});
  CHECK(answer_set(data, rows + "?b > 5 || ?s = \"open\") }") == Lines{"?p=:a", "?p=:b", "?p=:c"});
  CHECK(answer_set(data, rows + "(?s = \"open\" && ?b < 5) || (!bound(?b) && ?s != \"open\")) }") ==
        Lines{"?p=:a", "?p=:d"});
  CHECK(answer_set(data, rows + "!(?s = \"open\" || ?b > 5)) }").empty());
  CHECK(answer_set(data, "SELECT ?p (?s = \"open\" AS ?open) { ?p :status ?s }") ==
        Lines{"?p=:a ?open=true", "?p=:b ?open=false", "?p=:c ?open=true", "?p=:d ?open=false",
              "?p=:e ?open=false"});
}

TEST_CASE("An expression of one variable has the value of each row, however often values come") {
  std::string trig;
  for (int i = 0; i < 20'000; ++i)
    trig += ":p :of " + std::to_string(i) + " . :q" + std::to_string(i) + " :start \"20" +
            std::to_string(10 + i % 7) + "-0" + std::to_string(1 + i % 3) + "-01\"^^xsd:date .\n";
  const MemoryDataset data = MemoryDataset::from(trig);
  CHECK(answers(data, "SELECT (SUM(?m - ?n * 2) AS ?zero) { :p :of ?n BIND(?n + ?n AS ?m) }") ==
        Lines{"?zero=0"});
  CHECK(answers(data, "SELECT ?y (COUNT(*) AS ?n) { ?q :start ?d } GROUP BY (YEAR(?d) AS ?y) "
                      "ORDER BY ?y LIMIT 2") == Lines{"?y=2010 ?n=2858", "?y=2011 ?n=2857"});
}

TEST_CASE("Text filters keep the same rows on any number of threads") {
  std::string trig;
  for (int i = 0; i < 5000; ++i)
    trig += ":p" + std::to_string(i) + " :title \"Title " + std::to_string(i) + "\" .\n";
  const MemoryDataset data = MemoryDataset::from(trig);
  Settings settings;
  settings.threads = GENERATE(1U, 2U, 5U);
  const std::string count = "SELECT (COUNT(*) AS ?n) { ?p :title ?t FILTER(";
  CHECK(answers(data, count + "REGEX(?t, \"e [0-9]*7$\")) }", settings) == Lines{"?n=500"});
  CHECK(answers(data, count + "STRLEN(REPLACE(?t, \"[0-9]\", \"\")) = 6 && CONTAINS(?t, \"99\")) }",
                settings) == Lines{"?n=95"});
}

namespace {

/// The plan of a query that has the same answers with `pass` and without, and another plan.
std::string plan_by(const std::string& pass, const std::string& query) {
  Settings without;
  without.disabled_passes = {pass};
  CAPTURE(query);
  CHECK(answer_set(dense(), query) == answer_set(dense(), query, without));
  CHECK(plan_of(query) != plan_of(query, {pass}));
  return plan_of(query);
}

} // namespace

TEST_CASE("Patterns that only an equality links are joined by it") {
  for (const char* query : {
           "SELECT * { ?p :region ?r . ?s :in ?q FILTER(?r = ?q) }",
           "SELECT * { ?p :region ?r . ?s :in ?q FILTER(?p != :p1 && ?q = ?r) } LIMIT 1000",
           "SELECT * { ?p :region ?r . ?s :in ?q FILTER(sameTerm(?r, ?q)) }",
           "SELECT * { ?p :region ?r . ?s :in ?q FILTER(STR(?r) = STR(?q)) }",
           "SELECT * { ?p :region ?r OPTIONAL { ?s :in ?q FILTER(?r = ?q) } }",
           "SELECT * { ?p :region ?r FILTER EXISTS { ?s :in ?q FILTER(?r = ?q) } }",
           "SELECT * { ?p :region ?r FILTER NOT EXISTS { ?s :in ?q FILTER(?r = ?q) } }",
           "SELECT * { ?a :region ?r . ?b :in ?q . ?c :member ?s FILTER(?r = ?q) FILTER(?b = ?s) }",
       })
    CHECK_THAT(plan_by("equality-joins", query), Contains("on .plan"));
}

TEST_CASE("A constant reaches the end of a path") {
  for (const char* query : {
           "SELECT * { ?s :in+ ?x FILTER(?s = :s3) }",
           "SELECT * { ?s :in+ ?x FILTER(?x IN (:world, :r3, :nowhere)) }",
           "SELECT * { ?c :member ?s . ?s :in* ?x FILTER(?x = :world || ?x = :r0) }",
           "SELECT * { ?s :in* ?x FILTER(?s = :nowhere) }",
       })
    CHECK_THAT(plan_by("path-direction", query), Contains("values"));
}

TEST_CASE("DISTINCT comes before ORDER BY where the keys are its columns") {
  const std::string query = "SELECT DISTINCT ?r { ?p :region ?r } ORDER BY DESC(STR(?r))";
  const std::string plan = plan_by("sort-late", query);
  CHECK(plan.find("order by") < plan.find("distinct"));
  CHECK(answers(dense(), query) == Lines{"?r=:r3", "?r=:r2", "?r=:r1", "?r=:r0"});
  const std::string hidden = "SELECT DISTINCT ?r { ?p :region ?r } ORDER BY ?p";
  CHECK(plan_of(hidden) == plan_of(hidden, {"sort-late"}));
}

TEST_CASE("OPTIONAL under !BOUND is an anti-join") {
  const std::string query = "SELECT * { ?s :in ?r OPTIONAL { ?s :budget ?b FILTER(?b > 4) } "
                            "FILTER(!BOUND(?b)) FILTER(?r != :r0) }";
  CHECK_THAT(plan_by("absence-joins", query), Contains("anti-join"));
}

TEST_CASE("A chain of || equalities is one list") {
  const std::string plan =
      plan_of("SELECT * { ?p :region ?r FILTER(?r = :r0 || :r1 = ?r || ?r IN (:r2, :r9)) }");
  CHECK_THAT(plan, Contains("ranges") && !Contains("||"));
}

TEST_CASE("MINUS is not held up by rows that bind nothing shared") {
  const std::string query = "SELECT ?p ?s { { ?p :region ?r } UNION { ?p :beneficiary ?s } "
                            "MINUS { { ?z :in ?q } UNION { ?c :member ?s } UNION { ?y :in ?r } } }";
  // What has a region goes: each is in some other. States are all members of something.
  CHECK(answer_set(dense(), query).empty());
}

TEST_CASE("Of a closure of which one end is wanted, one step is walked") {
  for (const char* query :
       {"SELECT DISTINCT ?s { ?s :in+ ?x }", "SELECT DISTINCT ?x { ?s ^:in+ ?x }",
        "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?s :in+ ?x }"})
    CHECK(answer_set(dense(), query) == answer_set(dense(), query, [] {
            Settings settings;
            settings.disabled_passes = {"drop-duplicates"};
            return settings;
          }()));
}

TEST_CASE("Rows that bind different variables are taken away by what both bind") {
  // The right side binds ?s alone, ?b alone or both; the left always ?s, now and then ?b.
  const std::string left = "{ ?s :in ?r OPTIONAL { ?s :budget ?b } ";
  const std::string right = "{ { ?s :in :r3 } UNION { ?x :budget ?b } UNION { :c0 :member ?s } }";
  CHECK(answer_set(dense(), "SELECT ?s " + left + "MINUS " + right + " }") ==
        Lines{"?s=:r0", "?s=:r1", "?s=:s1", "?s=:s10", "?s=:s13", "?s=:s14", "?s=:s16", "?s=:s17",
              "?s=:s2", "?s=:s5", "?s=:s8"});
  CHECK(answer_set(dense(), "SELECT ?s " + left + "FILTER EXISTS " + right +
                                " FILTER(BOUND(?b)) }") == Lines{"?s=:s3", "?s=:s4"});
}

TEST_CASE(
    "A table of rows that bind little is charged, and takes no time for what it can't match") {
  std::string trig;
  for (int i = 0; i < 20'000; ++i) {
    const std::string n = std::to_string(i);
    trig += ":p" + n + " :mail \"m" + n + "\" ; :city :c" + n + " .\n";
  }
  const MemoryDataset data = MemoryDataset::from(trig);
  const std::string query = "SELECT (COUNT(*) AS ?n) { ?a :mail ?x MINUS { { ?a :city :c7 } UNION "
                            "{ ?e :mail ?x . ?e :city ?d FILTER(?d != :c9) } } }";
  CHECK(answers(data, query) == Lines{"?n=1"});
  tela::base::MemoryBudget memory(std::size_t{1} << 18U);
  Settings settings;
  settings.memory = &memory;
  CHECK_THROWS_AS(answers(data, query, settings), tela::base::Error);
  CHECK(memory.used() == 0);
}
