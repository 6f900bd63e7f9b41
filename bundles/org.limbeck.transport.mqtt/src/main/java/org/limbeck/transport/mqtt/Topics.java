package org.limbeck.transport.mqtt;

import java.util.Optional;

/** The names of a network's topics. */
final class Topics {
  static final String ALL = "all";
  static final String TO = "to";
  static final String STATUS = "status";
  static final String ALIVE = "alive";

  /** Stands for every device, or every process. */
  static final String ANY = "+";

  private final String prefix;

  Topics(String network) {
    prefix = "limbeck/" + network + "/";
  }

  /** What a device sends to all that follow it. */
  String all(String sender) {
    return prefix + sender + "/" + ALL;
  }

  /** What a device sends to one other. */
  String to(String sender, String receiver) {
    return prefix + sender + "/" + TO + "/" + receiver;
  }

  /** What anyone sends to a device. */
  String toDevice(String receiver) {
    return to(ANY, receiver);
  }

  /** What a device announces; retained. */
  String status(String device) {
    return prefix + device + "/" + STATUS;
  }

  /** That a process is there; retained, and cleared by its last will. */
  String alive(String process) {
    return prefix + process + "/" + ALIVE;
  }

  /** Takes a topic's name apart; empty if it is none of this network's. */
  Optional<Parts> parse(String topic) {
    if (!topic.startsWith(prefix)) {
      return Optional.empty();
    }
    String[] levels = topic.substring(prefix.length()).split("/", -1);
    return switch (levels.length) {
      case 2 -> Optional.of(new Parts(levels[0], levels[1], ""));
      case 3 -> Optional.of(new Parts(levels[0], levels[1], levels[2]));
      default -> Optional.empty();
    };
  }

  /**
   * The levels of a topic below the network.
   *
   * @param sender a device, or a process
   * @param kind all, to, status or alive
   * @param receiver a device where the kind is to; otherwise empty
   */
  record Parts(String sender, String kind, String receiver) {}
}
