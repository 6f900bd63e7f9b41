/** Writes what a run is doing for people to read. */
package org.limbeck.shell.text;
