package org.limbeck.architecture;

import java.util.Set;

/** What breaks a rule for now, by simple names. Nothing is added here, and all of it is to go. */
final class TemporaryExceptions {
  /** Packages whose {@code package-info} is still to come. */
  static final Set<String> PACKAGES_WITHOUT_SENTENCE =
      Set.of(
          "org.limbeck.aggregation",
          "org.limbeck.algorithms",
          "org.limbeck.architectures.classic",
          "org.limbeck.architectures.dl4j",
          "org.limbeck.architectures.vector",
          "org.limbeck.attacks",
          "org.limbeck.codecs",
          "org.limbeck.datasets.cifar",
          "org.limbeck.datasets.csv",
          "org.limbeck.datasets.digits",
          "org.limbeck.datasets.idx",
          "org.limbeck.datasets.images",
          "org.limbeck.datasets.rows",
          "org.limbeck.datasets.synthetic",
          "org.limbeck.dl4j",
          "org.limbeck.partitions",
          "org.limbeck.topologies",
          "org.limbeck.transport.mqtt");

  /** Simple names that several types still have. */
  static final Set<String> SHARED_NAMES =
      Set.of(
          "Announcements",
          "Change",
          "Cnn",
          "Consensus",
          "Convolution",
          "DeviceList",
          "Figures",
          "Glorot",
          "Inbox",
          "Json",
          "Mlp",
          "Network",
          "NetworkModel",
          "Numbers",
          "PluginsCommand",
          "Progress",
          "Reason",
          "ResumeCommand",
          "RowCodec",
          "Rows",
          "RunFolder",
          "Scratch",
          "Softmax",
          "TextTable");

  /** Files that are still longer than a class may be. */
  static final Set<String> LONG_CLASSES =
      Set.of(
          "AsyncChannel",
          "AsyncEdge",
          "DeviceExchange",
          "DeviceFactory",
          "DeviceRuntime",
          "Frame",
          "LockStepChannel");

  /** Methods that are still longer than a method may be. */
  static final Set<String> LONG_METHODS = Set.of("ExperimentReader.read");

  private TemporaryExceptions() {}
}
