/**
 * The transport {@code mqtt}: frames and announcements of devices as messages of an MQTT 5 broker,
 * which may be an embedded one.
 */
package org.limbeck.transport.mqtt;
