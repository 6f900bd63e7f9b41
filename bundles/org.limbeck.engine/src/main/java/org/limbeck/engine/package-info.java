/** Reads experiments and runs them. */
@Export
@Version("2.1.0")
package org.limbeck.engine;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
