/**
 * Neural networks in pure Java: their plug-ins, layers and training, and the kernels that compute
 * them, plain or with vector instructions, to the same bits.
 */
package org.limbeck.architectures.vector;
