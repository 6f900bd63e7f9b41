/**
 * Random streams that all devices draw alike from a seed, so that what they have to agree on costs
 * no bytes.
 */
@Export
@Version("1.1.0")
package org.limbeck.exchange.random;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
