package org.limbeck.engine.binding;

import org.limbeck.api.transport.Transport;
import org.limbeck.experiment.PluginChoice;

/**
 * Whether frames may leave this machine as they are.
 *
 * @param mayLeave whether they are signed, or it was said that they need not be
 */
public record SigningPolicy(boolean mayLeave) {

  /**
   * Checks that frames may go where a transport carries them.
   *
   * @throws org.limbeck.experiment.InvalidInputException if they may not
   */
  void require(PluginChoice choice, Transport transport) {
    if (!mayLeave && !transport.isLocal()) {
      throw PluginErrors.about(
          choice,
          "frames leave this machine, where strangers can write some as well: name a folder of"
              + " keys with --keys DIR, or keys: DIR in a device's file; or say that frames are not"
              + " signed with --keys none, or keys: none");
    }
  }
}
