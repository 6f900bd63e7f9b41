/** The plug-ins that the running system offers. */
@Export
@Version("1.1.0")
package org.limbeck.engine.plugin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
