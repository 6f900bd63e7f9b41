/** YAML as a tree whose nodes know the line that they are from. */
@Export
@Version("1.0.0")
package org.limbeck.experiment.yaml;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
