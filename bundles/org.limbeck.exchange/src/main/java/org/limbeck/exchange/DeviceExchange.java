package org.limbeck.exchange;

import java.time.Duration;
import java.util.List;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.Coding;
import org.limbeck.api.algorithm.RowSelection;
import org.limbeck.api.algorithm.ServerChannel;
import org.limbeck.exchange.channel.ExchangeChannel;
import org.limbeck.exchange.channel.ValueRange;
import org.limbeck.exchange.neighbours.Neighbour;

/**
 * The channels of a device, and how it waits for what they bring. Channels are opened until the
 * device joins its neighbours. Used by one thread at a time.
 */
public interface DeviceExchange {

  /**
   * Opens a channel to the neighbours.
   *
   * @param rows the number of rows
   * @param width values per row
   * @param selection the rows of a round
   * @param coding what its frames encode, as far as there is a choice
   * @param range the values that may arrive from other processes
   * @throws IllegalStateException if the device has joined
   */
  Channel open(int rows, int width, RowSelection selection, Coding coding, ValueRange range);

  /**
   * Opens a channel to the server.
   *
   * @param weight how much the device counts in the mean
   * @throws IllegalStateException if the device has joined
   * @throws IllegalArgumentException if there is no server, or it cannot serve
   */
  ServerChannel openServer(int rows, int width, RowSelection selection, double weight);

  /** Ends the time of opening channels, and leads to these neighbours. */
  void join(List<Neighbour> neighbours);

  /** Leads to these neighbours from now on, where they change from round to round. */
  void meet(List<Neighbour> neighbours);

  /** Returns whether the device has nothing to do in a round until something arrives. */
  boolean mustWait();

  /**
   * Waits for what arrives: in lock-step for all frames of a round, else for anything.
   *
   * @param pauseEnd until when a device pauses that can finish its round without news, as {@link
   *     System#nanoTime} has it
   * @param timeout for how long it waits for others that send nothing
   * @param whileWaiting is run several times a second in lock-step, so that others of the process
   *     can answer
   * @throws InterruptedException if the round cannot be finished for that
   */
  void await(long round, long pauseEnd, Duration timeout, Runnable whileWaiting)
      throws InterruptedException;

  /** Answers what others ask for, while the device has nothing to wait for itself. */
  default void answer() {}

  /**
   * Takes in what has arrived for a round.
   *
   * @throws IllegalStateException if a frame arrived that is not what a neighbour should have sent
   */
  void receive(long round);

  /** Returns all channels in the order in which they were opened. */
  List<ExchangeChannel> channels();

  /** Returns a number that depends on which rows the channels select in a good many rounds. */
  long selectionsTag();
}
