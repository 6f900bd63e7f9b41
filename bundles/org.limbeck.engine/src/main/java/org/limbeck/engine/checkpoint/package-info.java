/** Checkpoints of a run: what they hold, how they are written, and how devices are made of one. */
package org.limbeck.engine.checkpoint;
