/** Plug-ins that say which devices are neighbours. */
@Export
@Version("1.2.0")
package org.limbeck.api.topology;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
