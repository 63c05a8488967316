/**
 * The perspective in which traces are looked at. This package knows the ids of views and nothing else of them.
 */
package org.sockmodel.dsl.ui.trace.perspective;
