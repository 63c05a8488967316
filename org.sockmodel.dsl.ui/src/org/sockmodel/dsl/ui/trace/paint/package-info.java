/**
 * Pictures on a screen and in images: boxes as pixels, marks with a graphics context. This package must not know what
 * the pictures show.
 */
package org.sockmodel.dsl.ui.trace.paint;
