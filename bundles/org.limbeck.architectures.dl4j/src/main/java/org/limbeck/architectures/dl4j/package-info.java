/**
 * Neural networks on DeepLearning4J: the plug-ins that build them or read them from files, and the
 * native code below.
 */
package org.limbeck.architectures.dl4j;
