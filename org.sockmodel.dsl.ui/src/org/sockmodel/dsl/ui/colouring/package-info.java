/**
 * Colours the text of a model: at once by its tokens, and by what its names stand for as soon as the language has read
 * it. Must not know how the language finds that out.
 */
package org.sockmodel.dsl.ui.colouring;
