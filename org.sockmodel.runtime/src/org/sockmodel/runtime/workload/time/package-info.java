/**
 * Times that differ from one to the next: drawn from a distribution, or read from a file. Must not know what takes the
 * time.
 */
package org.sockmodel.runtime.workload.time;
