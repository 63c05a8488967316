/**
 * What may be written at a place: keywords, the kernel's constants, names, files, and templates of whole elements, each
 * with its meaning. This package must not know how an editor shows a list.
 */
package org.sockmodel.dsl.ide.completion;
