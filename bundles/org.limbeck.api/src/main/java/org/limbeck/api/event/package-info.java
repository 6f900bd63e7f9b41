/** What observers of a run are told. */
@Export
@Version("1.3.0")
package org.limbeck.api.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
