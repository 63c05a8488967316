package org.sockmodel.dsl.validation;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.naming.DescriptorKind;
import org.sockmodel.dsl.sockModel.Bind;
import org.sockmodel.dsl.sockModel.Endpoint;
import org.sockmodel.dsl.sockModel.EpollCtl;
import org.sockmodel.dsl.sockModel.EpollWait;
import org.sockmodel.dsl.sockModel.Established;
import org.sockmodel.dsl.sockModel.Fcntl;
import org.sockmodel.dsl.sockModel.IfErrno;
import org.sockmodel.dsl.sockModel.Listen;
import org.sockmodel.dsl.sockModel.Poll;
import org.sockmodel.dsl.sockModel.Receive;
import org.sockmodel.dsl.sockModel.Send;
import org.sockmodel.dsl.sockModel.Sendto;
import org.sockmodel.dsl.sockModel.Setsockopt;
import org.sockmodel.dsl.sockModel.Shutdown;
import org.sockmodel.dsl.sockModel.Sleep;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.dsl.vocabulary.Vocabulary;
import org.sockmodel.runtime.uapi.FileFlag;
import org.sockmodel.runtime.uapi.MessageFlag;
import org.sockmodel.runtime.uapi.PollEvent;
import org.sockmodel.runtime.uapi.SocketOption;

/** The steps of thread scripts: sizes, times, ports, flags and options are what the call takes. */
final class CallValidator extends ConceptValidator {

  private static final long MOST_BYTES = Integer.MAX_VALUE;
  private static final long MOST_NS = 86_400_000_000_000L;

  @Check
  public void checkBind(Bind bind) {
    port(bind, Literals.BIND__PORT);
    path(bind, Literals.BIND__PATH, bind.getPath());
  }

  @Check
  public void checkEndpoint(Endpoint endpoint) {
    port(endpoint, Literals.ENDPOINT__PORT);
    path(endpoint, Literals.ENDPOINT__PATH, endpoint.getPath());
  }

  @Check
  public void checkEstablished(Established established) {
    port(established, Literals.ESTABLISHED__PORT);
  }

  @Check
  public void checkListen(Listen listen) {
    quantity(listen, Literals.LISTEN__BACKLOG, Dimension.NUMBER, 0, Integer.MAX_VALUE);
  }

  @Check
  public void checkReceive(Receive receive) {
    quantity(receive, Literals.RECEIVE__SIZE, Dimension.SIZE, 0, MOST_BYTES);
    symbols(receive, Literals.RECEIVE__FLAGS, MessageFlag.numbers(), "flag");
    takesNoFlags(receive, Literals.RECEIVE__FLAGS, receive.getCall(), "read", "recv");
  }

  @Check
  public void checkSend(Send send) {
    quantity(send, Literals.SEND__SIZE, Dimension.SIZE, 0, MOST_BYTES);
    symbols(send, Literals.SEND__FLAGS, MessageFlag.numbers(), "flag");
    takesNoFlags(send, Literals.SEND__FLAGS, send.getCall(), "write", "send");
  }

  @Check
  public void checkSendto(Sendto sendto) {
    quantity(sendto, Literals.SENDTO__SIZE, Dimension.SIZE, 0, MOST_BYTES);
    symbols(sendto, Literals.SENDTO__FLAGS, MessageFlag.numbers(), "flag");
  }

  @Check
  public void checkPoll(Poll poll) {
    symbols(poll, Literals.POLL__EVENTS, PollEvent.numbers(), "event");
    time(poll, Literals.POLL__TIMEOUT);
  }

  @Check
  public void checkEpollCtl(EpollCtl ctl) {
    word(ctl, Literals.EPOLL_CTL__OPERATION, "operation", IssueCodes.UNKNOWN_SYMBOL);
    symbols(ctl, Literals.EPOLL_CTL__EVENTS, PollEvent.numbers(), "event");
  }

  @Check
  public void checkEpollWait(EpollWait wait) {
    quantity(wait, Literals.EPOLL_WAIT__MAX, Dimension.NUMBER, 1, Integer.MAX_VALUE / 64);
    time(wait, Literals.EPOLL_WAIT__TIMEOUT);
  }

  @Check
  public void checkSetsockopt(Setsockopt call) {
    word(call, Literals.SETSOCKOPT__ALGORITHM, "congestion control", IssueCodes.UNKNOWN_SYMBOL);
    word(call, Literals.SETSOCKOPT__OPTION, "socket option", IssueCodes.UNKNOWN_SYMBOL);
    if (Vocabulary.SOCKET_OPTION.words().contains(call.getOption())) {
      switch (SocketOption.valueOf(call.getOption()).unit()) {
        case NS -> time(call, Literals.SETSOCKOPT__VALUE);
        case BYTES -> quantity(call, Literals.SETSOCKOPT__VALUE, Dimension.SIZE, 0, MOST_BYTES);
        default -> quantity(call, Literals.SETSOCKOPT__VALUE, Dimension.NUMBER, 0, Integer.MAX_VALUE);
      }
    }
  }

  @Check
  public void checkFcntl(Fcntl call) {
    word(call, Literals.FCNTL__SIGNAL, "signal", IssueCodes.UNKNOWN_SYMBOL);
    symbols(call, Literals.FCNTL__FLAGS, FileFlag.numbers(), "flag");
    boolean ofSocket = call.getSocket() == null || DescriptorKind.of(call.getSocket()) == DescriptorKind.SOCKET;
    if (!ofSocket && call.getFlags().contains("O_ASYNC")) {
      error("only a socket sends SIGIO in a simulation; leave O_ASYNC out", call, Literals.FCNTL__FLAGS,
          call.getFlags().indexOf("O_ASYNC"), IssueCodes.WRONG_KIND);
    }
    if (!ofSocket && call.getSignal() != null) {
      error("only a socket sends a signal in a simulation; delete this call", call, Literals.FCNTL__SIGNAL,
          IssueCodes.WRONG_KIND);
    }
  }

  @Check
  public void checkSleep(Sleep sleep) {
    time(sleep, Literals.SLEEP__TIME);
  }

  @Check
  public void checkShutdown(Shutdown shutdown) {
    word(shutdown, Literals.SHUTDOWN__HOW, "half of a connection", IssueCodes.UNKNOWN_SYMBOL);
  }

  @Check
  public void checkIfErrno(IfErrno question) {
    word(question, Literals.IF_ERRNO__ERRNO, "errno", IssueCodes.UNKNOWN_SYMBOL);
  }


  private void path(EObject owner, EStructuralFeature feature, String path) {
    if (path != null && (path.isEmpty() || path.length() > 107)) {
      error("a socket's path has 1 to 107 characters; " + (path.isEmpty() ? "name one" : "shorten it"), owner, feature,
          IssueCodes.OUT_OF_RANGE);
    }
  }

  private void time(EObject owner, EStructuralFeature feature) {
    quantity(owner, feature, Dimension.TIME, 0, MOST_NS);
  }

  private void takesNoFlags(EObject owner, EStructuralFeature flags, String call, String without, String with) {
    if (without.equals(call) && !((List<?>) owner.eGet(flags)).isEmpty()) {
      error(without + " takes no flags; use " + with, owner, flags, 0, IssueCodes.WRONG_KIND);
    }
  }
}
