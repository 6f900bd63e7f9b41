package org.limbeck.exchange.discovery;

import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.Collectors;
import org.limbeck.exchange.frame.FrameTag;

/**
 * What identifies a run of devices that begin together: the SHA-256 of the experiment and of the
 * sessions of all devices. As every session is new, so is the run, and nothing that was said in
 * another one counts in it.
 */
public final class RunIdentity {
  private RunIdentity() {}

  /** Returns the identity in hexadecimal. */
  public static String of(String experiment, NavigableMap<String, PeerSession> sessions) {
    String text =
        sessions.entrySet().stream()
            .map(RunIdentity::line)
            .collect(Collectors.joining("\n", experiment + "\n", ""));
    return HexFormat.of().formatHex(FrameTag.sha256(text));
  }

  private static String line(Map.Entry<String, PeerSession> session) {
    return session.getKey() + " " + session.getValue().nonce();
  }
}
