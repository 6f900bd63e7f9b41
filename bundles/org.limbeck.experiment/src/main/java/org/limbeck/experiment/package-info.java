/**
 * Experiments, and devices on their own, as validated values, what a swap changes in one, and what
 * can be wrong with them.
 */
@Export
@Version("1.0.0")
package org.limbeck.experiment;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
