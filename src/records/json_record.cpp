#include "records/json_record.h"

#include "base/json_nesting.h"
#include "base/utf8.h"
#include "records/currency.h"
#include "records/mapped_text.h"
#include "records/written_amount.h"
#include "records/written_date.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace tela::records {

namespace {

using base::Error;
using base::Failure;
using nlohmann::json;

constexpr int deepest = 16;

json parse(std::string_view text, const base::Place& place) {
  const auto place_at = [&](std::size_t offset) {
    base::Place at = place;
    at.column += base::code_point_count(text.substr(0, offset));
    return at;
  };
  if (const auto bad = base::first_invalid_utf8(text))
    throw Error(Failure::input, place_at(*bad), "a byte that is not UTF-8",
                "save the file as UTF-8");
  if (base::nests_deeper(text, deepest))
    throw Error(Failure::input, place, "JSON nested deeper than " + std::to_string(deepest),
                "flatten it");
  try {
    return json::parse(text);
  } catch (const json::parse_error& error) {
    throw Error(Failure::input, place_at(error.byte > 0 ? error.byte - 1 : 0), "no JSON",
                "write one object a line");
  } catch (const json::out_of_range&) {
    throw Error(Failure::input, place, "a number that is too large", "write it as a text");
  }
}

bool is_code(std::string_view text) {
  return text.size() == 2 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Reads one record from its object.
class Parser {
 public:
  Parser(const base::Place& place, Unmapped& unmapped) : place_(place), unmapped_(unmapped) {}

  Record parse(const json& object) {
    if (!object.is_object()) refuse("", "no JSON object", "write one object a line");
    take_kind(object);
    for (const auto& [key, value] : object.items())
      if (key != "kind" && !value.is_null()) take(key, value);
    if (const auto lack = lack_of(record_)) refuse("", lack->what, lack->advice);
    return std::move(record_);
  }

 private:
  using Handler = void (Parser::*)(const std::string&, const json&);
  struct Key {
    std::string_view name;
    Handler handler;
  };

  Project& project() { return std::get<Project>(record_.content); }
  Article& article() { return std::get<Article>(record_.content); }
  Meeting& meeting() { return std::get<Meeting>(record_.content); }

  void take_kind(const json& object) {
    const auto kind = object.find("kind");
    const std::string name = kind != object.end() && kind->is_string() ? *kind : json("");
    if (name == "article")
      record_.content = Article{};
    else if (name == "meeting")
      record_.content = Meeting{};
    else if (name == "memberships")
      record_.content = MembershipList{};
    else if (name != "project")
      refuse("kind", "a record without its kind",
             R"(write "project", "article", "meeting" or "memberships")");
  }

  void take(const std::string& key, const json& value) {
    static constexpr std::array common{
        Key{"source", &Parser::source}, Key{"address", &Parser::address},
        Key{"url", &Parser::address},   Key{"captured", &Parser::captured},
        Key{"lang", &Parser::language}, Key{"title", &Parser::title},
        Key{"body", &Parser::body},     Key{"mentions", &Parser::mentions},
        Key{"events", &Parser::events}, Key{"warnings", &Parser::warnings},
        Key{"key", &Parser::key},       Key{"properties", &Parser::properties},
        Key{"basis", &Parser::basis},
    };
    static constexpr std::array of_project{
        Key{"project_id", &Parser::project_id},
        Key{"prima_id", &Parser::prima_id},
        Key{"iati_id", &Parser::iati_id},
        Key{"type", &Parser::type},
        Key{"region", &Parser::region},
        Key{"status", &Parser::status},
        Key{"coverage", &Parser::coverage},
        Key{"budget", &Parser::budget},
        Key{"start", &Parser::start},
        Key{"end", &Parser::end},
        Key{"year", &Parser::year},
        Key{"beneficiaries", &Parser::beneficiaries},
        Key{"other_countries", &Parser::other_countries},
        Key{"fund", &Parser::fund},
        Key{"partners", &Parser::partners},
    };
    static constexpr std::array of_article{Key{"date", &Parser::date},
                                           Key{"dateline", &Parser::dateline}};
    static constexpr std::array of_meeting{Key{"meeting_id", &Parser::meeting_id},
                                           Key{"theme", &Parser::theme},
                                           Key{"notes", &Parser::notes}};
    static constexpr std::array of_list{Key{"process", &Parser::process},
                                        Key{"members", &Parser::members}};
    const bool known = handle(common, key, value) ||
                       (record_.project() && handle(of_project, key, value)) ||
                       (record_.article() && handle(of_article, key, value)) ||
                       (record_.meeting() && handle(of_meeting, key, value)) ||
                       (record_.membership_list() && handle(of_list, key, value));
    if (!known) ++unmapped_[key];
  }

  template<std::size_t N>
  bool handle(const std::array<Key, N>& keys, const std::string& key, const json& value) {
    const auto found =
        std::find_if(keys.begin(), keys.end(), [&key](const Key& k) { return k.name == key; });
    if (found == keys.end()) return false;
    (this->*found->handler)(key, value);
    return true;
  }

  void source(const std::string& k, const json& v) { record_.source = text(k, v).value; }
  void address(const std::string& k, const json& v) { record_.address = text(k, v).value; }
  void captured(const std::string& k, const json& v) { record_.captured = text(k, v).value; }
  void language(const std::string& k, const json& v) { record_.language = text(k, v).value; }
  void key(const std::string& k, const json& v) { record_.key = text(k, v).value; }
  void title(const std::string& k, const json& v) { record_.title = text(k, v); }
  void body(const std::string& k, const json& v) { record_.body.value = text(k, v).value; }
  void project_id(const std::string& k, const json& v) { project().project_id = text(k, v); }
  void prima_id(const std::string& k, const json& v) { project().prima_id = text(k, v); }
  void iati_id(const std::string& k, const json& v) { project().iati_id = text(k, v); }
  void type(const std::string& k, const json& v) { project().type = text(k, v); }
  void region(const std::string& k, const json& v) { project().region = text(k, v); }
  void start(const std::string& k, const json& v) { project().start = year_or_date(k, v); }
  void end(const std::string& k, const json& v) { project().end = year_or_date(k, v); }
  void year(const std::string& k, const json& v) { project().year = year_or_date(k, v); }
  void fund(const std::string& k, const json& v) { project().fund = text(k, v); }
  void date(const std::string& k, const json& v) { article().date = year_or_date(k, v); }
  void dateline(const std::string& k, const json& v) { article().dateline = text(k, v); }

  void meeting_id(const std::string& k, const json& v) { meeting().id = text(k, v).value; }
  void theme(const std::string& k, const json& v) { meeting().theme = text(k, v); }
  void notes(const std::string& key, const json& value) {
    for (const json& note : list(key, value)) meeting().notes.push_back(text(key, note));
  }

  void process(const std::string& key, const json& value) {
    record_.links.processes.push_back({text(key, value).value, {}});
  }

  void members(const std::string& key, const json& value) {
    for (const json& item : list(key, value)) {
      const auto role = term_role_named(member(key, item, "role").value);
      if (!role)
        refuse(key, "an unknown role", "write member, associate, observer, former or chair");
      std::get<MembershipList>(record_.content)
          .terms.push_back({code(key, item, "iso"), *role, member(key, item, "from").value,
                            member(key, item, "to").value, member(key, item, "note")});
    }
  }

  void basis(const std::string& key, const json& value) {
    const auto basis = basis_named(text(key, value).value);
    if (!basis) refuse(key, "an unknown basis", "write seen, inferred or general-knowledge");
    record_.basis = *basis;
  }

  void status(const std::string& key, const json& value) {
    const auto status = status_named(text(key, value).value);
    if (!status) refuse(key, "an unknown status", "write active or completed");
    project().status = *status;
  }

  void coverage(const std::string& key, const json& value) {
    const auto coverage = coverage_named(text(key, value).value);
    if (!coverage)
      refuse(key, "an unknown coverage", "write national, regional, multi-regional or global");
    project().coverage = *coverage;
  }

  void budget(const std::string& key, const json& value) {
    if (!value.is_object()) refuse(key, "a budget that is no object", R"(write {"amount": …})");
    auto amount =
        read_written_amount(member(key, value, "amount").value, DecimalMark::point).amount;
    if (!amount) refuse(key, "a budget that is no amount", "write digits, as in 81500.00");
    auto currency = currency_named(member(key, value, "currency").value);
    if (!currency) refuse(key, "a budget without currency", R"(add "currency": "USD")");
    project().budget = Money{std::move(*amount), std::move(*currency), {}};
  }

  void beneficiaries(const std::string& key, const json& value) {
    states(key, value, project().beneficiaries, StateRole::beneficiary);
  }

  void other_countries(const std::string& key, const json& value) {
    states(key, value, project().other_countries, StateRole::other_country);
  }

  void states(const std::string& key, const json& value, StateList& names, StateRole role) {
    if (value.is_string()) {
      names.raw = text(key, value);
      return;
    }
    for (const json& item : list(key, value)) {
      Text state = text(key, item);
      if (is_code(state.value))
        record_.links.states.push_back({std::move(state.value), role, {}});
      else
        names.items.push_back(std::move(state));
    }
  }

  void partners(const std::string& key, const json& value) {
    for (const json& item : list(key, value)) {
      if (item.is_object())
        project().partners.push_back({member(key, item, "id").value, member(key, item, "name")});
      else
        project().partners.push_back({"", text(key, item)});
    }
  }

  void mentions(const std::string& key, const json& value) {
    if (!value.is_object()) refuse(key, "mentions that are no object", "write them by kind");
    for (const auto& [kind, items] : value.items()) {
      for (const json& item : list(key, items)) {
        if (kind == "states")
          record_.links.states.push_back(
              {code(key, item, "iso"), StateRole::mention, quote(key, item)});
        else if (kind == "processes")
          record_.links.processes.push_back({member(key, item, "id").value, quote(key, item)});
        else
          ++unmapped_["mentions." + kind];
      }
    }
  }

  void properties(const std::string& key, const json& value) {
    for (const json& item : list(key, value)) {
      const auto kind = value_kind_named(member(key, item, "kind").value);
      Text iri = member(key, item, "iri");
      if (!kind || iri.empty())
        refuse(key, "a property that is not complete", R"(write "iri", "kind" and "value")");
      record_.properties.push_back({std::move(iri.value), *kind, member(key, item, "lang").value,
                                    member(key, item, "value")});
    }
  }

  void events(const std::string& key, const json& value) {
    for (const json& item : list(key, value)) {
      EventLink event;
      event.process = member(key, item, "process").value;
      event.edition = edition(key, item);
      event.place = member(key, item, "place");
      event.country = code(key, item, "country");
      event.dates = member(key, item, "dates");
      event.start = member(key, item, "start");
      event.end = member(key, item, "end");
      if (std::string chair = code(key, item, "chair"); !chair.empty())
        event.chairs.push_back(std::move(chair));
      append_codes(key, item, "co_chairs", event.chairs);
      append_codes(key, item, "participants", event.participants);
      append_codes(key, item, "observers", event.observers);
      record_.links.events.push_back(std::move(event));
    }
  }

  void append_codes(const std::string& key, const json& object, const char* name,
                    std::vector<std::string>& codes) const {
    if (const auto found = object.find(name); found != object.end() && !found->is_null())
      for (const json& state : list(key, *found)) codes.push_back(code(key, state));
  }

  void warnings(const std::string& key, const json& value) {
    for (const json& item : list(key, value)) {
      if (item.is_object())
        record_.warnings.push_back(
            {member(key, item, "code").value, member(key, item, "message").value, {}});
      else
        record_.warnings.push_back({"earlier-warning", text(key, item).value, {}});
    }
  }

  std::uint32_t edition(const std::string& key, const json& item) const {
    const auto found = item.find("edition");
    if (found == item.end() || found->is_null()) return 0;
    if (!found->is_number_unsigned() || found->get<std::uint64_t>() > 100'000)
      refuse(key, "an edition that is no number", "write \"edition\": 13");
    return found->get<std::uint32_t>();
  }

  /// A mention's text and its bytes in the source.
  Text quote(const std::string& key, const json& item) const {
    Text text = member(key, item, "text");
    const auto start = item.find("start");
    const auto end = item.find("end");
    if (start != item.end() && end != item.end() && start->is_number_unsigned() &&
        end->is_number_unsigned())
      text.span = {start->get<std::uint64_t>(), end->get<std::uint64_t>()};
    return text;
  }

  const json& list(const std::string& key, const json& value) const {
    if (!value.is_array()) refuse(key, "no list where one must be", "write [ … ]");
    return value;
  }

  Text member(const std::string& key, const json& object, const char* name) const {
    if (!object.is_object()) refuse(key, "no object where one must be", "write { … }");
    const auto found = object.find(name);
    return found == object.end() || found->is_null() ? Text{} : text(key, *found);
  }

  std::string code(const std::string& key, const json& object, const char* name) const {
    const std::string value = member(key, object, name).value;
    return value.empty() ? value : code(key, value);
  }

  std::string code(const std::string& key, const json& value) const {
    std::string state = text(key, value).value;
    if (!is_code(state))
      refuse(key, "'" + state + "' is no code of a state", "write ISO 3166-1 alpha-2: HN");
    return state;
  }

  /// A text that is empty says nothing.
  Text year_or_date(const std::string& key, const json& value) const {
    Text written = text(key, value);
    if (written.empty()) return written;
    auto date = read_year_or_date(written.value);
    if (!date || date->is_doubtful)
      refuse(key, "'" + written.value + "' is neither a year nor a date of the calendar",
             "write 2020 or 2020-12-31");
    return {std::move(date->iso), {}};
  }

  Text text(const std::string& key, const json& value) const {
    if (value.is_string()) return {visible_text(value.get_ref<const std::string&>()), {}};
    if (value.is_number()) return {value.dump(), {}};
    refuse(key, "no text where one must be", "write \" … \"");
  }

  [[noreturn]] void refuse(const std::string& key, const std::string& what,
                           std::string advice) const {
    throw Error(Failure::input, place_, (key.empty() ? "" : "'" + key + "': ") + what,
                std::move(advice));
  }

  const base::Place& place_;
  Unmapped& unmapped_;
  Record record_;
};

} // namespace

Record parse_json_record(std::string_view text, const base::Place& place, Unmapped& unmapped) {
  return Parser(place, unmapped).parse(parse(text, place));
}

} // namespace tela::records
