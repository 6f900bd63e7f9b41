/** A run from its first round to its last, and what happens between rounds. */
package org.limbeck.engine.run;
