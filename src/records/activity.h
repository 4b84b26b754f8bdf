#pragma once

#include "records/money.h"
#include "records/text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What an IATI activity says beyond the fields of a project. Codes are those of IATI 2.03
/// (https://iatistandard.org/en/iati-standard/203/codelists/); codes of older lists are translated.
namespace tela::records {

/// A text and the language it is in (BCP 47; empty when the file does not tell).
struct LanguageText {
  std::string language;
  Text text;
  bool operator==(const LanguageText&) const = default;
};

/// An organisation and what it does in the activity.
struct ActivityOrganisation {
  std::string role; ///< OrganisationRole: "1" funding, "2" accountable, "3" extending, "4"
                    ///< implementing; "reporting" for the one that publishes
  std::string ref;  ///< organisation identifier: "XM-DAC-47066"; may be empty
  std::string type; ///< OrganisationType: "40" multilateral …; may be empty
  Text name;
  bool operator==(const ActivityOrganisation&) const = default;
};

/// A code out of a vocabulary, and the share of the activity that it has.
struct CodedShare {
  std::string code;       ///< "HN", "298", "15190"
  std::string vocabulary; ///< IATI's code of the vocabulary; "1" where it may be left out
  std::string percentage; ///< as written: "33.3"; empty when not said
  Text name;
  bool operator==(const CodedShare&) const = default;
};

struct ActivityDate {
  std::string type; ///< ActivityDateType: "1" planned start, "2" actual start, "3", "4" ends
  Text date;        ///< ISO date without time
  bool operator==(const ActivityDate&) const = default;
};

/// Money planned for a time.
struct ActivityBudget {
  std::string type;       ///< BudgetType: "1" original, "2" revised
  std::string status;     ///< BudgetStatus: "1" indicative, "2" committed
  std::string start, end; ///< ISO dates
  Money money;
  bool operator==(const ActivityBudget&) const = default;
};

/// Transactions of one kind, year and currency added up, or a single one (count 1 and a date).
struct Transactions {
  std::string type; ///< TransactionType: "3" disbursement …
  std::string year;
  std::string date; ///< ISO date of a single transaction; empty for a sum
  Money money;      ///< may be negative
  std::uint64_t count = 0;
  bool operator==(const Transactions&) const = default;
};

struct RelatedActivity {
  std::string type; ///< RelatedActivityType: "1" parent, "2" child, "3" sibling …
  std::string identifier;
  bool operator==(const RelatedActivity&) const = default;
};

struct Activity {
  Text identifier;    ///< the IATI identifier
  std::string status; ///< ActivityStatus: "1" pipeline … "6" suspended; may be empty
  std::string scope;  ///< ActivityScope: "1" global … "8" single location; may be empty
  std::vector<LanguageText> titles;
  std::vector<LanguageText> descriptions;
  std::vector<ActivityOrganisation> organisations;
  std::vector<CodedShare> countries; ///< ISO 3166-1 alpha-2
  std::vector<CodedShare> regions;
  std::vector<CodedShare> sectors;
  std::vector<ActivityDate> dates;
  std::vector<ActivityBudget> budgets;
  std::vector<Transactions> transactions;
  std::vector<RelatedActivity> related;
  std::vector<LanguageText> results; ///< titles of the results
  bool operator==(const Activity&) const = default;
};

} // namespace tela::records
