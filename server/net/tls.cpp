#include "server/net/tls.hpp"

#include <string>
#include <utility>

#include "server/net/tls_session.hpp"

namespace talentmatch {

namespace {

std::unexpected<Error> refused_file(const std::filesystem::path& file, const ErrorCondition& error) {
  return fail({.code = ErrorCode::invalid_option,
               .field = "tls",
               .value = file.string(),
               .detail = file.empty() ? "a certificate and its key" : error.message()});
}

}  // namespace

TlsContext::TlsContext(std::unique_ptr<Native> native) : native_(std::move(native)) {}
TlsContext::~TlsContext() = default;
TlsContext::TlsContext(TlsContext&&) noexcept = default;
TlsContext& TlsContext::operator=(TlsContext&&) noexcept = default;

Result<TlsContext> TlsContext::load(const TlsFiles& files) {
  auto native = std::make_unique<Native>();
  auto& context = native->context;
  SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
  SSL_CTX_set_options(context.native_handle(), SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
  ErrorCondition error;
  // Nobody is there to be asked for a passphrase.
  context.set_password_callback(
      [](std::size_t, net::ssl::context::password_purpose) { return std::string(); }, error);
  context.use_certificate_chain_file(files.certificate.string(), error);
  if (error) return refused_file(files.certificate, error);
  context.use_private_key_file(files.key.string(), net::ssl::context::pem, error);
  if (error) return refused_file(files.key, error);
  return TlsContext(std::move(native));
}

}  // namespace talentmatch
