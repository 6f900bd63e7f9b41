/** The threads that work on devices. */
package org.limbeck.engine.worker;
