/**
 * What all views of a trace share: they show the session of the editor that was active last, and one that was closed no
 * more. This package must not know any view.
 */
package org.sockmodel.dsl.ui.trace.view;
