/** Folders with the keys of devices, and whether others than the owner can touch such files. */
@Export
@Version("1.0.0")
package org.limbeck.experiment.keys;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
