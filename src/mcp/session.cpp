#include "mcp/session.h"

#include "base/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <new>

namespace tela::mcp {

using nlohmann::json;

namespace {

// What of the standard is spoken, the newest first.
constexpr std::array<std::string_view, 3> versions{"2025-06-18", "2025-03-26", "2024-11-05"};
constexpr std::string_view instructions =
    "A knowledge graph of migration governance: projects, states, regional processes, their "
    "meetings and members. Begin with "
    "search or list_questions; say the sources that come with each answer.";

enum ErrorCode : int {
  parse_error = -32700,
  invalid_request = -32600,
  unknown_method = -32601,
  invalid_params = -32602
};

/// What is wrong with a message, in the words of JSON-RPC.
struct ProtocolError {
  ErrorCode code;
  std::string message;
};

std::string answer(const json& id, json result) {
  return json{{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}}.dump();
}

std::string answer(const json& id, const ProtocolError& error) {
  return json{
      {"jsonrpc", "2.0"}, {"id", id}, {"error", {{"code", error.code}, {"message", error.message}}}}
      .dump();
}

// The text of a parameter, "" when it is not there.
std::string text_of(const json& params, const char* name) {
  const auto found = params.find(name);
  if (found == params.end()) return {};
  if (!found->is_string()) throw ProtocolError{invalid_params, std::string(name) + " is no text"};
  return found->get<std::string>();
}

json initialize(const json& params) {
  const std::string asked = text_of(params, "protocolVersion");
  const bool known = std::ranges::find(versions, asked) != versions.end();
  return {{"protocolVersion", known ? asked : std::string(versions.front())},
          {"capabilities", {{"tools", json::object()}}},
          {"serverInfo", {{"name", "tela"}, {"version", TELA_VERSION}}},
          {"instructions", instructions}};
}

json text_result(const std::string& text, bool is_error) {
  return {{"content", json::array({{{"type", "text"}, {"text", text}}})}, {"isError", is_error}};
}

} // namespace

json Session::call(const json& params, const base::Cancellation& cancellation) const {
  const Tool* tool = find_tool(text_of(params, "name"));
  if (tool == nullptr) throw ProtocolError{invalid_params, "there is no such tool"};
  const json arguments = params.value("arguments", json::object());
  if (!arguments.is_object()) throw ProtocolError{invalid_params, "arguments is no object"};
  try {
    return text_result(tools_.run(*tool, *stores_(), arguments, cancellation), false);
  } catch (const base::Error& error) {
    return text_result(error.what() + (error.advice().empty() ? "" : "\n" + error.advice()), true);
  } catch (const std::bad_alloc&) {
    return text_result("the machine has no memory left; ask for less", true);
  }
}

json Session::dispatch(const std::string& method, const json& params,
                       const base::Cancellation& cancellation) const {
  if (method == "initialize") return initialize(params);
  if (method == "ping") return json::object();
  if (method == "tools/list") return {{"tools", describe_tools()}};
  if (method == "tools/call") return call(params, cancellation);
  throw ProtocolError{unknown_method, "there is no method " + method};
}

std::optional<std::string> Session::handle(std::string_view message,
                                           const base::Cancellation& cancellation) const {
  json id;
  try {
    if (message.size() > longest_message)
      throw ProtocolError{invalid_request, "the message is too long"};
    const json request = json::parse(message);
    if (!request.is_object() || !request.contains("method") || !request["method"].is_string())
      throw ProtocolError{invalid_request, "this is no request of JSON-RPC 2.0"};
    if (!request.contains("id")) return std::nullopt;
    id = request["id"];
    const json params = request.value("params", json::object());
    if (!params.is_object()) throw ProtocolError{invalid_params, "params is no object"};
    return answer(id, dispatch(request["method"], params, cancellation));
  } catch (const ProtocolError& error) {
    return answer(id, error);
  } catch (const json::parse_error&) {
    return answer(id, ProtocolError{parse_error, "this is not JSON"});
  } catch (const json::exception&) {
    return answer(id, ProtocolError{invalid_params, "a parameter is of another type than it must"});
  }
}

} // namespace tela::mcp
