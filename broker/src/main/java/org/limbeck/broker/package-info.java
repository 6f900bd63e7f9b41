/** A process with an MQTT broker in it, for trying things. */
package org.limbeck.broker;
