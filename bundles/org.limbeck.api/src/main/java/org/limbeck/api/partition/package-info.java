/** Plug-ins that divide the private rows among the devices. */
@Export
@Version("1.1.0")
package org.limbeck.api.partition;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
