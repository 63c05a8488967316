/**
 * Models that a model refers to: those it imports, and the shipped ones that describe Linux.
 *
 * <pre>
 *   import linux.v6_18.inet   --> library/linux/v6_18/inet.sockmodel, shipped with this bundle
 *   import "host.sockmodel"   --> the file beside the importing one
 *   kernel linux.v6_18        --> library/linux/v6_18/profile.sockmodel, unless the model declares families
 * </pre>
 *
 * This package must not know what the imported elements are used for.
 */
package org.sockmodel.dsl.library;
