package org.sockmodel.runtime.kernel.families;

import static org.sockmodel.runtime.uapi.Errno.ENFILE;

/** The machine's open files: {@code files_stat} and {@code alloc_empty_file} ({@code fs/file_table.c}). */
public final class FileTable {

  private final long fileMax;
  private long files;

  /**
   * @param fileMax {@code fs.file-max}
   */
  public FileTable(long fileMax) {
    this.fileMax = fileMax;
  }

  /**
   * One more open file.
   *
   * @param privileged whether the bound does not hold for the caller (CAP_SYS_ADMIN)
   * @return 0 or -ENFILE
   */
  public int open(boolean privileged) {
    if (files >= fileMax && !privileged) {
      return -ENFILE;
    }
    files++;
    return 0;
  }

  /** One open file less. */
  public void close() {
    files--;
  }

  /** How many are open. */
  public long files() {
    return files;
  }
}
