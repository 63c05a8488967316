/**
 * Two reports side by side: what changed from the first to the second, and whether that is more than noise. Knows
 * reports only, not traces.
 */
package org.sockmodel.runtime.report.diff;
