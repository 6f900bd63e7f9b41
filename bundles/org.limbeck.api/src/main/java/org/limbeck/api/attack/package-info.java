/** Plug-ins that say how adversaries lie, to test what withstands them. */
@Export
@Version("1.0.0")
package org.limbeck.api.attack;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
