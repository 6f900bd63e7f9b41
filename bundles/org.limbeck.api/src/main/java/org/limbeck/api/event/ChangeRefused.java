package org.limbeck.api.event;

/**
 * A change that nobody waits for was refused, such as a jar or a configuration file that cannot be
 * used: the run goes on as before.
 *
 * @param round the number of rounds completed
 * @param by where the change came from, such as {@code plugins/torus.jar}
 * @param reason why, and what would help
 */
public record ChangeRefused(long round, String by, String reason) implements RunEvent {}
