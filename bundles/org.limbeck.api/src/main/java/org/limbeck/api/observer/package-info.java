/** Plug-ins that write what happens in a run where other tools read it. */
@Export
@Version("1.0.0")
package org.limbeck.api.observer;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
