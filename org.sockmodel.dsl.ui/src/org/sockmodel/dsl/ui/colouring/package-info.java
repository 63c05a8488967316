/**
 * Colours the text of a model by its tokens; must not know what the tokens mean.
 */
package org.sockmodel.dsl.ui.colouring;
