/**
 * Tests how the editor of traces is found again.
 */
package org.sockmodel.tests.dsl.ui.trace.timeline;
