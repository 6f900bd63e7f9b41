package org.limbeck.webconsole;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a request comes from the console's own pages. A browser that is logged in sends
 * the password with any request, also with one that a page of another origin makes: a form that
 * installs a jar, or a page whose name resolves to this machine. What browsers say of a request's
 * origin cannot be set by a page (Fetch Standard, forbidden request headers).
 *
 * @param uploads whether files may be uploaded at all
 */
record RequestCheck(boolean uploads) {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  /**
   * Returns why a request is refused, or nothing if it is not.
   *
   * @param method its method
   * @param host its header {@code Host}, or null
   * @param origin its header {@code Origin}, or null
   * @param site its header {@code Sec-Fetch-Site}, or null
   * @param contentType its content type, or null
   */
  Optional<String> refusal(
      String method, String host, String origin, String site, String contentType) {
    if (!LOOPBACK.contains(host == null ? "" : host.replaceFirst(":\\d+$", ""))) {
      return Optional.of("the console answers to 127.0.0.1 and localhost only");
    }
    if (READING.contains(method)) {
      return Optional.empty();
    }
    if (origin == null) {
      return Optional.of("a request that changes something must have the header Origin");
    }
    if (!host.equals(authority(origin)) || (site != null && !OWN_SITES.contains(site))) {
      return Optional.of("a page of another origin may change nothing here");
    }
    if (!uploads && contentType != null && contentType.startsWith("multipart/")) {
      return Optional.of(
          "uploads are off; start with --web-console=uploads, or copy the jar into plugins/");
    }
    return Optional.empty();
  }

  private static String authority(String origin) {
    try {
      return URI.create(origin).getAuthority();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
