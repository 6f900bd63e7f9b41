/** Runs whose results are compared with those that were recorded before. */
package org.limbeck.launcher.recording;
