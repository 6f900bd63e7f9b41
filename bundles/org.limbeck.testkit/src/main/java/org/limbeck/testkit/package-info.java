/**
 * A contract for every kind of plug-in. A plug-in's own test extends the contract of its kind,
 * hands over the implementation, and inherits the tests:
 *
 * <pre>{@code
 * class RingTest extends TopologyContract {
 *   @Override
 *   protected Topology topology() {
 *     return new Ring();
 *   }
 * }
 * }</pre>
 *
 * <p>Where implementations may differ, a contract has further methods to override. JUnit Jupiter
 * runs the tests; nothing here is needed, or wanted, at run time.
 */
@Export
@Version("1.4.0")
package org.limbeck.testkit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
