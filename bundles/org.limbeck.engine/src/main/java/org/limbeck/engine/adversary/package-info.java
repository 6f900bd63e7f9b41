/**
 * Devices that lie: what wraps an honest part of an algorithm so that it injects false decisions.
 */
package org.limbeck.engine.adversary;
