/** Tests of what is known of CPUs and tasks from events. */
package org.sockmodel.tests.analysis.state;
