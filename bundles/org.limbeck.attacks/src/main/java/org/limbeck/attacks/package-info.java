/** Plug-ins that falsify the soft decisions of adversaries. */
package org.limbeck.attacks;
