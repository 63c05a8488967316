/**
 * What happened when: a bounded number of spans from the first network activity on, and counts over the whole trace in
 * a fixed number of bins. For pictures, not for figures.
 */
package org.sockmodel.runtime.analysis.timeline;
