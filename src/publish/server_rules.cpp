#include "publish/server_rules.h"

#include "publish/page_frame.h"

namespace tela::publish {

std::string apache_rules() {
  return R"rules(# Rules for Apache 2.4 (modules rewrite, headers, mime, deflate). Static files; no program runs.
Options -Indexes -MultiViews
DirectoryIndex index.html
AddDefaultCharset utf-8

<IfModule mod_mime.c>
AddType text/turtle .ttl
AddType application/n-quads .nq
AddType application/trig .trig
AddType application/rdf+xml .rdf
AddType application/ld+json .jsonld
AddType application/xml .graphml .gexf
AddType application/gzip .gz
AddType application/zstd .zst
# .well-known/void
<Files "void">
ForceType text/turtle
</Files>
</IfModule>

<IfModule mod_headers.c>
Header always set Content-Security-Policy ")rules" +
         std::string(content_security_policy) +
         R"rules("
Header always set X-Content-Type-Options "nosniff"
Header always set Referrer-Policy "no-referrer"
Header set Vary "Accept"
# Data may be read by anybody's page.
<FilesMatch "\.(ttl|nq|trig|rdf|jsonld|json|graphml|gexf)$">
Header set Access-Control-Allow-Origin "*"
</FilesMatch>
</IfModule>

<IfModule mod_deflate.c>
AddOutputFilterByType DEFLATE text/html text/css text/javascript text/turtle application/json
</IfModule>

<IfModule mod_rewrite.c>
RewriteEngine On
# A thing is not its page: 303 to the Turtle for who asks for RDF rather than for a page, else to
# the page, in which the same stands as JSON-LD.
RewriteCond %{HTTP_ACCEPT} "^\s*(?:text/turtle|application/(?:rdf\+xml|n-triples|trig|n-quads))" [NC,OR]
RewriteCond %{HTTP_ACCEPT} "^(?!.*text/html).*(?:text/turtle|application/(?:rdf\+xml|n-triples|trig|n-quads))" [NC]
RewriteCond %{REQUEST_FILENAME}.ttl -f
RewriteRule ^ %{REQUEST_URI}.ttl [R=303,L]
RewriteCond %{REQUEST_FILENAME}.html -f
RewriteRule ^ %{REQUEST_URI}.html [R=303,L]
</IfModule>
)rules";
}

std::string nginx_rules(const std::string& base_path) {
  return R"rules(# Rules for nginx. In the http block:
#
#   map $http_accept $tela_form {
#     default html;
#     "~*^\s*(text/turtle|application/(rdf\+xml|n-triples|trig|n-quads))" ttl;
#     "~*^(?!.*text/html).*(text/turtle|application/(rdf\+xml|n-triples|trig|n-quads))" ttl;
#   }
#   types {
#           text/turtle ttl; application/n-quads nq; application/trig trig;
#           application/rdf+xml rdf; application/ld+json jsonld; application/xml graphml gexf; }
#
# In the server block, with root at the folder that holds this release at )rules" +
         base_path + R"rules( :
#
#   include …/server.nginx.conf;

location )rules" +
         base_path +
         R"rules( {
  index index.html;
  charset utf-8;
  add_header Content-Security-Policy ")rules" +
         std::string(content_security_policy) + R"rules(" always;
  add_header X-Content-Type-Options "nosniff" always;
  add_header Referrer-Policy "no-referrer" always;
  add_header Access-Control-Allow-Origin "*";
  add_header Vary "Accept";
  try_files $uri $uri/index.html @tela_thing;
}

location = )rules" +
         base_path +
         R"rules(.well-known/void {
  default_type text/turtle;
}

# A thing is not its page: 303 to the Turtle for who asks for RDF rather than for a page, else to
# the page, in which the same stands as JSON-LD.
location @tela_thing {
  add_header Vary "Accept";
  if (-f $request_filename.$tela_form) { return 303 $uri.$tela_form; }
  return 404;
}
)rules";
}

std::string path_on_server(const std::string& iri) {
  const auto authority = iri.find("//");
  const auto path =
      authority == std::string::npos ? std::string::npos : iri.find('/', authority + 2);
  return path == std::string::npos ? "/" : iri.substr(path);
}

} // namespace tela::publish
