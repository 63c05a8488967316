/** How NAPI polls: packets per poll, empty polls and exhausted budgets, by device. */
package org.sockmodel.runtime.analysis.napi;
