package org.sockmodel.runtime.kernel.families;

/**
 * What a creation asks of the calling task and of the machine's memory: {@code current}, the slab caches and the VFS.
 * {@link Process} is the plain one; a machine that has tasks of its own implements it anew.
 */
public interface CurrentTask {

  /** {@code ns_capable}. */
  boolean capable(Capability capability);

  /** Whether one of the task's groups lies in the range. */
  boolean inGroupRange(long low, long high);

  /**
   * {@code get_unused_fd_flags}: reserves the lowest free descriptor.
   *
   * @param flags SOCK_CLOEXEC marks the descriptor close-on-exec
   * @return the descriptor or a negative errno
   */
  int getUnusedFdFlags(int flags);

  /** {@code put_unused_fd}: gives a reserved descriptor back. */
  void putUnusedFd(int fd);

  /**
   * {@code put_user}: stores one of socketpair's descriptors in the caller's array.
   *
   * @return 0 or -EFAULT
   */
  int putUser(int index, int fd);

  /** Memory for a {@code struct socket} and its inode; false if there is none. */
  boolean allocSocket(Socket socket);

  /** The inode is given back. */
  void freeSocket(Socket socket);

  /** Memory for the {@code struct sock}, whose protocol is chosen; false if there is none. */
  boolean allocSk(Socket socket);

  /** The sock is given back. */
  void freeSk(Socket socket);

  /**
   * {@code alloc_empty_file}: a {@code struct file} for the socket.
   *
   * @return 0, -ENFILE or -ENOMEM
   */
  int allocFile(Socket socket);

  /** A file of {@link #allocFile} is given back, its socket is gone already. */
  void freeFile();

  /** {@code fd_install}: from now on the descriptor is the socket's file. */
  void fdInstall(int fd, Socket socket);
}
