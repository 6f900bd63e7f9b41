/** Boots the OSGi framework of a Limbeck distribution; nothing here is seen by bundles. */
package org.limbeck.launcher;
