/** Plug-ins that make models: what a device predicts with and trains. */
@Export
@Version("1.3.0")
package org.limbeck.api.architecture;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
