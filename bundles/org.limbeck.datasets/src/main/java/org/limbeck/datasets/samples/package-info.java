/** Image files that a trained model is asked about. */
@Export
@Version("1.0.0")
package org.limbeck.datasets.samples;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
