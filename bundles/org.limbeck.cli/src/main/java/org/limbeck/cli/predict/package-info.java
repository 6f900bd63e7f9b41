/** {@code limbeck predict} and {@code infer}: what trained devices make of new samples. */
package org.limbeck.cli.predict;
