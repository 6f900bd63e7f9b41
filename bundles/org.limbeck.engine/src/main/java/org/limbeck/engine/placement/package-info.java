/**
 * Where the devices of a run live: all in this process, some of them here, or one on its own; and
 * what follows from that for their endpoints, secrets, checkpoints and data.
 */
package org.limbeck.engine.placement;
