/** CIFAR-10 and CIFAR-100, from their binary files. */
package org.limbeck.datasets.cifar;
