/**
 * Experiment files: the keys that they may have, reading, checking and writing them, variants and
 * sweeps, and the swaps that they schedule; and the files of devices on their own.
 */
@Export
@Version("1.0.0")
package org.limbeck.experiment.file;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
