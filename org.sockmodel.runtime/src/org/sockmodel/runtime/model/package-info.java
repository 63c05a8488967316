/**
 * What a model declares, as plain data: machines, families, NICs, links, workloads and expectations.
 *
 * <pre>
 *   model.sockmodel --generator--> Model.declare() --> ModelDeclaration --scenario--> a running simulation
 * </pre>
 *
 * Generated code builds these objects, {@code scenario} reads them. Times are nanoseconds, sizes bytes, rates bits per
 * second; families, flags and other constants are those of {@code uapi}. This package must know neither the language
 * that a model was written in nor anything that runs it.
 */
package org.sockmodel.runtime.model;
