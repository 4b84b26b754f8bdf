#include "data_folder.h"
#include "gazetteer/body_file.h"
#include "gazetteer/entity_tables.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace tela;
using namespace tela::gazetteer;
using Catch::Matchers::Contains;

namespace {

/// What every body has to say.
const std::string least =
    R"("id": "x", "kind": "regional-organisation", "parent": null, "members_basis": "sourced")";

BodyFile read(const std::string& bodies) {
  static const std::vector<State> states = read_states(DataFiles::built_in());
  return read_bodies(test::with_file("bodies.json", bodies), states);
}

/// The body that says the least and `more`.
Body body(const std::string& more) {
  return read("[{" + least + (more.empty() ? "" : ", " + more) + "}]").bodies.at(0);
}

std::string refused(const std::string& bodies) {
  return test::refusal([&] { std::ignore = read(bodies); });
}

/// "text/language/kind", with a question mark where no page was seen that says it.
std::vector<std::string> names_of(const Body& body) {
  std::vector<std::string> names;
  for (const Name& name : body.names)
    names.push_back(name.text + "/" + name.language + "/" + std::string(to_string(name.kind)) +
                    (name.sourced ? "" : "?"));
  std::ranges::sort(names);
  return names;
}

} // namespace

TEST_CASE("a body is what it says, and nothing that it does not say") {
  const Body plain = body("");
  CHECK(plain.id == "x");
  CHECK(plain.kind == BodyKind::organisation);
  CHECK(plain.parent.empty());
  CHECK(plain.members_basis == Basis::sourced);
  CHECK(plain.names.empty());
  CHECK(plain.memberships.empty());
  CHECK_FALSE(plain.established);
  CHECK_FALSE(plain.website);
}

TEST_CASE("names, other names and acronyms have the language that they stand under") {
  CHECK(names_of(body(R"("name": {"en": "The X", "fr": "Le X"}, "aliases": {"en": ["X2", "X3"]},
                         "acronyms": {"en": "X", "es": "EQUIS"})")) ==
        std::vector<std::string>{"EQUIS/es/acronym", "Le X/fr/label", "The X/en/label",
                                 "X/en/acronym", "X2/en/variant", "X3/en/variant"});
}

TEST_CASE("what no page was seen to say is told apart") {
  CHECK(names_of(body(R"("name": {"en": "The X"},
                         "unsourced": {"name": {"fr": "Le X"}, "acronyms": {"fr": "X"}})")) ==
        std::vector<std::string>{"Le X/fr/label?", "The X/en/label", "X/fr/acronym?"});
  const Body facts = body(R"("website": "https://x.org", "unsourced": {"established": 1996})");
  CHECK(facts.website->sourced);
  CHECK(facts.website->value == "https://x.org");
  CHECK_FALSE(facts.established->sourced);
  CHECK(facts.established->value == 1996);
}

TEST_CASE("what a page says comes before general knowledge") {
  const Body both = body(R"("established": 1990, "secretariat": "Here",
                            "unsourced": {"established": 1991, "secretariat": "There"})");
  CHECK(both.established->value == 1990);
  CHECK(both.established->sourced);
  CHECK(both.secretariat->value == "Here");
}

TEST_CASE("a fact that is null is none, unless general knowledge has it") {
  CHECK_FALSE(body(R"("secretariat": null)").secretariat);
  const Body known = body(R"("secretariat": null, "unsourced": {"secretariat": "There"})");
  REQUIRE(known.secretariat);
  CHECK_FALSE(known.secretariat->sourced);
}

TEST_CASE("states belong to a body as members, observers or friends, each on its basis") {
  const Body joined = body(R"("members": ["HN", "SV"], "observer_states": ["US"],
                              "observers_basis": "general knowledge", "group_of_friends": ["CH"],
                              "unsourced": {"observer_states": ["FR"]})");
  const auto found = [&](const std::string& state) {
    const auto at = std::ranges::find(joined.memberships, state, &Membership::state);
    REQUIRE(at != joined.memberships.end());
    return std::string(to_string(at->role)) + ", " + std::string(to_string(at->basis));
  };
  CHECK(joined.memberships.size() == 5);
  CHECK(found("HN") == "member, sourced");
  CHECK(found("US") == "observer, general-knowledge");
  CHECK(found("FR") == "observer, general-knowledge");
  CHECK(found("CH") == "friend, sourced");
}

TEST_CASE("how sure a list of members is stands in words") {
  const auto basis = [](const std::string& words) {
    return read(R"([{"id": "x", "kind": "global-process", "parent": null, "members_basis": ")" +
                words + "\"}]")
        .bodies.at(0)
        .members_basis;
  };
  CHECK(basis("sourced") == Basis::sourced);
  CHECK(basis("sourced, incomplete list") == Basis::incomplete);
  CHECK(basis("partly sourced: two of five") == Basis::partly_sourced);
  CHECK(basis("general knowledge") == Basis::general_knowledge);
  CHECK(basis("none: it has no members") == Basis::none);
  CHECK_THROWS_WITH(basis("hearsay"), Contains("unknown basis hearsay"));
}

TEST_CASE("running text may name a body by other words, and doubtful acronyms") {
  const BodyFile file = read("[{" + least + R"(, "in_text": {"en": ["the X talks"], "fr": ["X"]},
      "acronyms_in_text": ["XT"], "acronyms_needing_context": ["X"]}])");
  const BodyForms& forms = file.forms.at(0);
  CHECK(forms.in_text == std::vector<std::string>{"the X talks", "X"});
  CHECK(forms.acronyms_in_text == std::vector<std::string>{"XT"});
  CHECK(forms.doubtful_acronyms == std::vector<std::string>{"X"});
  CHECK(file.bodies.at(0).names.empty()); // they are no names to show
}

TEST_CASE("a process is any kind but an organisation") {
  const auto kind = [](const std::string& name) {
    return read(R"([{"id": "x", "parent": null, "members_basis": "sourced", "kind": ")" + name +
                "\"}]")
        .bodies.at(0);
  };
  for (const std::string name :
       {"regional-consultative-process", "inter-regional-forum", "global-process"})
    CHECK(kind(name).process());
  for (const std::string name : {"international-organisation", "regional-organisation"})
    CHECK_FALSE(kind(name).process());
  CHECK_THROWS_WITH(kind("club"), Contains("x: unknown kind club"));
}

TEST_CASE("a body may belong to another of the file, whatever their order") {
  const std::string rest = R"("kind": "global-process", "members_basis": "sourced"})";
  CHECK(read(R"([{"id": "a", "parent": "b", )" + rest + R"(, {"id": "b", "parent": null, )" + rest +
             "]")
            .bodies.at(0)
            .parent == "b");
  CHECK_THAT(refused(R"([{"id": "a", "parent": "c", )" + rest + "]"),
             Contains("no body has the id c of its parent"));
}

TEST_CASE("ids come in order, each once") {
  const auto two = [](const std::string& first, const std::string& second) {
    const std::string rest =
        R"(, "kind": "global-process", "parent": null, "members_basis": "sourced"})";
    return refused(R"([{"id": ")" + first + "\"" + rest + R"(, {"id": ")" + second + "\"" + rest +
                   "]");
  };
  CHECK(two("a", "b").empty());
  CHECK_THAT(two("b", "a"), Contains("a: ids must be in order"));
  CHECK_THAT(two("a", "a"), Contains("a: ids must be in order"));
}

TEST_CASE("a member that is no state is refused, in whatever role") {
  for (const std::string members :
       {R"("members": ["XX"])", R"("observer_states": ["XX"])", R"("group_of_friends": ["XX"])",
        R"("unsourced": {"observer_states": ["XX"]})"}) {
    INFO(members);
    CHECK_THAT(refused("[{" + least + ", " + members + "}]"),
               Contains("bodies.json") && Contains("x: no state has the code XX"));
  }
}

TEST_CASE("a file of another shape is refused, and the shape is told") {
  for (const std::string text :
       {R"([{"id": "x"}])", R"([{"kind": "global-process"}])", R"([1])", R"(["x"])", "[",
        R"([{"id": 1, "kind": "global-process", "parent": null, "members_basis": "sourced"}])"}) {
    INFO(text);
    CHECK_THAT(refused(text), Contains("bodies.json"));
  }
  CHECK(read("[]").bodies.empty());
}
