package org.limbeck.architectures.external.check;

/**
 * What came of one check of a program.
 *
 * @param property what was checked, in words
 * @param kept whether the program keeps it
 * @param seen what was seen
 */
public record CheckedProperty(String property, boolean kept, String seen) {}
