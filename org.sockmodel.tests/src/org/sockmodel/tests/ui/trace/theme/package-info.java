/** Tests of the colours of traces. */
package org.sockmodel.tests.ui.trace.theme;
