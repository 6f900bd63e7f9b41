/** Checkpoints of a run: what they hold, and how they are written and read. */
package org.limbeck.engine.checkpoint;
