/** Trained networks in the format of ONNX (Open Neural Network Exchange), for other programs. */
@Export
@Version("1.0.0")
package org.limbeck.onnx;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
