/**
 * What fast and slow messages are made of: where the time of those around the median and of the slowest goes, and what
 * the slowest have in common that the others have not. Works on the messages that {@code analysis.receive} finds.
 */
package org.sockmodel.runtime.analysis.latency;
