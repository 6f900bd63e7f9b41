/** What is done with trained devices: {@code limbeck predict}, {@code infer} and {@code export}. */
package org.limbeck.cli.predict;
