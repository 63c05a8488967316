/**
 * What every analysis shares: which part of a trace a person asked about. The analyses themselves are sub-packages, one
 * per question.
 *
 * <p>Nothing below this package knows who made a trace, which format it had, or how results are shown.
 */
package org.sockmodel.runtime.analysis;
