/**
 * Recognises traces by what they hold, so that a double click opens them. This package must not know how they are read.
 */
package org.sockmodel.dsl.ui.trace.content;
