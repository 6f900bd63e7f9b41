/**
 * Whom the devices of this process exchange with: as a graph says, as one says that is drawn anew
 * every round, as graphs say that follow each other, or as they discover.
 */
package org.limbeck.engine.neighbours;
