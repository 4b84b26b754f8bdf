#include "random_record.h"

#include <array>
#include <random>
#include <string>

namespace tela::records {

namespace {

class Maker {
 public:
  explicit Maker(std::uint64_t seed) : random_(seed) {}

  Record record() {
    Record record;
    record.source = word();
    record.address = chance() ? "https://example.org/" + word() : "";
    record.captured = chance() ? "2019-05-08T10:00:0" + std::to_string(below(10)) + "Z" : "";
    record.language = std::array{"fr", "en", "es", ""}[below(4)];
    record.title = text();
    if (record.title.empty()) record.title.value = "t";
    record.body = body();
    if (below(3) == 0) record.links = links();
    fill(record);
    if (below(3) == 0 || !record.has_name()) record.key = word();
    for (auto n = below(3); n > 0; --n)
      record.properties.push_back(
          {word(), static_cast<ValueKind>(below(4)), chance() ? "fr" : "", text()});
    for (auto n = below(3); n > 0; --n)
      record.warnings.push_back({"code-" + word(), phrase(), span()});
    return record;
  }

 private:
  std::uint64_t below(std::uint64_t limit) { return random_() % limit; }
  bool chance() { return below(2) == 0; }

  std::string phrase() {
    static const std::array pieces{"é",   "<",    ">",     "&",          "\"", "'",
                                   "]]>", " ",    "\n",    "\t",         "\r", "中",
                                   "a",   "b c",  "&amp;", "\U0001F30D", "ﬁ",  "\u00A0",
                                   "--",  "<!--", "0",     "Haïti",      "x",  "\u0301"};
    std::string phrase;
    for (auto n = below(8); n > 0; --n) phrase += pieces[below(pieces.size())];
    return phrase;
  }

  std::string word() { return "w" + std::to_string(below(1000)); }
  Span span() { return chance() ? Span{} : Span{below(100), 100 + below(100)}; }
  Text text() { return {phrase(), span()}; }
  std::string iso() {
    return {static_cast<char>('A' + below(26)), static_cast<char>('A' + below(26))};
  }

  MappedText body() {
    MappedText body;
    body.value = phrase() + (chance() ? "\n" + phrase() : "");
    if (chance()) return body;
    std::uint64_t offset = below(1000);
    for (std::size_t i = 0; i < body.value.size(); ++i) body.offsets.push_back(offset += below(3));
    body.end = offset + 1;
    return body;
  }

  StateList states() {
    StateList list{text(), {}};
    for (auto n = below(3); n > 0; --n) list.items.push_back(text());
    return list;
  }

  Project project() {
    Project project;
    project.project_id = text();
    project.prima_id = text();
    project.iati_id = text();
    project.type = text();
    project.region = text();
    project.status = static_cast<Status>(below(6));
    project.status_span = span();
    project.coverage = static_cast<Coverage>(below(5));
    project.coverage_span = span();
    if (chance()) project.budget = Money{std::to_string(below(1000000)) + ".25", "USD", span()};
    project.start = date();
    project.end = date();
    project.year = date();
    project.beneficiaries = states();
    project.other_countries = states();
    project.fund = text();
    for (auto n = below(3); n > 0; --n)
      project.partners.push_back({chance() ? word() : "", text()});
    if (below(3) == 0) project.activity = activity();
    return project;
  }

  template<class Make>
  auto some(Make make) {
    std::vector<decltype(make())> values;
    for (auto n = below(3); n > 0; --n) values.push_back(make());
    return values;
  }

  std::string code() { return chance() ? std::to_string(below(100)) : ""; }
  std::string day() { return chance() ? "2019-0" + std::to_string(1 + below(9)) + "-17" : ""; }
  Text date() { return {chance() ? "2019" : day(), span()}; }
  Money money() { return {"-" + std::to_string(below(1000000)) + ".125", "EUR", span()}; }
  LanguageText language_text() { return {chance() ? "fr" : "", text()}; }
  CodedShare share() { return {"HN", code(), code(), text()}; }

  Activity activity() {
    Activity activity;
    activity.identifier = text();
    activity.status = code();
    activity.scope = code();
    activity.titles = some([this] { return language_text(); });
    activity.descriptions = some([this] { return language_text(); });
    activity.organisations = some([this] {
      return ActivityOrganisation{code(), word(), code(), text()};
    });
    activity.countries = some([this] { return share(); });
    activity.regions = some([this] { return share(); });
    activity.sectors = some([this] { return share(); });
    activity.dates = some([this] { return ActivityDate{code(), {day(), span()}}; });
    activity.budgets = some([this] {
      return ActivityBudget{code(), code(), day(), day(), money()};
    });
    activity.transactions = some([this] {
      return Transactions{code(), "2019", day(), money(), below(9)};
    });
    activity.related = some([this] { return RelatedActivity{code(), phrase()}; });
    activity.results = some([this] { return language_text(); });
    return activity;
  }

  Article article() {
    Article article{date(), text(), {}};
    if (chance()) article.sections.push_back({Part::dateline, 0, below(10)});
    if (chance()) article.sections.push_back({Part::contact, 10, 10 + below(10)});
    return article;
  }

  EventLink event() {
    EventLink event;
    event.process = word();
    event.edition = static_cast<std::uint32_t>(below(60));
    event.place = text();
    event.country = iso();
    event.dates = text();
    event.start.value = day();
    event.end.value = day();
    if (chance()) event.chairs = {iso(), iso()};
    if (chance()) event.participants = {iso(), iso()};
    if (chance()) event.observers = {iso()};
    return event;
  }

  StatedLinks links() {
    StatedLinks links;
    for (auto n = below(3); n > 0; --n)
      links.states.push_back({iso(), static_cast<StateRole>(below(3)), text()});
    for (auto n = below(3); n > 0; --n) links.processes.push_back({word(), text()});
    for (auto n = below(3); n > 0; --n) links.events.push_back(event());
    return links;
  }

  void fill(Record& record) {
    const auto kind = below(6);
    if (kind < 3) {
      record.content = project();
    } else if (kind == 3) {
      record.content = article();
    } else {
      record.basis = static_cast<Basis>(below(3));
      record.links.events = {event()};
      record.links.processes = {{word(), text()}};
      if (kind == 4)
        record.content = Meeting{chance() ? word() : "", text(), some([this] {
                                   return Text{word() + phrase(), span()};
                                 })};
      else
        record.content = MembershipList{some([this] { return term(); })};
    }
  }

  MembershipTerm term() { return {iso(), static_cast<TermRole>(below(5)), day(), day(), text()}; }

  std::mt19937_64 random_;
};

} // namespace

Record random_record(std::uint64_t seed) {
  return Maker(seed).record();
}

} // namespace tela::records
