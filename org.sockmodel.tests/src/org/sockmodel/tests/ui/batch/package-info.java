/** Tests of the command line in an Eclipse installation, without a display. */
package org.sockmodel.tests.ui.batch;
