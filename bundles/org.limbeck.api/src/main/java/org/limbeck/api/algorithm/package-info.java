/** Plug-ins that say what a device does in a round. */
@Export
@Version("1.4.0")
package org.limbeck.api.algorithm;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
