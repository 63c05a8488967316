/**
 * Draws any part of a history, whatever draws in the end: a window of time over rows, as filled boxes first and marks
 * (lines and texts) on top.
 *
 * <pre>
 *   TraceHistory + TimeWindow + TimelineLayout --TimelinePicture--> Fills, Marks --> pixels of a screen, SVG
 * </pre>
 *
 * <p>Drawing costs in proportion to the pixels, not to what the window covers. This package knows tones, not colours,
 * and nothing of windows, mice and keys.
 */
package org.sockmodel.runtime.history.picture;
