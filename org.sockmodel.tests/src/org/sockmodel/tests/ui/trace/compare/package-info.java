/** Tests of two traces side by side. */
package org.sockmodel.tests.ui.trace.compare;
