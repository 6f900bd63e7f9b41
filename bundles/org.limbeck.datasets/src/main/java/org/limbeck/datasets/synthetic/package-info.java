/** Images drawn at random, to measure speed and memory with. */
package org.limbeck.datasets.synthetic;
