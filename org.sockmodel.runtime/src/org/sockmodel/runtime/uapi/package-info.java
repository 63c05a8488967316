/**
 * The names and numbers that programs and the kernel share, as in Linux's {@code include/uapi}: families, types and
 * protocols of sockets, options, flags, events, signals and errnos.
 *
 * <p>Generated code writes these names, calls of the kernel take and return their numbers; they are those of Linux on
 * x86-64. This package must know nothing of models or of what any number does.
 */
package org.sockmodel.runtime.uapi;
