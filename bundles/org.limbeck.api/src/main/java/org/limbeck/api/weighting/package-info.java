/** Plug-ins that say how much the soft decisions of a device count. */
@Export
@Version("1.0.0")
package org.limbeck.api.weighting;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
