/** Rows of numbers in CSV files: those of a dataset, and those of one device. */
package org.limbeck.datasets.csv;
