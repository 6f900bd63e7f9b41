/** Experiments written for data that people have: {@code limbeck new}. */
package org.limbeck.cli.draft;
