package org.sockmodel.tests.kernel.families;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.kernel.families.Credentials;
import org.sockmodel.runtime.kernel.families.Process;
import org.sockmodel.runtime.kernel.families.Socket;
import org.sockmodel.runtime.kernel.families.SocketLayer;
import org.sockmodel.runtime.uapi.Errno;

/** A process for which one allocation fails; it writes down what is taken and what is given back. */
final class ShortOfMemory extends Process {

  private final int failing;
  private final List<String> log = new ArrayList<>();
  private int allocations;
  private int sockets;
  private int socks;

  /**
   * @param failing the allocation that fails, counted from 0
   */
  ShortOfMemory(SocketLayer layer, int failing) {
    super(layer, Credentials.ROOT);
    this.failing = failing;
  }

  /** What was taken and given back, in order. */
  List<String> log() {
    return log;
  }

  /** Everything that is held now. */
  String held() {
    return sockets + " sockets, " + socks + " socks, " + files().files() + " files, " + descriptors().size()
        + " descriptors";
  }

  @Override
  public int getUnusedFdFlags(int flags) {
    return next("fd") ? super.getUnusedFdFlags(flags) : -Errno.EMFILE;
  }

  @Override
  public void putUnusedFd(int fd) {
    log.add("-fd");
    super.putUnusedFd(fd);
  }

  @Override
  public boolean allocSocket(Socket socket) {
    boolean there = next("socket");
    sockets += there ? 1 : 0;
    return there;
  }

  @Override
  public void freeSocket(Socket socket) {
    log.add("-socket");
    sockets--;
  }

  @Override
  public boolean allocSk(Socket socket) {
    boolean there = next("sk");
    socks += there ? 1 : 0;
    return there;
  }

  @Override
  public void freeSk(Socket socket) {
    log.add("-sk");
    socks--;
  }

  @Override
  public int allocFile(Socket socket) {
    return next("file") ? super.allocFile(socket) : -Errno.ENFILE;
  }

  @Override
  public void freeFile() {
    log.add("-file");
    super.freeFile();
  }

  private boolean next(String what) {
    boolean there = allocations++ != failing;
    log.add(there ? "+" + what : "no " + what);
    return there;
  }
}
