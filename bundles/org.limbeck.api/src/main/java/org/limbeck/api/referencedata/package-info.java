/** Plug-ins that offer the public, unlabelled rows on which devices exchange soft decisions. */
@Export
@Version("1.1.0")
package org.limbeck.api.referencedata;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
