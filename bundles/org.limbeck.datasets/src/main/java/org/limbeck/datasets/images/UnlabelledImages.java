package org.limbeck.datasets.images;

import java.util.List;
import org.limbeck.datasets.rows.ImageTable;

/**
 * Images for reference.
 *
 * @param images the images; their labels mean nothing
 * @param notices what people should know about how they were read
 */
record UnlabelledImages(ImageTable images, List<String> notices) {}
