/**
 * Runs the bundle of a plug-in in an OSGi framework, within a JUnit test: what the test gets is the
 * service that Declarative Services made from the bundle, so that it can be run through the
 * contract of its kind like any other object:
 *
 * <pre>{@code
 * class CylinderIT extends TopologyContract {
 *   @RegisterExtension static final PluginFramework FRAMEWORK = new PluginFramework();
 *
 *   @Override
 *   protected Topology topology() {
 *     return FRAMEWORK.plugin(Topology.class, "cylinder", Map.of("rows", 4));
 *   }
 * }
 * }</pre>
 */
@Export
@Version("1.0.0")
package org.limbeck.testkit.framework;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
