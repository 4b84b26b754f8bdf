#include "records/iati_parser.h"

#include "base/ascii.h"
#include "records/decimal_sum.h"
#include "records/decimal_text.h"
#include "records/element_account.h"
#include "records/iati_codes.h"
#include "records/iati_elements.h"
#include "records/iso_date.h"
#include "records/mapped_text.h"
#include "records/xml_fields.h"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <tuple>
#include <utility>

namespace tela::records {

namespace {

using base::Error;
using base::Failure;
using pugi::xml_node;

std::string_view trimmed_view(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const auto first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

/// Reads one activity from its tree.
class Parser {
 public:
  Parser(const XmlElement& element, TransactionDetail detail, Ledger& ledger)
      : element_(element), detail_(detail), ledger_(ledger), account_(ledger) {}

  ParsedActivity parse(xml_node node) {
    parsed_.language = node.attribute("xml:lang").value();
    currency_ = base::ascii_upper(attribute(node, "default-currency"));
    for (const xml_node child : node.children())
      if (child.type() == pugi::node_element) take(child);
    if (activity_.identifier.empty())
      refuse(node, "an activity without <iati-identifier>",
             "add it; nothing else names the activity");
    collect_totals();
    collect_places();
    account_.count(node, iati_elements);
    parsed_.activity = std::move(activity_);
    return std::move(parsed_);
  }

 private:
  using Handler = void (Parser::*)(xml_node);
  struct Entry {
    std::string_view name;
    Handler handler;
  };
  using TotalKey = std::tuple<std::string, std::string, std::string>; // type, year, currency
  struct Total {
    DecimalSum sum;
    std::uint64_t count = 0;
  };

  void take(xml_node node) {
    static constexpr std::array entries{
        Entry{"iati-identifier", &Parser::identifier},
        Entry{"reporting-org", &Parser::reporting_organisation},
        Entry{"title", &Parser::title},
        Entry{"description", &Parser::description},
        Entry{"participating-org", &Parser::participating_organisation},
        Entry{"activity-status", &Parser::status},
        Entry{"activity-date", &Parser::date},
        Entry{"activity-scope", &Parser::scope},
        Entry{"recipient-country", &Parser::country},
        Entry{"recipient-region", &Parser::region},
        Entry{"sector", &Parser::sector},
        Entry{"budget", &Parser::budget},
        Entry{"transaction", &Parser::transaction},
        Entry{"related-activity", &Parser::related},
        Entry{"result", &Parser::result},
    };
    const std::string_view name = node.name();
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [name](const Entry& entry) { return entry.name == name; });
    if (found != entries.end() && !says_nothing(node)) (this->*found->handler)(node);
  }

  void identifier(xml_node node) { set_once(activity_.identifier, to_text(text(node)), node); }

  void title(xml_node node) {
    const std::vector<LanguageText> before = activity_.titles;
    narratives(node, activity_.titles);
    const auto is_repeated = [this](const LanguageText& title) {
      return title.language == activity_.titles.back().language;
    };
    if (activity_.titles.size() > before.size() && std::ranges::any_of(before, is_repeated))
      warn_repeated(node);
  }

  void description(xml_node node) {
    for_each_narrative(node, [this](const std::string& language, MappedText& text) {
      activity_.descriptions.push_back({language, to_text(text)});
      parsed_.descriptions.push_back(std::move(text));
    });
  }

  void reporting_organisation(xml_node node) { organisation(node, "reporting"); }

  void participating_organisation(xml_node node) {
    std::string role(organisation_role(attribute(node, "role")));
    count_unlisted(node, role, last_role);
    organisation(node, std::move(role));
  }

  void organisation(xml_node node, std::string role) {
    std::string type = attribute(node, "type");
    if (!type.empty() && !is_organisation_type(type))
      warn(node, "unknown-organisation-type", "'" + type + "' is no type of organisation");
    activity_.organisations.push_back(
        {std::move(role), attribute(node, "ref"), std::move(type), first_narrative(node)});
  }

  void status(xml_node node) {
    set_code_once(activity_.status, node);
    count_unlisted(node, attribute(node, "code"), last_status);
  }

  void scope(xml_node node) {
    set_code_once(activity_.scope, node);
    count_unlisted(node, attribute(node, "code"), last_scope);
  }

  void date(xml_node node) {
    Text date = iso_date(node, "iso-date");
    if (date.empty()) return;
    std::string type(activity_date_type(attribute(node, "type")));
    count_unlisted(node, type, last_date_type);
    activity_.dates.push_back({std::move(type), std::move(date)});
  }

  void country(xml_node node) {
    if (attribute(node, "code").empty()) return;
    if (auto code = country_code(node)) share(activity_.countries, node, std::move(*code), "");
  }

  std::optional<std::string> country_code(xml_node node) {
    const std::string code = base::ascii_upper(attribute(node, "code"));
    const bool valid = code.size() == 2 && std::all_of(code.begin(), code.end(),
                                                       [](char c) { return c >= 'A' && c <= 'Z'; });
    if (valid) return code;
    warn(node, "unknown-country", "'" + code + "' is no code of a state");
    account_.drop(node);
    return std::nullopt;
  }

  void region(xml_node node) {
    share(activity_.regions, node, attribute(node, "code"),
          region_vocabulary(attribute(node, "vocabulary")));
  }

  void sector(xml_node node) {
    share(activity_.sectors, node, attribute(node, "code"),
          sector_vocabulary(attribute(node, "vocabulary")));
  }

  void share(std::vector<CodedShare>& shares, xml_node node, std::string code,
             std::string_view vocabulary) {
    if (code.empty()) return;
    shares.push_back(
        {std::move(code), std::string(vocabulary), percentage(node), first_narrative(node)});
  }

  /// "39,5" is 39.5; what is no share of a hundred is none.
  std::string percentage(xml_node node) {
    std::string_view written = node.attribute("percentage").value();
    written = trimmed_view(written.substr(0, written.find('%')));
    if (written.empty()) return {};
    auto number = plain_decimal(written, DecimalMark::point);
    if (number && std::strtod(number->c_str(), nullptr) <= 100) return std::move(*number);
    warn(node, "unreadable-percentage", "'" + std::string(written) + "' is no percentage");
    return {};
  }

  void budget(xml_node node) {
    const auto money = value(node);
    if (!money) return;
    ActivityBudget budget;
    budget.type = attribute(node, "type");
    budget.status = attribute(node, "status");
    budget.start = iso_date(node.child("period-start"), "iso-date").value;
    budget.end = iso_date(node.child("period-end"), "iso-date").value;
    budget.money = *money;
    activity_.budgets.push_back(std::move(budget));
  }

  void transaction(xml_node node) {
    const auto money = value(node);
    if (!money) return;
    const xml_node code = node.child("transaction-type");
    std::string type(transaction_type(attribute(code, "code")));
    count_unlisted(node, type, last_transaction_type);
    std::string date = iso_date(node.child("transaction-date"), "iso-date").value;
    if (date.empty()) date = iso_date_part(attribute(node.child("value"), "value-date"));
    std::string year = date.substr(0, 4);
    if (detail_ == TransactionDetail::single)
      activity_.transactions.push_back({type, year, date, *money, 1});
    else
      add({std::move(type), std::move(year), money->currency}, money->amount);
    for (const xml_node child : node.children())
      for (auto& [name, nodes] : places_of_transactions_)
        if (name == child.name()) nodes.push_back(child);
  }

  /// Where an activity has no countries, regions or sectors of its own, its transactions have them.
  void collect_places() {
    const auto collect = [this](std::vector<CodedShare>& shares, std::string_view name,
                                Handler take) {
      const bool has_own = !shares.empty();
      for (const xml_node node : places_of_transactions_.at(name)) {
        if (has_own) {
          account_.drop(node);
        } else {
          (this->*take)(node);
          forget_repeated(shares);
        }
      }
    };
    collect(activity_.countries, "recipient-country", &Parser::country);
    collect(activity_.regions, "recipient-region", &Parser::region);
    collect(activity_.sectors, "sector", &Parser::sector);
  }

  /// Many transactions have the same place: it is kept once.
  static void forget_repeated(std::vector<CodedShare>& shares) {
    if (shares.empty()) return;
    const auto same = [&last = shares.back()](const CodedShare& share) {
      return share.code == last.code && share.vocabulary == last.vocabulary;
    };
    if (std::any_of(shares.begin(), shares.end() - 1, same)) shares.pop_back();
  }

  void add(TotalKey key, const std::string& amount) {
    Total& total = totals_[std::move(key)];
    total.sum.add(*DecimalSum::parse(amount));
    ++total.count;
  }

  void collect_totals() {
    for (auto& [key, total] : totals_) {
      const auto& [type, year, currency] = key;
      activity_.transactions.push_back(
          {type, year, "", Money{total.sum.to_string(), currency, {}}, total.count});
    }
  }

  void related(xml_node node) {
    std::string identifier = attribute(node, "ref");
    if (identifier.empty()) return;
    activity_.related.push_back({attribute(node, "type"), std::move(identifier)});
  }

  void result(xml_node node) {
    for (const xml_node title : node.children("title")) narratives(title, activity_.results);
  }

  /// The <value> of a budget or transaction; warns and gives nothing when it is no amount.
  std::optional<Money> value(xml_node node) {
    const xml_node value = node.child("value");
    const MappedText written = text(value);
    if (written.value.empty()) return std::nullopt;
    const auto amount = DecimalSum::parse(written.value);
    if (!amount) {
      warn(node, "unreadable-amount", "'" + written.value + "' is no amount");
      account_.drop(node);
      return std::nullopt;
    }
    std::string currency = base::ascii_upper(attribute(value, "currency"));
    if (currency.empty()) currency = currency_;
    if (currency.empty()) warn(node, "no-currency", "an amount without currency");
    return Money{amount->to_string(), std::move(currency), to_text(written).span};
  }

  Text iso_date(xml_node node, const char* name) {
    std::string written = attribute(node, name);
    if (written.empty()) written = text(node).value; // as in version 1
    const std::string_view date = iso_date_part(written);
    if (date.empty()) account_.drop(node);
    if (date.empty() && !written.empty())
      warn(node, "unreadable-date", "'" + written + "' is no date");
    return {std::string(date), {}};
  }

  // Texts

  void narratives(xml_node node, std::vector<LanguageText>& texts) {
    for_each_narrative(node, [&texts](const std::string& language, const MappedText& text) {
      texts.push_back({language, to_text(text)});
    });
  }

  Text first_narrative(xml_node node) {
    Text first;
    for_each_narrative(node, [&first](const std::string&, const MappedText& text) {
      if (first.empty()) first = to_text(text);
    });
    drop_other_narratives(node);
    return first;
  }

  /// A name is kept in one language.
  void drop_other_narratives(xml_node node) {
    bool is_first = true;
    for (const xml_node narrative : node.children("narrative")) {
      if (text(narrative).value.empty()) continue;
      if (!is_first) account_.drop(narrative);
      is_first = false;
    }
  }

  /// All that are not empty; `visit` may take them. Text outside of <narrative> and its language,
  /// as in version 1, are taken too.
  template<class Visitor>
  void for_each_narrative(xml_node node, Visitor visit) {
    for (const xml_node narrative : node.children("narrative")) {
      MappedText content = text(narrative);
      const std::string language = attribute(narrative, "xml:lang");
      if (!content.value.empty()) visit(language.empty() ? parsed_.language : language, content);
    }
    if (node.child("narrative")) return;
    MappedText content = text(node);
    const std::string language = attribute(node, "xml:lang");
    if (!content.value.empty()) visit(language.empty() ? parsed_.language : language, content);
  }

  /// The text directly in `node`, at its places in the file.
  MappedText text(xml_node node) const {
    MappedText content;
    for (const xml_node child : node.children()) {
      const bool is_cdata = child.type() == pugi::node_cdata;
      if (!is_cdata && child.type() != pugi::node_pcdata) continue;
      const auto start = static_cast<std::size_t>(child.offset_debug());
      const std::size_t end = element_.text.find(is_cdata ? "]]>" : "<", start);
      append_cleaned(content, element_.text.substr(start, end - start), element_.offset + start);
    }
    return trimmed(std::move(content));
  }

  static std::string attribute(xml_node node, const char* name) {
    return std::string(trimmed_view(node.attribute(name).value()));
  }

  // Bookkeeping

  void set_once(Text& target, Text value, xml_node node) {
    if (target.empty())
      target = std::move(value);
    else
      drop_repeated(node);
  }

  void set_code_once(std::string& target, xml_node node) {
    if (target.empty())
      target = attribute(node, "code");
    else
      drop_repeated(node);
  }

  void drop_repeated(xml_node node) {
    warn_repeated(node);
    account_.drop(node);
  }

  void warn_repeated(xml_node node) {
    warn(node, "repeated-element", "<" + std::string(node.name()) + "> stands twice");
  }

  void count(std::string_view name) { ++ledger_.unmapped[std::string(name)]; }

  /// Counts codes that are on no list: what they say has no meaning for us.
  void count_unlisted(xml_node node, std::string_view code, unsigned last) {
    if (!is_listed(code, last)) count(std::string(node.name()) + " of unknown kind");
  }

  void warn(xml_node node, std::string_view code, std::string message) {
    const auto offset = static_cast<std::size_t>(node.offset_debug());
    const std::uint64_t start = element_.offset + offset;
    const std::string_view name = node.name();
    message += " (line " + std::to_string(line_of(offset)) + ")";
    parsed_.warnings.push_back(
        {std::string(code), std::move(message), {start, start + name.size()}});
  }

  /// The line of a byte of the element, counted from the one asked for before.
  std::uint64_t line_of(std::size_t offset) {
    const auto [begin, end] = std::minmax(offset, counted_);
    const std::string_view between = element_.text.substr(begin, end - begin);
    const auto lines = static_cast<std::uint64_t>(std::count(between.begin(), between.end(), '\n'));
    line_ = offset < counted_ ? line_ - lines : line_ + lines;
    counted_ = offset;
    return line_;
  }

  [[noreturn]] void refuse(xml_node node, const char* what, const char* advice) const {
    throw Error(
        Failure::input,
        place_within(element_.place, element_.text, static_cast<std::size_t>(node.offset_debug())),
        what, advice);
  }

  const XmlElement& element_;
  TransactionDetail detail_;
  Ledger& ledger_;
  ElementAccount account_;
  ParsedActivity parsed_;
  Activity activity_;
  std::string currency_;
  std::uint64_t line_ = element_.place.line; // of the byte counted_
  std::size_t counted_ = 0;
  std::map<TotalKey, Total> totals_;
  std::map<std::string_view, std::vector<xml_node>> places_of_transactions_{
      {"recipient-country", {}}, {"recipient-region", {}}, {"sector", {}}};
};

} // namespace

ParsedActivity parse_activity(const XmlElement& element, TransactionDetail detail, Ledger& ledger) {
  pugi::xml_document document;
  load_element(document, element.text, element.place, pugi::parse_default);
  return Parser(element, detail, ledger).parse(document.document_element());
}

} // namespace tela::records
