/**
 * Which families, types and protocols a kernel was built with, as data: one {@code .families} file for each kernel.
 *
 * <pre>
 *   v6_18.families --ProfileReader--> KernelProfile --(+ what a model declares)--> KernelProfile
 * </pre>
 *
 * This package must not know what a create function does with the data.
 */
package org.sockmodel.runtime.kernel.families.profile;
