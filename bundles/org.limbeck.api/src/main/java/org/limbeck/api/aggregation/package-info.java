/** Plug-ins that combine the soft decisions of a device and of its neighbours. */
@Export
@Version("1.4.0")
package org.limbeck.api.aggregation;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
