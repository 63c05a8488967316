/** How often tasks are switched and woken, and how long a woken task waits for a CPU. */
package org.sockmodel.runtime.analysis.scheduling;
