/** What stands between a device and its estimate where its decisions are weighted. */
package org.limbeck.engine.weighting;
