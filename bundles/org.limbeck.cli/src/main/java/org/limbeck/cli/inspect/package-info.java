/**
 * {@code limbeck plugins}, {@code validate} and {@code theory}: what can be told before anything
 * runs.
 */
package org.limbeck.cli.inspect;
