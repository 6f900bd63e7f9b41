/** Starts the bundle of DeepLearning4J and ND4J. What these are made of is no code of ours. */
package org.limbeck.dl4j;
