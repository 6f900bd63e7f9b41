/** Steers a run while it goes on: what shells and consoles call. */
@Export
@Version("2.0.0")
package org.limbeck.engine.control;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
