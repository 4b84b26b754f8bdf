#include "records/value_check.h"

#include "records/decimal_sum.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace tela::records {

namespace {

class ValueCheck {
 public:
  explicit ValueCheck(Record& record) : record_(record) {}

  void run() {
    for (EventLink& event : record_.links.events)
      check_order("the meeting", event.start.value, event.end.value, event.end.span);
    auto* project = std::get_if<Project>(&record_.content);
    if (project == nullptr) return;
    check_order("the project", project->start.value, project->end.value, project->end.span);
    if (project->budget) check_sign(*project->budget);
    if (project->activity) check_activity(*project->activity);
  }

 private:
  void check_order(const char* what, std::string& start, std::string& end, Span span) {
    if (!ends_before(start, end)) return;
    warn("ends-before-start",
         std::string(what) + " ends in " + end + ", before it starts in " + start +
             ": neither is taken",
         span);
    start.clear();
    end.clear();
  }

  void check_sign(const Money& money) {
    if (money.amount.starts_with('-'))
      warn("negative-budget",
           "a budget below zero (" + money.amount + ' ' + money.currency +
               ") is taken as it stands, as a cut of what was planned",
           money.span);
  }

  void check_activity(Activity& activity) {
    for (ActivityBudget& budget : activity.budgets) {
      check_order("a budget", budget.start, budget.end, budget.money.span);
      if (activity.budgets.size() > 1) check_sign(budget.money); // one alone is the project's
    }
    check_places(activity);
    std::map<std::string_view, std::vector<const CodedShare*>> sectors;
    for (const CodedShare& sector : activity.sectors) sectors[sector.vocabulary].push_back(&sector);
    for (const auto& [vocabulary, shares] : sectors) check_sum("sectors", shares);
  }

  /// Regions of several vocabularies may stand for the same money.
  void check_places(const Activity& activity) {
    std::vector<const CodedShare*> countries;
    for (const CodedShare& country : activity.countries) countries.push_back(&country);
    std::map<std::string_view, std::vector<const CodedShare*>> regions;
    for (const CodedShare& region : activity.regions) regions[region.vocabulary].push_back(&region);
    if (regions.empty()) check_sum("states", countries);
    for (auto& [vocabulary, shares] : regions) {
      shares.insert(shares.end(), countries.begin(), countries.end());
      check_sum("states and regions", shares);
    }
  }

  /// Where some have no share, the others have less than all.
  void check_sum(const char* what, const std::vector<const CodedShare*>& shares) {
    constexpr double whole = 100, rounded = 1;
    DecimalSum sum;
    std::size_t known = 0;
    for (const CodedShare* share : shares)
      if (const auto part = DecimalSum::parse(share->percentage)) {
        sum.add(*part);
        ++known;
      }
    const double total = std::strtod(sum.to_string().c_str(), nullptr);
    const bool too_little = known == shares.size() && total < whole - rounded;
    if (known == 0 || (!too_little && total <= whole + rounded)) return;
    warn("shares-not-100",
         std::string("the shares of ") + what + " add up to " + sum.to_string() +
             ", not 100: they are taken as they stand",
         {});
  }

  void warn(std::string_view code, std::string message, Span span) {
    record_.warnings.push_back({std::string(code), std::move(message), span});
  }

  Record& record_;
};

} // namespace

void check_values(Record& record) {
  ValueCheck(record).run();
}

bool ends_before(std::string_view start, std::string_view end) {
  const std::size_t both = std::min(start.size(), end.size());
  return both > 0 && end.substr(0, both) < start.substr(0, both);
}

} // namespace tela::records
