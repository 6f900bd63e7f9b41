/**
 * Plug-ins that say which devices talk to each other: fixed graphs, random ones, and ones from a
 * list.
 */
package org.limbeck.topologies;
