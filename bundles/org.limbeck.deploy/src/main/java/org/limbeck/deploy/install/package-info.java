/**
 * The folder for plug-ins: which of its jars are installed, updated and removed, and whom they are
 * signed by.
 */
package org.limbeck.deploy.install;
