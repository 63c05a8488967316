/** Tests of the way from an empty workspace to the first report. */
package org.sockmodel.tests.ui.guide;
