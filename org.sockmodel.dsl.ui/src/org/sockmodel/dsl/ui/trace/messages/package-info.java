/**
 * The table of messages: one row for each that a reader got, with what it took and cost. This package must not know the
 * other views.
 */
package org.sockmodel.dsl.ui.trace.messages;
