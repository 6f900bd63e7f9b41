/** How healthy a system is, for those who ask from outside: command lines, monitors, consoles. */
@Export
@Version("1.0.0")
package org.limbeck.health;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
