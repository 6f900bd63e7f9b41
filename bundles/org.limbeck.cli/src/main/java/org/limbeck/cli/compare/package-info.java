/** {@code limbeck compare}: cells, each an experiment with one seed, run and shown side by side. */
package org.limbeck.cli.compare;
