/** Tests of what becomes of a trace while it is open. */
package org.sockmodel.tests.ui.trace.session;
