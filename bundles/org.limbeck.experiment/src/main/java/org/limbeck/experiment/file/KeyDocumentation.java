package org.limbeck.experiment.file;

/**
 * What the documentation says of a key, in Markdown.
 *
 * @param form what a value looks like
 * @param meaning what the key means, on one line
 * @param ifAbsent what holds where the key is absent
 */
record KeyDocumentation(String form, String meaning, String ifAbsent) {}
