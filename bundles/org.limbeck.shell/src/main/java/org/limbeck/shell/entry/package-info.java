/** Composes what {@code RunControl} is asked for from what a person types. */
package org.limbeck.shell.entry;
