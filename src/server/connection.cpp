#include "server/connection.h"

#include "base/ascii.h"
#include "server/answer.h"
#include "server/url.h"

#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <poll.h>

#include <algorithm>
#include <array>

namespace tela::server {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;

namespace {

Method method_of(http::verb verb, std::string_view text) {
  switch (verb) {
  case http::verb::get:
    return Method::get;
  case http::verb::head:
    return Method::head;
  case http::verb::post:
    return Method::post;
  case http::verb::delete_:
    return Method::remove;
  case http::verb::options:
    return Method::options;
  default:
    return text == "QUERY" ? Method::query : Method::other;
  }
}

std::string_view view(boost::beast::string_view text) {
  return {text.data(), text.size()};
}

template<class Message>
Parameters fields_of(const Message& message) {
  Parameters fields;
  for (const auto& field : message)
    fields.emplace_back(base::ascii_lower(view(field.name_string())), view(field.value()));
  return fields;
}

struct Target {
  std::optional<std::string> host; ///< of a target in absolute form
  std::string_view path, query;
};

/// A target in origin form, or in absolute form as proxies send it.
Target split_target(std::string_view target) {
  Target parts;
  for (const std::string_view scheme : {"http://", "https://"})
    if (base::ascii_lower(target.substr(0, scheme.size())) == scheme) {
      target.remove_prefix(scheme.size());
      parts.host = target.substr(0, target.find_first_of("/?"));
      target.remove_prefix(parts.host->size());
      break;
    }
  const auto question = std::min(target.find('?'), target.size());
  parts.path = target.substr(0, question);
  if (parts.host && parts.path.empty()) parts.path = "/";
  parts.query = target.substr(std::min(target.size(), question + 1));
  return parts;
}

/// What the target says of the host holds, whatever the field says (RFC 9112, section 3.2.2).
void replace_host(Parameters& fields, std::string host) {
  std::erase_if(fields, [](const auto& field) { return field.first == "host"; });
  fields.emplace_back("host", std::move(host));
}

} // namespace

Connection::Connection(Socket socket, std::string peer, const ConnectionLimits& limits,
                       Dispatcher& dispatcher, std::function<void(const Connection&)> on_end)
    : socket_(std::move(socket)), peer_name_(std::move(peer)), limits_(limits),
      dispatcher_(dispatcher), on_end_(std::move(on_end)) {}

void Connection::look(std::chrono::steady_clock::time_point now) {
  if (now >= deadline_ || (exchange_ && client_has_left())) close();
}

void Connection::stop_when_idle() {
  stopping_ = true;
  if (!exchange_) close();
}

void Connection::stop() {
  close();
}

void Connection::read_head(std::chrono::seconds time) {
  parser_.emplace();
  parser_->header_limit(limits_.head_bytes);
  parser_->body_limit(limits_.body_bytes);
  expire_after(time);
  http::async_read_header(
      socket_, buffer_, *parser_,
      [self = shared_from_this()](error_code error, std::size_t) { self->on_head(error); });
}

void Connection::on_head(error_code error) {
  if (error) return refuse_unread(error);
  if (!socket_.is_open()) return; // closed while this waited for its turn
  const auto& head = parser_->get();
  peer_ = {head.version() == 10, head.method() == http::verb::head, parser_->keep_alive(),
           base::ascii_lower(view(head[http::field::te])).find("trailers") != std::string::npos};
  if (head.target().size() > limits_.uri_bytes)
    return refuse(414, "the address is longer than " + std::to_string(limits_.uri_bytes) + " bytes",
                  "send the query in the body of a POST");
  if (head.version() != 10 && head.version() != 11)
    return refuse(400, "only HTTP/1.0 and HTTP/1.1 are spoken here");
  if (head.count(http::field::content_length) + head.count(http::field::transfer_encoding) > 1)
    return refuse(400, "the length of the body is said more than once");
  // Of a coding that is not known here nobody can say where the body ends and the next request
  // begins.
  if (head.count(http::field::transfer_encoding) == 1 &&
      base::ascii_lower(view(head[http::field::transfer_encoding])) != "chunked")
    return refuse(400, "bodies come whole or chunked, in no other transfer coding");
  if (head.count(http::field::content_encoding) > 0)
    return refuse(415, "bodies are taken as they are, not packed");
  if (head.count(http::field::host) > 1) return refuse(400, "the host is named more than once");
  if (head.version() == 11 && head.count(http::field::host) == 0)
    return refuse(400, "the request names no host", "send the field Host");
  if (base::ascii_lower(view(head[http::field::expect])) != "100-continue") return read_body();
  expire_after(limits_.body_time);
  static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
  asio::async_write(socket_, asio::buffer(go_on),
                    [self = shared_from_this()](error_code failed, std::size_t) {
                      failed ? self->close() : self->read_body();
                    });
}

void Connection::read_body() {
  expire_after(limits_.body_time);
  http::async_read(socket_, buffer_, *parser_,
                   [self = shared_from_this()](error_code error, std::size_t) {
                     error ? self->refuse_unread(error) : self->on_request();
                   });
}

void Connection::on_request() {
  if (!socket_.is_open()) return;
  auto message = parser_->release();
  Request request;
  request.method = method_of(message.method(), view(message.method_string()));
  Target target = split_target(view(message.target()));
  if (target.host && (target.host->empty() || target.host->find('@') != std::string::npos))
    return refuse(400, "the address names no host", "write http://HOST/PATH, or the path alone");
  auto decoded = decode_path(target.path);
  auto parameters = parse_parameters(target.query);
  if (!decoded || !parameters)
    return refuse(400, "the address is not well-formed", "percent-encode it as UTF-8");
  request.path = std::move(*decoded);
  request.parameters = std::move(*parameters);
  request.fields = fields_of(message);
  if (target.host) replace_host(request.fields, std::move(*target.host));
  request.body = std::move(message.body());
  request.peer = peer_name_;
  begin_exchange(std::move(request));
  dispatcher_.dispatch(exchange_);
}

void Connection::refuse_unread(error_code error) {
  if (error == http::error::end_of_stream || error == asio::error::operation_aborted)
    return close();
  if (error == http::error::header_limit)
    return refuse(431, "the head of the request is longer than " +
                           std::to_string(limits_.head_bytes) + " bytes");
  if (error == http::error::body_limit)
    return refuse(413, "the body of the request is longer than " +
                           std::to_string(limits_.body_bytes) + " bytes");
  if (error.category() == make_error_code(http::error::bad_method).category() &&
      error != http::error::partial_message)
    return refuse(400, "this is not HTTP/1.1: " + error.message());
  close();
}

void Connection::refuse(unsigned status, std::string title, std::string advice) {
  peer_.keeps_alive = false;
  begin_exchange(Request{});
  Answer(*exchange_).fail({status, std::move(title), std::move(advice), {}, {}});
}

void Connection::begin_exchange(Request request) {
  deadline_ = never;
  exchange_ = std::make_shared<Exchange>(std::move(request));
  exchange_->channel.on_piece([weak = weak_from_this(), executor = socket_.get_executor()] {
    asio::post(executor, [weak] {
      if (const auto self = weak.lock()) self->pump();
    });
  });
}

void Connection::pump() {
  if (writing_ || !exchange_) return;
  if (auto piece = exchange_->channel.take()) send(std::move(*piece));
}

void Connection::send(Piece piece) {
  writing_ = true;
  sending_ = std::move(piece);
  before_.clear();
  if (sending_.head) {
    if (stopping_) peer_.keeps_alive = false;
    framing_ = framing_of(sending_, peer_);
    before_ = head_text(sending_, framing_, peer_);
    if (framing_ == Framing::close) peer_.keeps_alive = false;
  }
  if (framing_ == Framing::none) sending_.bytes.clear();
  before_ += before_bytes(sending_, framing_);
  after_ = after_bytes(sending_, framing_, peer_);
  expire_after(limits_.block_time);
  const std::array<asio::const_buffer, 3> parts{asio::buffer(before_), asio::buffer(sending_.bytes),
                                                asio::buffer(after_)};
  asio::async_write(socket_, parts,
                    [self = shared_from_this(), end = sending_.end](error_code error, std::size_t) {
                      error ? self->close() : self->on_sent(end);
                    });
}

void Connection::on_sent(BodyEnd end) {
  writing_ = false;
  deadline_ = never;
  if (end == BodyEnd::open) return pump();
  const bool goes_on = end == BodyEnd::whole && peer_.keeps_alive && !stopping_;
  if (end == BodyEnd::broken && framing_ == Framing::close) {
    error_code ignored; // an orderly end would make the body look whole
    socket_.set_option(asio::socket_base::linger(true, 0), ignored);
  }
  exchange_.reset();
  if (goes_on) return read_head(limits_.idle_time);
  end == BodyEnd::whole ? drain() : close();
}

// A close while bytes of the client lie unread would reset the connection, and might take the
// response with it: what the client still sends is read and forgotten, for a second.
void Connection::drain() {
  error_code ignored;
  socket_.shutdown(asio::socket_base::shutdown_send, ignored);
  expire_after(std::chrono::seconds(1));
  discard();
}

void Connection::discard() {
  constexpr std::size_t at_once = 16U << 10U;
  buffer_.clear();
  socket_.async_read_some(buffer_.prepare(at_once),
                          [self = shared_from_this()](error_code error, std::size_t) {
                            error ? self->close() : self->discard();
                          });
}

bool Connection::client_has_left() {
  pollfd watched{socket_.native_handle(), POLLRDHUP, 0};
  return ::poll(&watched, 1, 0) > 0 && (watched.revents & (POLLRDHUP | POLLHUP | POLLERR)) != 0;
}

void Connection::expire_after(std::chrono::seconds time) {
  deadline_ = std::chrono::steady_clock::now() + time;
}

void Connection::close() {
  if (exchange_) std::exchange(exchange_, nullptr)->abandon();
  deadline_ = never;
  error_code ignored;
  socket_.shutdown(asio::socket_base::shutdown_both, ignored);
  socket_.close(ignored);
  if (on_end_) std::exchange(on_end_, nullptr)(*this);
}

} // namespace tela::server
