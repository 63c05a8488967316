package org.sockmodel.dsl.validation;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.sockModel.Sigaction;
import org.sockmodel.dsl.sockModel.Sigprocmask;
import org.sockmodel.dsl.sockModel.Sigwait;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.dsl.sockModel.Tgkill;
import org.sockmodel.runtime.uapi.SignalFlag;

/** Signals: they exist, and are handled, blocked and waited for only if that is possible. */
final class SignalValidator extends ConceptValidator {

  private static final String HANDLER = "handler";
  private static final String SIGKILL = "SIGKILL";

  @Check
  public void checkTgkill(Tgkill call) {
    signal(call, Literals.TGKILL__SIGNAL);
  }

  @Check
  public void checkSigaction(Sigaction call) {
    signal(call, Literals.SIGACTION__SIGNAL);
    notKill(call, Literals.SIGACTION__SIGNAL, call.getSignal(), "has no handler and is not ignored");
    oneOf(call, Literals.SIGACTION__DISPOSITION, "disposition");
    symbols(call, Literals.SIGACTION__FLAGS, SignalFlag.numbers(), "flag");
    if (!call.getFlags().isEmpty() && !HANDLER.equals(call.getDisposition())) {
      error("only a handler has flags; delete them, or write handler", call, Literals.SIGACTION__FLAGS, 0,
          IssueCodes.WRONG_KIND);
    }
  }

  @Check
  public void checkSigprocmask(Sigprocmask call) {
    oneOf(call, Literals.SIGPROCMASK__HOW, "change of a signal mask");
    signal(call, Literals.SIGPROCMASK__SIGNAL);
    notKill(call, Literals.SIGPROCMASK__SIGNAL, call.getSignal(), "cannot be blocked");
  }

  @Check
  public void checkSigwait(Sigwait call) {
    signal(call, Literals.SIGWAIT__SIGNAL);
    notKill(call, Literals.SIGWAIT__SIGNAL, call.getSignal(), "cannot be waited for");
  }

  private void signal(EObject call, EStructuralFeature feature) {
    oneOf(call, feature, "signal");
  }

  private void oneOf(EObject call, EStructuralFeature feature, String kind) {
    word(call, feature, kind, IssueCodes.UNKNOWN_SYMBOL);
  }

  private void notKill(EObject call, EStructuralFeature feature, String signal, String fact) {
    if (SIGKILL.equals(signal)) {
      error("SIGKILL " + fact + "; name another signal", call, feature, IssueCodes.WRONG_KIND);
    }
  }
}
