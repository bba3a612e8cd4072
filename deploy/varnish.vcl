# Varnish before a newsroom with PAGE_CACHE_PURGE=http://this-varnish:6081/ (docs/CACHE.md). It needs the xkey of
# varnish-modules. Varnish speaks no TLS: what speaks it stands before it and sets X-Forwarded-Proto itself.
#
# To be made your own: the web server's host and port, the probe's Host (one of ALLOWED_HOSTS, else Varnish takes the
# newsroom for dead), and who may purge.

vcl 4.1;

import std;
import xkey;

backend newsroom {
    .host = "127.0.0.1";
    .port = "8000";
    .connect_timeout = 5s;
    # Shorter than the wait for the second purge (pagecache/purging.py), which takes what was on its way at the first.
    .first_byte_timeout = 15s;
    .between_bytes_timeout = 10s;
    # A newsroom without its database has pages still, and words for the desk: it is dead when it says nothing at all.
    .probe = {
        .request = "GET /healthz/live HTTP/1.1" "Host: localhost" "Connection: close";
        .interval = 5s;
        .timeout = 4s;
        .window = 4;
        .threshold = 2;
        .initial = 2;
    }
}

acl may_purge {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.method == "PURGE") {
        # Varnish adds who asks to this header: with more than one name in it somebody came through another proxy.
        if (client.ip !~ may_purge || req.http.X-Forwarded-For ~ ",") {
            return (synth(405));
        }
        # What is purged is gone, and not kept for a grace.
        set req.http.X-Gone = xkey.purge(req.http.Surrogate-Key);
        return (synth(200, "Gone: " + req.http.X-Gone));
    }
    if (req.restarts == 0) {
        unset req.http.X-Again;
    }
    # Nobody tells the newsroom from outside what only it says itself.
    unset req.http.Surrogate-Capability;
    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    if (req.url ~ "^/(admin|preview|my|submit|search|healthz)" || req.http.Authorization) {
        return (pass);
    }
    # Who is signed in, is told something or fills in a form gets a page of his own. Other cookies count visits.
    if (req.http.Cookie ~ "(sessionid|messages|csrftoken)=") {
        return (pass);
    }
    unset req.http.Cookie;
    # What others hang on to our addresses to count by changes no page.
    if (req.url ~ "[?&]utm_") {
        set req.url = regsuball(req.url, "([?&])utm_[a-z]+=[^&]*", "\1");
        set req.url = regsuball(req.url, "&&+", "&");
        set req.url = regsub(req.url, "[?]&", "?");
        set req.url = regsub(req.url, "[?&]+$", "");
    }
    # While the newsroom answers, nothing is served beyond its time; unless all it has to say is that it failed (below).
    if (req.http.X-Again) {
        set req.grace = 1w; # longer than any page says
    } else if (std.healthy(req.backend_hint)) {
        set req.grace = 0s;
    }
    return (hash);
}

sub vcl_hash {
    hash_data(req.http.X-Forwarded-Proto);
}

# Where a page has passed its time Varnish asks by its ETag whether it still stands: then there is one to fall back on. It
# goes as soon as any answer is taken in its place, so none is: the reader's request begins again (vcl_synth), and finds it.
sub fall_back {
    if (bereq.http.If-None-Match && !bereq.uncacheable && !bereq.http.X-Again) {
        return (abandon);
    }
}

sub vcl_backend_response {
    set beresp.grace = 0s;
    if (beresp.status >= 500) {
        if (bereq.is_bgfetch) {
            return (abandon);
        }
        call fall_back;
        set beresp.uncacheable = true;
        set beresp.ttl = 0s;
        return (deliver);
    }
    if (beresp.http.Surrogate-Control ~ "max-age=[0-9]+") {
        set beresp.ttl = std.duration(regsub(beresp.http.Surrogate-Control, "^.*max-age=([0-9]+).*$", "\1s"), 0s);
        # How long a page may be served while the newsroom does not answer: only one that no clock changes says so.
        if (beresp.http.Surrogate-Control ~ "stale-if-error=[0-9]+") {
            set beresp.grace = std.duration(regsub(beresp.http.Surrogate-Control, "^.*stale-if-error=([0-9]+).*$", "\1s"), 0s);
        }
        set beresp.http.xkey = beresp.http.Surrogate-Key;
        if (beresp.ttl > 0s && !beresp.http.Set-Cookie) {
            return (deliver);
        }
    }
    # Pictures are looked at by the newsroom each time: embargo and expiry hold at once. Static files last.
    if (bereq.url !~ "^/static/") {
        set beresp.uncacheable = true;
        set beresp.ttl = 120s;
        return (deliver);
    }
}

sub vcl_backend_error {
    call fall_back;
    set beresp.http.Cache-Control = "no-store";
}

sub vcl_synth {
    if (resp.status == 503 && req.restarts == 0 && (req.method == "GET" || req.method == "HEAD")) {
        set req.http.X-Again = "1";
        return (restart);
    }
}

sub vcl_deliver {
    unset resp.http.Surrogate-Key;
    unset resp.http.Surrogate-Control;
    unset resp.http.xkey;
    unset resp.http.X-Varnish;
    unset resp.http.Via;
}
