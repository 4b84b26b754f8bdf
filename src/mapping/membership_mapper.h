#pragma once

#include "rdf/graph_writer.h"

#include <string>
#include <string_view>

namespace tela::mapping {

/// The role of one state or organisation in one process or organisation. IRIs, except `label`.
struct MembershipNode {
  std::string node;
  std::string body;
  std::string member;
  std::string_view role;  ///< a concept of tela:RoleScheme
  std::string_view basis; ///< a concept of tela:BasisScheme; may be empty
};

/// The node of a membership; the direct property between body and member is the caller's.
void map_membership(const MembershipNode& membership, rdf::GraphWriter& out);

} // namespace tela::mapping
