/** Image files in a folder per class: those of a dataset, and those of one device. */
package org.limbeck.datasets.images;
