package org.limbeck.exchange.discovery;

/**
 * An announcement with what binds it to its place and time.
 *
 * @param network the name of the network
 * @param device who says it
 * @param session the session of the device
 * @param number how many announcements the device has made in the session before
 * @param announcement what it says
 */
record SentAnnouncement(
    String network, String device, PeerSession session, long number, Announcement announcement) {

  /**
   * Returns whether another one of the same session was said later, though this one says that there
   * is no more to come.
   */
  boolean hasEndedBefore(SentAnnouncement other) {
    return session.nonce().equals(other.session.nonce())
        && other.number > number
        && announcement.state() == Announcement.State.FINISHED
        && other.announcement.state() != Announcement.State.FINISHED;
  }

  /** Returns whether another one of the same device was said later, or is the same. */
  boolean isFollowedBy(SentAnnouncement other) {
    return session.nonce().equals(other.session.nonce())
        ? other.number >= number
        : other.session.compareTo(session) > 0;
  }
}
