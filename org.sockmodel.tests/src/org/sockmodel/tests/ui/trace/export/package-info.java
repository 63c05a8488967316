/** Tests of what is written to files. */
package org.sockmodel.tests.ui.trace.export;
