/** What a word means, shown where it stands. This package must not know where the explanations come from. */
package org.sockmodel.dsl.ide.hover;
