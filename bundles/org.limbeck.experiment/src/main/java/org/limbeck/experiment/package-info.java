/** An experiment as validated values, and what can be wrong with one. */
@Export
@Version("1.0.0")
package org.limbeck.experiment;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
