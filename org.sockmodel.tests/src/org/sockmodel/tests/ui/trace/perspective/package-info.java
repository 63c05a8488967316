/** Tests of the views of a trace, together. */
package org.sockmodel.tests.ui.trace.perspective;
