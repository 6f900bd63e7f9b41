/**
 * One device at work: what it is made of, what it does, and what is left of it when it is saved.
 */
package org.limbeck.engine.device;
