/**
 * The devices of a run as a whole: how they are made of services, anew or from a checkpoint, and
 * what they share.
 */
package org.limbeck.engine.network;
