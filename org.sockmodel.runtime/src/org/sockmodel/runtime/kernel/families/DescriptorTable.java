package org.sockmodel.runtime.kernel.families;

import static org.sockmodel.runtime.uapi.Errno.EMFILE;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A process's descriptors: {@code struct files_struct} ({@code fs/file.c}). The lowest free one is given first; finding
 * it costs a look at every word of the bitmap before it.
 */
public final class DescriptorTable {

  private final int limit;
  private final BitSet used = new BitSet();
  private final BitSet closeOnExec = new BitSet();
  private Object[] files = new Object[8];

  /**
   * @param limit descriptors are below this
   */
  public DescriptorTable(int limit) {
    this.limit = limit;
  }

  /**
   * Reserves the lowest free descriptor.
   *
   * @return the descriptor or -EMFILE
   */
  public int reserve(boolean cloexec) {
    int fd = used.nextClearBit(0);
    if (fd >= limit) {
      return -EMFILE;
    }
    used.set(fd);
    closeOnExec.set(fd, cloexec);
    return fd;
  }

  /** Puts a file behind a reserved descriptor. */
  public void install(int fd, Object file) {
    if (fd >= files.length) {
      files = Arrays.copyOf(files, Math.max(fd + 1, files.length * 2));
    }
    files[fd] = file;
  }

  /** Frees the descriptor. */
  public void free(int fd) {
    used.clear(fd);
    if (fd < files.length) {
      files[fd] = null;
    }
  }

  /** What is behind the descriptor; null if nothing is. */
  public Object file(int fd) {
    return fd >= 0 && fd < files.length ? files[fd] : null;
  }

  /** FD_CLOEXEC. */
  public boolean closeOnExec(int fd) {
    return closeOnExec.get(fd);
  }

  /** How many are in use. */
  public int size() {
    return used.cardinality();
  }
}
