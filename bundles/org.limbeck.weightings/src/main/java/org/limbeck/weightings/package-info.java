/** Plug-ins that weigh the soft decisions of a device by what it is likely to know. */
package org.limbeck.weightings;
