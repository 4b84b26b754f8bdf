#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tela::parquet {

/// Writes structures in Thrift's compact protocol, in which Parquet keeps what describes a file
/// (https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md). The numbers
/// of fields ascend within a structure. Appends to a string; the caller balances begin and end.
class CompactWriter {
 public:
  explicit CompactWriter(std::string& out) : out_(out) {}

  void field(int number, bool value);
  void field(int number, std::int32_t value);
  void field(int number, std::int64_t value);
  void field(int number, std::string_view bytes);
  /// A structure as a field; its own fields follow.
  void begin_struct(int number);
  void end_struct();
  /// A list as a field; `size` elements follow.
  void begin_structs(int number, std::size_t size);
  void begin_integers(int number, std::size_t size);
  void begin_texts(int number, std::size_t size);
  /// Elements of a list; a structure as an element ends with end_struct().
  void element(std::int32_t value);
  void element(std::string_view bytes);
  void begin_element();

 private:
  enum Type : std::uint8_t {
    true_ = 1, // a field's truth stands in its type
    false_ = 2,
    i32 = 5,
    i64 = 6,
    binary = 8,
    list = 9,
    structure = 12,
  };
  void head(int number, Type type);
  void list_head(int number, Type element, std::size_t size);
  void varint(std::uint64_t value);
  void zigzag(std::int64_t value);

  std::string& out_;
  std::vector<int> last_{0}; // the number of the last field, of each open structure
};

} // namespace tela::parquet
