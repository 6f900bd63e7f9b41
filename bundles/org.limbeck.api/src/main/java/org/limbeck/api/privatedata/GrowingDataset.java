package org.limbeck.api.privatedata;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Labelled rows whose source may change while a device learns from them: files come into a folder,
 * or rows into a file. The dataset stays as it was read. A device on its own asks now and then what
 * the source is like, and goes on with a dataset that is made anew, between two rounds, when that
 * has changed and changes no more.
 */
@ConsumerType
public interface GrowingDataset extends PrivateDataset {

  /** Returns what the source was like when these rows were read. */
  String version();

  /**
   * Returns what the source is like now: the same as {@link #version()} unless other rows might be
   * read. Does not read them, and never fails, as the source may be half written or gone.
   */
  String latestVersion();
}
