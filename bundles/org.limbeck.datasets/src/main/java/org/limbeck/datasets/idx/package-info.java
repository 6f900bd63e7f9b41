/** Images in IDX files: MNIST, Fashion-MNIST, EMNIST, and files of your own. */
package org.limbeck.datasets.idx;
