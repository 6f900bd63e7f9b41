package org.limbeck.cli.compare;

/**
 * A run of a comparison that could not be carried through.
 *
 * @param cell the run
 * @param cause why
 */
record CellFailure(Cell cell, Exception cause) {}
