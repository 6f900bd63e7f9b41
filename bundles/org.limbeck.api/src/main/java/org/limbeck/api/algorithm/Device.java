package org.limbeck.api.algorithm;

import java.util.random.RandomGenerator;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.osgi.annotation.versioning.ProviderType;

/** A device as its algorithm sees it. Used by one thread at a time. */
@ProviderType
public interface Device {

  /** Returns the id, unique in the network. */
  String id();

  /** Returns the model that this device trains. */
  Model model();

  /** Returns the number of classes K. */
  int classes();

  /** Returns the private rows, numbered from 0. */
  LabelledRows data();

  /** Returns the reference rows, the same on all devices. */
  ReferenceDataset reference();

  /**
   * Returns the estimate of the mean soft decisions, with a row for every reference row, and one
   * more where it {@linkplain Estimate#tellsProfile tells a profile}.
   */
  Estimate estimate();

  /** Returns how much the device trains in a round. */
  Training training();

  /**
   * Opens a channel to the neighbours for soft decisions or estimates of them: values beyond ±64
   * that come from another process are refused. All devices open the same channels in the same
   * order, while they join.
   *
   * @param rows the number of rows that the channel speaks of, at least 1
   * @param width values per row, at least 1
   * @param selection the rows that a frame of a round speaks of
   * @throws IllegalStateException if the device has joined already
   */
  default Channel open(int rows, int width, RowSelection selection) {
    return open(rows, width, selection, Coding.DIFFERENCES);
  }

  /**
   * Opens a channel to the neighbours, as {@link #open(int, int, RowSelection)} does, for any
   * finite values.
   *
   * @param coding what its frames encode, where the topology and the codec leave the choice: those
   *     to neighbours that change from round to round encode values
   */
  Channel open(int rows, int width, RowSelection selection, Coding coding);

  /**
   * Opens a channel to a server that all devices share, for algorithms that have one to compare
   * with. All devices open the same channels in the same order, while they join.
   *
   * @param rows the number of rows that the channel speaks of, at least 1
   * @param width values per row, at least 1
   * @param selection the rows that a frame of a round speaks of
   * @param weight how much the values of this device count in the mean, above 0
   * @throws IllegalStateException if the device has joined already
   * @throws IllegalArgumentException if devices cannot have a server on this transport
   */
  ServerChannel openServer(int rows, int width, RowSelection selection, double weight);

  /**
   * Returns a random stream of this device's own. It depends on the seed of the experiment, the
   * purpose, the device and the round, and on nothing else.
   */
  RandomGenerator stream(String purpose, long round);

  /** Returns a random stream that is the same on all devices. */
  RandomGenerator sharedStream(String purpose, long round);

  /**
   * Returns buffers for the present call of {@link Participant#begin} or {@link
   * Participant#finish}. What they hold is lost when it returns; at its start it is anything.
   */
  <T> T scratch(Scratch<T> kind);
}
