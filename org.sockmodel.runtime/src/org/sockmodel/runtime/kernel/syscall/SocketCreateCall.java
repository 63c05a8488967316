package org.sockmodel.runtime.kernel.syscall;

import java.util.ArrayDeque;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.families.CreationPath;
import org.sockmodel.runtime.kernel.families.CreationPath.Modprobe;
import org.sockmodel.runtime.kernel.families.Process;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.Syscall;

/**
 * {@code socket(2)}, {@code net/socket.c}: a creation is computed at once, and the functions it went through are then
 * played in simulated time, the wait for modprobe and the clean-up after a failure included. {@code self}: the {@link
 * Request}; locals: {@code n} the result, {@code m} functions played. Returns the descriptor, or minus an errno.
 * Caveat: what modprobe loads is there for other callers from the beginning of the call.
 */
public final class SocketCreateCall extends KernelFunction {

  /**
   * What a thread asks for.
   *
   * @param process who asks
   * @param type with its flags
   * @param fd the descriptor that the socket gets, and that the call returns if it succeeds
   */
  public record Request(Process process, int family, int type, int protocol, int fd) {
  }

  /** Computes creations. */
  public interface Creator {

    /**
     * Creates and closes a socket of this kind.
     *
     * @param path is told the functions
     * @return 0, or minus an errno
     */
    int create(Process process, int family, int type, int protocol, CreationPath path);
  }

  private static final int BEGIN = 0;
  private static final int PLAY = 1;
  private static final int MODPROBE = 2;
  private static final int EXIT = 3;
  private static final int RETURN = 4;

  private final Creator creator;
  private final KernelFunction callUsermodehelper;
  private final long stepNs;
  private final SyscallExit exit;
  private final Names names;
  private final ArrayDeque<CreationPath> free = new ArrayDeque<>();

  /**
   * @param callUsermodehelper runs modprobe; its {@code n} is 1 if that is there
   */
  public SocketCreateCall(Path[] paths, Scheduler scheduler, Names names, Creator creator,
      KernelFunction callUsermodehelper) {
    super("__sys_socket");
    stepNs = PathPoint.SOCKET_CREATE_STEP.in(paths).totalNs();
    exit = new SyscallExit(Syscall.SOCKET, paths, scheduler);
    this.creator = creator;
    this.callUsermodehelper = callUsermodehelper;
    this.names = names;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    Request request = (Request) frame.self;
    switch (frame.pc) {
      case BEGIN -> begin(cpu, frame, request);
      case PLAY -> play(cpu, frame);
      case MODPROBE -> modprobe(cpu, frame);
      case EXIT -> exit.end(cpu, frame, frame.n, RETURN);
      default -> cpu.ret(frame, frame.n);
    }
  }

  private void begin(Cpu cpu, Frame frame, Request request) {
    cpu.trace().fire(Syscall.SOCKET.enter(), request.family(), request.type(), request.protocol());
    CreationPath path = free.isEmpty() ? new CreationPath() : free.poll();
    path.clear();
    int result = creator.create(request.process(), request.family(), request.type(), request.protocol(), path);
    frame.n = result < 0 ? result : request.fd();
    frame.other = path;
    frame.pc = PLAY;
  }

  private void play(Cpu cpu, Frame frame) {
    CreationPath path = (CreationPath) frame.other;
    if (frame.m == path.size()) {
      frame.other = null;
      free.add(path);
      exit.begin(cpu, frame, EXIT);
      return;
    }
    int index = (int) frame.m++;
    if (!path.inlined(index) && cpu.trace().functions()) {
      cpu.trace().function(names.intern(path.symbol(index)), names.intern(path.parent(index)));
    }
    cpu.spend(frame, stepNs, path.modprobe(index) == Modprobe.NONE ? PLAY : MODPROBE);
  }

  /** The function that was played last waits. */
  private void modprobe(Cpu cpu, Frame frame) {
    Modprobe modprobe = ((CreationPath) frame.other).modprobe((int) frame.m - 1);
    cpu.call(frame, callUsermodehelper, PLAY).n = modprobe == Modprobe.FOUND ? 1 : 0;
  }
}
