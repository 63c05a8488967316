/** How NAPI polls: packets per poll, empty polls and exhausted budgets, by device and by NAPI context. */
package org.sockmodel.runtime.analysis.napi;
