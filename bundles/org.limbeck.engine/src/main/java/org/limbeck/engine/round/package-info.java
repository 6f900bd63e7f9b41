/** One round of all devices of this process. */
package org.limbeck.engine.round;
