package org.sockmodel.runtime.history.picture;

/**
 * A stretch of time that somebody wants to find again.
 *
 * @param endNs the same as {@code beginNs} for an instant
 */
public record Bookmark(String name, long beginNs, long endNs) {
}
