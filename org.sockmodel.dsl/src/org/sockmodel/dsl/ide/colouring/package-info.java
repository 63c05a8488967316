/** The colours of a text by the meaning of its words. This package must not know the colours themselves. */
package org.sockmodel.dsl.ide.colouring;
