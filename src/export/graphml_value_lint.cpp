#include "export/graphml_value_lint.h"

#include "base/ascii.h"

#include <charconv>
#include <cmath>

namespace tela::export_ {

namespace {

template<class Number>
bool reads_as(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size();
}

// A value on its way through the rules of its type.
class ValueLint {
 public:
  ValueLint(const GraphmlKey& key, const std::string& value, std::uint64_t line,
            LintFindings& findings)
      : key_(key), value_(value), line_(line), findings_(findings) {}

  // networkx, igraph and Java read the words in any case; Boost reads 1 and 0 alone, and throws at
  // anything else whether somebody wants the value or not. Gephi, networkx and igraph read these,
  // too; Cytoscape knows the words only, and takes whatever else for false.
  void boolean() {
    const std::string word = base::ascii_lower(value_);
    if (word == "true" || word == "false") {
      find("boost", ": Boost refuses booleans other than 1 and 0; write these for it alone");
    } else if (value_ == "1") {
      find("cytoscape", ": Cytoscape reads the boolean 1 as false; write true or false");
    } else if (value_ != "0") {
      find("all", " is no boolean: \"" + value_.substr(0, 40) + "\"");
    }
  }

  void integer() {
    std::int64_t number = 0;
    if (!reads_as(value_, number))
      return find("all", " is no integer: networkx refuses the file, Gephi and Cytoscape drop the "
                         "value");
    if (key_.type == "int" && number != static_cast<std::int32_t>(number))
      find("gephi, cytoscape, boost", " is too large for int (32 bits): declare it as long");
    constexpr std::int64_t exact = std::int64_t{1} << 53;
    if (number > exact || number < -exact)
      find("igraph", " is beyond 2^53: igraph rounds it, as it knows only doubles");
  }

  void real() {
    double number = 0;
    if (!reads_as(value_, number) || !std::isfinite(number))
      return find("gephi, cytoscape, networkx",
                  " is no finite number; Java wants Infinity, XML Schema INF");
    if (static_cast<double>(static_cast<float>(number)) == number) return;
    if (key_.type == "float")
      find("gephi, cytoscape", ": a float keeps 7 digits; declare it as double");
    else if (key_.meaning == GraphmlKey::Meaning::weight)
      find("gephi", ": Gephi reads weights as float and rounds to 7 digits");
  }

  void text() {
    if (!value_.empty() && value_.find_first_not_of(" \t\n\r") == std::string::npos)
      find("gephi", ": Gephi drops a text of spaces alone");
  }

  void looks() {
    if (key_.meaning == GraphmlKey::Meaning::looks)
      find("gephi", ": Gephi takes it for the node's looks, not for an attribute");
  }

 private:
  void find(const char* readers, const std::string& what) {
    findings_.add(line_, readers, key_.called + what);
  }

  const GraphmlKey& key_;
  const std::string& value_;
  std::uint64_t line_;
  LintFindings& findings_;
};

} // namespace

void lint_value(const GraphmlKey& key, const std::string& value, std::uint64_t line,
                LintFindings& findings) {
  ValueLint lint(key, value, line, findings);
  if (key.type == "boolean") {
    lint.boolean();
  } else if (key.type == "int" || key.type == "long") {
    lint.integer();
  } else if (key.type == "float" || key.type == "double") {
    lint.real();
  } else {
    lint.text();
  }
  lint.looks();
}

} // namespace tela::export_
