package org.sockmodel.runtime.kernel.families.create;

import java.util.List;
import org.sockmodel.runtime.kernel.families.Creation;
import org.sockmodel.runtime.kernel.families.CreationCheck;
import org.sockmodel.runtime.kernel.families.Proto;
import org.sockmodel.runtime.kernel.families.Socket;
import org.sockmodel.runtime.uapi.SocketType;

/** The steps that make a {@code struct sock} of the chosen entry ({@code net/core/sock.c}). */
final class SockSteps {

  private SockSteps() {
  }

  /** The socket's operations and {@code sk_alloc}. */
  static CreateStep skAlloc(int errno) {
    return new CreateStep() {
      @Override
      public int run(Creation c, Socket s) {
        s.ops(s.answer().ops());
        c.enter("sk_alloc");
        c.enter("sk_prot_alloc");
        s.hasSk(c.task().allocSk(s));
        int err = c.decide(CreationCheck.SK_ALLOC, 0, s.hasSk(), errno, s.answer());
        c.leave(err);
        return c.leave(err);
      }

      @Override
      public void undo(Creation c, Socket s) {
        c.task().freeSk(s);
        s.hasSk(false);
      }
    };
  }

  /** {@code sock_init_data}; what it sets is {@link Socket#defaults}. It jumps to its second half at its end. */
  static CreateStep sockInitData(boolean withUid) {
    return (c, s) -> {
      c.pass("sock_init_data");
      if (withUid) {
        c.pass("sock_init_data_uid");
      }
      return 0;
    };
  }

  /** A raw socket's protocol is its {@code inet_num}, under which it is hashed. */
  static CreateStep hash() {
    return (c, s) -> {
      if (s.type() == SocketType.SOCK_RAW) {
        s.inetNum(s.protocol());
      }
      if (s.inetNum() != 0 && !s.prot().hash().isEmpty()) {
        c.pass(s.prot().hash());
      }
      return 0;
    };
  }

  /** {@code sk->sk_prot->init}. */
  static CreateStep protInit() {
    return new CreateStep() {
      @Override
      public int run(Creation c, Socket s) {
        Proto prot = s.prot();
        List<String> symbols = prot.initSymbols();
        for (int i = 0; i < symbols.size(); i++) {
          c.enter(symbols.get(i));
        }
        int err = prot.init().init(c, s);
        for (int i = 0; i < symbols.size(); i++) {
          c.leave(err);
        }
        return err;
      }

      @Override
      public void undo(Creation c, Socket s) {
        if (s.subflow() != null) {
          c.layer().sockRelease(c, s.subflow());
          s.subflow(null);
        }
      }
    };
  }

  /** {@code BPF_CGROUP_RUN_PROG_INET_SOCK}. */
  static CreateStep cgroup() {
    return (c, s) -> s.kern() ? 0
        : c.decide(CreationCheck.CGROUP, 0, c.layer().security().inetSock(s), null);
  }
}
