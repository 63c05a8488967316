/** Tests of the timeline. */
package org.sockmodel.tests.ui.trace.timeline;
