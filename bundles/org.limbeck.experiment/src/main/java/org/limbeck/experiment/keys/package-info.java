/** Folders with the keys of devices. */
@Export
@Version("1.0.0")
package org.limbeck.experiment.keys;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
