/**
 * Columns of numbers that one thread appends to while others read what they have been told of.
 *
 * <pre>
 *   writer: add(value) ... then tells a size by a volatile write of its own
 *   reader: reads that size, then get(index) of anything below it
 * </pre>
 *
 * <p>A column grows by chunks, so that what is stored is never moved once its first chunk is full. This package knows
 * nothing of traces.
 */
package org.sockmodel.runtime.history.column;
