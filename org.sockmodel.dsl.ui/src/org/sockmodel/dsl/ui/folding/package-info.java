/**
 * Lets a user hide the blocks and comments that the language says can be hidden. Must not know what a block is.
 */
package org.sockmodel.dsl.ui.folding;
