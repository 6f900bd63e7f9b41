/** How much the private rows of a device have revealed: the accounting of differential privacy. */
package org.limbeck.engine.privacy;
