/**
 * Swaps of the network of a run in two phases: what is kept, what is made anew, and how knowledge
 * is handed over. What a swap asks for is read and checked elsewhere.
 */
package org.limbeck.engine.swap;
