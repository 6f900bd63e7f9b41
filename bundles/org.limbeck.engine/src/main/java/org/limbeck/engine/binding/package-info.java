/** The services of plug-ins that a run uses: configured, taken, replaced and given back. */
package org.limbeck.engine.binding;
