/** The plug-ins that the running system offers, with their options. */
@Export
@Version("1.0.0")
package org.limbeck.experiment.plugin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
