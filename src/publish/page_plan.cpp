#include "publish/page_plan.h"

#include "publish/embedded_words.h"
#include "rdf/prefix_map.h"

#include <nlohmann/json.hpp>

#include <map>

namespace tela::publish {

namespace {

using nlohmann::json;

Show show(const std::string& name) {
  static const std::map<std::string, Show> known{
      {"name", Show::name},        {"values", Show::values}, {"others", Show::others},
      {"span", Show::span},        {"money", Show::money},   {"count", Show::count},
      {"relation", Show::relation}};
  return known.at(name);
}

std::vector<std::string> iris(const json& names) {
  std::vector<std::string> result;
  for (const json& name : names)
    result.push_back(rdf::PrefixMap::standard().expand(name.get<std::string>()).value());
  return result;
}

ColumnPlan column(const json& plan) {
  return {plan.at("head"), show(plan.at("show")), iris(plan.value("properties", json::array()))};
}

std::vector<ColumnPlan> columns(const json& plans) {
  std::vector<ColumnPlan> result;
  for (const json& one : plans) result.push_back(column(one));
  return result;
}

SectionPlan section(const json& plan) {
  SectionPlan result{plan.at("id"),
                     plan.at("title"),
                     iris(plan.at("incoming")),
                     plan.at("order") == "oldest" ? RowOrder::oldest : RowOrder::newest,
                     plan.value("picture", "") == "years",
                     iris(plan.value("lasting", json::array())),
                     columns(plan.at("columns"))};
  return result;
}

PagePlan read() {
  const json file = json::parse(embedded_words().front().content);
  const json& properties = file.at("properties");
  PagePlan plan{iris(file.at("kinds")),
                iris(file.at("found first")),
                file.at("main kinds"),
                file.at("examples"),
                iris(properties.at("names")),
                iris(properties.at("first")),
                iris(properties.at("last")),
                iris(properties.at("identifiers")),
                iris(properties.at("searched")),
                {},
                {},
                {},
                {}};
  for (const json& one : file.at("sections")) plan.sections.push_back(section(one));
  for (const json& one : file.at("lists"))
    plan.lists.push_back({iris({one.at("of")}).front(), columns(one.at("columns"))});
  for (const json& one : file.at("facets")) plan.facets.push_back({one.at("id"), column(one)});
  for (const json& one : file.at("addresses")) plan.addresses.push_back({one.at(0), one.at(1)});
  return plan;
}

} // namespace

const PagePlan& page_plan() {
  static const PagePlan plan = read();
  return plan;
}

} // namespace tela::publish
