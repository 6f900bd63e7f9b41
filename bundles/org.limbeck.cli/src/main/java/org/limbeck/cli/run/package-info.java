/**
 * {@code limbeck run}, {@code resume} and {@code report}: a run, what it shows and what it leaves.
 */
package org.limbeck.cli.run;
