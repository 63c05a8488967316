/**
 * What every CPU did: where its time went, and what {@code /proc/net/softnet_stat} would say of it as far as events
 * show that.
 */
package org.sockmodel.runtime.analysis.cpus;
