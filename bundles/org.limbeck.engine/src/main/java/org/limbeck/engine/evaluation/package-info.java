/** How well devices do between two rounds. */
package org.limbeck.engine.evaluation;
