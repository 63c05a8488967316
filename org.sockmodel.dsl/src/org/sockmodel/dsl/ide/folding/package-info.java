/** The parts of a text that an editor may hide. This package must not know how it hides them. */
package org.sockmodel.dsl.ide.folding;
