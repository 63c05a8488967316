/**
 * The families' create functions, and the boot that registers what a profile declares.
 *
 * <pre>
 *   KernelProfile --Families.boot--> CreateTable (by name) --> StepFamily (its checks in C's order) --> NetFamilies
 * </pre>
 *
 * Every create function is a list of steps in the order of its C function. This package must not know who asks for
 * sockets or what is done with them.
 */
package org.sockmodel.runtime.kernel.families.create;
