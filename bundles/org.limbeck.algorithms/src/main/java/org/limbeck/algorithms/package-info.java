/**
 * The algorithms by which devices learn together, each as a plug-in: distributed distillation, and
 * FedMD and its kin, which exchange soft decisions; the SGD family, which exchanges weights; and
 * local-only and pooled learning, which exchange nothing. Every plug-in makes a learner, which is
 * what takes part on a device, of the parts that also stand here: samplers, training steps,
 * buffers, exchanges.
 */
package org.limbeck.algorithms;
