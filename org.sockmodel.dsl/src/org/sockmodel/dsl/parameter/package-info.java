/**
 * What of a model can be given another value from outside, by the command line or by a sweep.
 *
 * <pre>
 *   rate                          let rate = ...
 *   host.netdev_budget            machine, and its kernel
 *   host.costs.copy
 *   eth0.ring                     nic, its driver, napi_weight
 *   eth0.moderation.rx_usecs
 *   one_reader.traffic.gap        workload, traffic (by its name, or traffic, traffic2 ... without one), port, gap
 *   one_reader.reader.cpu         workload, thread, nice
 * </pre>
 *
 * A value is put into the model as if it were written there, whether or not the model says one. So whatever is checked
 * about written values is checked about these. This package must not know where values come from.
 */
package org.sockmodel.dsl.parameter;
