package org.limbeck.experiment;

import java.util.List;

/** One of the things that a {@link Swap} changes. Immutable. */
public sealed interface SwapPart {

  /** Returns the key under which an experiment file has this. */
  String key();

  /**
   * Returns what an experiment file has under the key: Boolean, Long, Double, String or null, a
   * list or a map of those.
   */
  Object value();

  /**
   * A plug-in that all devices share is replaced, or options of it are set.
   *
   * @param kind the kind of plug-in, a shared one
   * @param plugin what is asked for
   */
  record PluginSwap(PluginKind kind, PluginRequest plugin) implements SwapPart {
    /** Refuses kinds that devices do not share. */
    public PluginSwap {
      if (!kind.isShared()) {
        throw new IllegalArgumentException("devices do not share their " + kind.key());
      }
    }

    @Override
    public String key() {
      return kind.key();
    }

    @Override
    public Object value() {
      return plugin.value();
    }
  }

  /**
   * Architectures are replaced, or options of them are set: those of the {@link SwapScope}, or
   * those of all devices.
   *
   * @param plugin what is asked for
   */
  record ArchitectureSwap(PluginRequest plugin) implements SwapPart {
    @Override
    public String key() {
      return PluginKind.ARCHITECTURE.key();
    }

    @Override
    public Object value() {
      return plugin.value();
    }
  }

  /**
   * Whose architecture is swapped.
   *
   * @param devices the devices
   */
  record SwapScope(DeviceSelection devices) implements SwapPart {
    /** The key of this part. */
    public static final String KEY = "devices";

    @Override
    public String key() {
      return KEY;
    }

    @Override
    public Object value() {
      return devices.value();
    }
  }

  /**
   * Devices join; each gets a number that no device had.
   *
   * @param architectures what each makes its model with
   * @param listed whether they are written as a list; only one need not be
   */
  record DeviceJoin(List<PluginRequest> architectures, boolean listed) implements SwapPart {
    /** The key of this part. */
    public static final String KEY = "join";

    /** Copies the list. */
    public DeviceJoin {
      architectures = List.copyOf(architectures);
      if (architectures.size() != 1 && !listed) {
        throw new IllegalArgumentException(architectures.size() + " devices are a list");
      }
    }

    @Override
    public String key() {
      return KEY;
    }

    @Override
    public Object value() {
      List<Object> values = architectures.stream().map(PluginRequest::value).toList();
      return listed ? values : values.get(0);
    }
  }

  /**
   * Devices leave.
   *
   * @param devices the devices
   */
  record DeviceLeave(DeviceSelection devices) implements SwapPart {
    /** The key of this part. */
    public static final String KEY = "leave";

    @Override
    public String key() {
      return KEY;
    }

    @Override
    public Object value() {
      return devices.value();
    }
  }

  /**
   * A number of the experiment is set.
   *
   * @param number which
   * @param to its value from now on, in the range of the number
   */
  record NumberSwap(SwappableNumber number, long to) implements SwapPart {
    /** Refuses values that are out of range. */
    public NumberSwap {
      if (to < 1 || to > number.max()) {
        throw new IllegalArgumentException(
            number.key() + " is from 1 to " + number.max() + ", not " + to);
      }
    }

    @Override
    public String key() {
      return number.key();
    }

    @Override
    public Object value() {
      return to;
    }
  }
}
