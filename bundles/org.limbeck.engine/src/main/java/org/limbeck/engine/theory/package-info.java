/** What can be said of an experiment before anything is trained. */
@Export
@Version("1.1.0")
package org.limbeck.engine.theory;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
