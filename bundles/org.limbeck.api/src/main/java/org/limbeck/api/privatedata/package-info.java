/** Plug-ins that offer the labelled rows which are divided among the devices. */
@Export
@Version("1.2.0")
package org.limbeck.api.privatedata;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
