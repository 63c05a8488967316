/**
 * The editor that opens traces and shows them as a timeline: paints {@code TimelinePicture}, and turns the mouse and
 * the keys into another window, choice or row of the session. This package must not know the other views.
 */
package org.sockmodel.dsl.ui.trace.timeline;
