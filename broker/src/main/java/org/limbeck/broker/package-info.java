/** A broker for trying things. */
package org.limbeck.broker;
