#include "records/activity_xml_parser.h"

#include "base/calendar.h"
#include "records/decimal_sum.h"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace tela::records {

namespace {

using pugi::xml_node;

class Parser {
 public:
  explicit Parser(XmlFields& fields) : fields_(fields) {}

  Activity parse(xml_node node) {
    activity_.status = node.attribute("status").value();
    activity_.scope = node.attribute("scope").value();
    for (const xml_node child : node.children())
      if (child.type() == pugi::node_element) take(child);
    return std::move(activity_);
  }

 private:
  using Handler = void (Parser::*)(xml_node);
  struct Entry {
    std::string_view name;
    Handler handler;
  };

  void take(xml_node node) {
    static constexpr std::array entries{
        Entry{"identifier", &Parser::identifier},
        Entry{"title", &Parser::title},
        Entry{"description", &Parser::description},
        Entry{"result", &Parser::result},
        Entry{"organisation", &Parser::organisation},
        Entry{"country", &Parser::country},
        Entry{"region", &Parser::region},
        Entry{"sector", &Parser::sector},
        Entry{"date", &Parser::date},
        Entry{"planned", &Parser::planned},
        Entry{"transactions", &Parser::transactions},
        Entry{"related", &Parser::related},
    };
    const std::string_view name = node.name();
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [name](const Entry& entry) { return entry.name == name; });
    if (found == entries.end())
      fields_.count("activity/" + std::string(name));
    else
      (this->*found->handler)(node);
  }

  void identifier(xml_node node) { activity_.identifier = fields_.text(node); }
  void title(xml_node node) { activity_.titles.push_back(language_text(node)); }
  void description(xml_node node) { activity_.descriptions.push_back(language_text(node)); }
  void result(xml_node node) { activity_.results.push_back(language_text(node)); }
  void country(xml_node node) { activity_.countries.push_back(share(node)); }
  void region(xml_node node) { activity_.regions.push_back(share(node)); }
  void sector(xml_node node) { activity_.sectors.push_back(share(node)); }

  void organisation(xml_node node) {
    activity_.organisations.push_back({node.attribute("role").value(),
                                       node.attribute("ref").value(),
                                       node.attribute("type").value(), fields_.text(node)});
  }

  void date(xml_node node) {
    Text date = fields_.text(node);
    check_day(node, date.value);
    activity_.dates.push_back({node.attribute("type").value(), std::move(date)});
  }

  void planned(xml_node node) {
    for (const char* side : {"start", "end"}) check_day(node, node.attribute(side).value());
    activity_.budgets.push_back({node.attribute("type").value(), node.attribute("status").value(),
                                 node.attribute("start").value(), node.attribute("end").value(),
                                 money(node)});
  }

  void transactions(xml_node node) {
    check_day(node, node.attribute("date").value());
    const auto count = number_of<std::uint64_t>(node.attribute("count").value());
    if (!count) fields_.refuse(node, "transactions without their number", "write count=\"1\"");
    activity_.transactions.push_back({node.attribute("type").value(),
                                      node.attribute("year").value(),
                                      node.attribute("date").value(), money(node), *count});
  }

  void related(xml_node node) {
    activity_.related.push_back({node.attribute("type").value(), XmlFields::content(node)});
  }

  /// A day that is not said is none.
  void check_day(xml_node node, std::string_view day) const {
    if (!day.empty() && !base::parse_iso_day(day))
      fields_.refuse(node, "a date that is no day of the calendar", "write 2020-12-31");
  }

  [[nodiscard]] LanguageText language_text(xml_node node) const {
    return {node.attribute("lang").value(), fields_.text(node)};
  }

  [[nodiscard]] CodedShare share(xml_node node) const {
    return {node.attribute("code").value(), node.attribute("vocabulary").value(),
            node.attribute("percentage").value(), fields_.text(node)};
  }

  [[nodiscard]] Money money(xml_node node) const {
    Text amount = fields_.text(node);
    const auto number = DecimalSum::parse(amount.value);
    if (!number)
      fields_.refuse(node, "an amount that is no number", "write digits, as in -81500.00");
    amount.value = number->to_string();
    return {std::move(amount.value), node.attribute("currency").value(), amount.span};
  }

  XmlFields& fields_;
  Activity activity_;
};

} // namespace

Activity parse_activity_xml(xml_node node, XmlFields& fields) {
  return Parser(fields).parse(node);
}

} // namespace tela::records
