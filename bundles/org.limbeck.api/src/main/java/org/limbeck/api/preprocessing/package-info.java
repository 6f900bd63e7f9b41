/**
 * What turns samples as people write them into features, and classes into names: values that are
 * kept beside the weights of a model.
 */
@Export
@Version("1.0.0")
package org.limbeck.api.preprocessing;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
