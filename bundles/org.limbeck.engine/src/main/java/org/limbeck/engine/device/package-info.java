/**
 * Devices at work: how one is made, what it is made of, and what is left of it when it is saved.
 */
package org.limbeck.engine.device;
