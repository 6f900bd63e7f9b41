/** Plug-ins that carry frames between devices. */
@Export
@Version("1.2.0")
package org.limbeck.api.transport;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
