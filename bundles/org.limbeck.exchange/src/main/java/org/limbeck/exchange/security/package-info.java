/** Keys of devices, and signatures of what they send. Keys are read from files elsewhere. */
@Export
@Version("1.0.0")
package org.limbeck.exchange.security;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
