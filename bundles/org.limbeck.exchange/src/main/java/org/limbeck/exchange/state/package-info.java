/**
 * What a channel knows between two rounds: the public copies of what senders have sent, alone or
 * shared, and the states that channels give and begin from.
 */
@Export
@Version("1.0.0")
package org.limbeck.exchange.state;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
