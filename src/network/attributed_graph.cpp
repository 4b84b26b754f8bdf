#include "network/attributed_graph.h"

#include "base/error.h"

#include <algorithm>

namespace tela::network {

namespace {

bool is_token_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '-' || c == '_' || c == ':';
}

bool is_token(std::string_view id) {
  constexpr std::size_t longest = 1000;
  return !id.empty() && id.size() <= longest &&
         std::all_of(id.begin(), id.end(), is_token_character);
}

void check_column_name(const std::string& name, const std::deque<Column>& columns,
                       std::initializer_list<std::string_view> reserved) {
  const bool taken = std::find(reserved.begin(), reserved.end(), name) != reserved.end() ||
                     std::any_of(columns.begin(), columns.end(), [&](const Column& column) {
                       return column.attribute().name == name;
                     });
  if (taken || name.empty())
    throw base::Error(base::Failure::input, "an attribute cannot be called \"" + name + "\" here",
                      "every attribute needs a name of its own: rename it");
}

class TableStream : public EdgeStream {
 public:
  explicit TableStream(const EdgeTable& table) : table_(table) {
    for (const Column& column : table.columns()) schema_.attributes.push_back(column.attribute());
    schema_.dated = table.dated();
    values_.resize(schema_.attributes.size());
  }

  [[nodiscard]] const EdgeSchema& schema() const override { return schema_; }

  [[nodiscard]] const EdgeView* next() override {
    if (at_ == table_.size()) return nullptr;
    const EdgeTable::Ends& ends = table_[at_];
    for (std::size_t c = 0; c < values_.size(); ++c) values_[c] = table_.columns()[c][at_];
    edge_ = {ends.source, ends.target, ends.weight, table_.kind(at_), ends.period, values_};
    ++at_;
    return &edge_;
  }

 private:
  const EdgeTable& table_;
  EdgeSchema schema_;
  std::vector<Value> values_;
  EdgeView edge_;
  std::size_t at_ = 0;
};

} // namespace

Node NodeTable::add(NodeName name) {
  if (!is_token(name.id))
    throw base::Error(base::Failure::input,
                      "\"" + name.id.substr(0, 100) + "\" cannot be a node id",
                      "use letters, digits and . - _ : only");
  names_.push_back(std::move(name));
  return size() - 1;
}

Column& NodeTable::add_column(Attribute attribute) {
  check_column_name(attribute.name, columns_, {"id", "label", "name", "iri", "start", "end"});
  return columns_.emplace_back(std::move(attribute));
}

bool NodeTable::dated() const noexcept {
  return std::any_of(names_.begin(), names_.end(),
                     [](const NodeName& name) { return name.period != Period{}; });
}

const Column* NodeTable::column(std::string_view name) const {
  const auto found = std::find_if(columns_.begin(), columns_.end(),
                                  [&](const Column& c) { return c.attribute().name == name; });
  return found == columns_.end() ? nullptr : &*found;
}

void EdgeTable::add(const Ends& ends, std::string_view kind) {
  const auto next = static_cast<std::uint32_t>(kinds_.size());
  auto found = kind_numbers_.find(kind);
  if (found == kind_numbers_.end()) {
    found = kind_numbers_.emplace(kind, next).first;
    kinds_.emplace_back(kind);
  }
  dated_ = dated_ || ends.period != Period{};
  ends_.push_back(ends);
  kind_of_.push_back(found->second);
}

Column& EdgeTable::add_column(Attribute attribute) {
  check_column_name(
      attribute.name, columns_,
      {"id", "source", "target", "directed", "weight", "label", "interaction", "start", "end"});
  return columns_.emplace_back(std::move(attribute));
}

std::unique_ptr<EdgeStream> EdgeTable::stream() const {
  return std::make_unique<TableStream>(*this);
}

} // namespace tela::network
