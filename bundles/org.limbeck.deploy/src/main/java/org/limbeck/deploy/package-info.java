/**
 * What reaches a running system from outside: plug-ins that come and go, and options that are set.
 */
@Export
@Version("1.0.0")
package org.limbeck.deploy;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
