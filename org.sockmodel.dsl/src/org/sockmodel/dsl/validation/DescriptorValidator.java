package org.sockmodel.dsl.validation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.naming.DescriptorKind;
import org.sockmodel.dsl.sockModel.AcceptCall;
import org.sockmodel.dsl.sockModel.Close;
import org.sockmodel.dsl.sockModel.Fcntl;
import org.sockmodel.dsl.sockModel.FileDescriptor;
import org.sockmodel.dsl.sockModel.Receive;
import org.sockmodel.dsl.sockModel.Send;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.dsl.sockModel.Statement;
import org.sockmodel.dsl.sockModel.ThreadScript;

/** Descriptors: they are created before they are used, and are of a kind that the call takes. */
final class DescriptorValidator extends ConceptValidator {

  private static final Set<EReference> EPOLLS = Set.of(Literals.EPOLL_CTL__EPOLL, Literals.EPOLL_WAIT__EPOLL,
      Literals.EPOLL_PARAMS__EPOLL);

  @Check
  public void checkUses(Statement statement) {
    checkUsesOf(statement);
  }

  @Check
  public void checkUses(AcceptCall call) {
    checkUsesOf(call);
  }

  private void checkUsesOf(EObject user) {
    for (EReference reference : user.eClass().getEAllReferences()) {
      if (!reference.isContainment() && Literals.FILE_DESCRIPTOR.isSuperTypeOf(reference.getEReferenceType())) {
        Object used = user.eGet(reference);
        Iterable<?> all = used instanceof Iterable<?> many ? many : Collections.singletonList(used);
        for (Object descriptor : all) {
          if (descriptor instanceof FileDescriptor found && !found.eIsProxy()) {
            checkUse(user, reference, found);
          }
        }
      }
    }
  }

  private void checkUse(EObject user, EReference reference, FileDescriptor used) {
    DescriptorKind kind = DescriptorKind.of(used);
    Set<DescriptorKind> wanted = wanted(user, reference);
    if (!wanted.contains(kind)) {
      error("'" + used.getName() + "' is " + kind.description() + advice(wanted), user, reference,
          IssueCodes.WRONG_KIND);
    }
    boolean sameThread = thread(user) == thread(used);
    if (sameThread && offset(used) >= offset(user)) {
      error("'" + used.getName() + "' is created only further down; create it before it is used", user, reference,
          IssueCodes.USED_BEFORE_CREATED);
    }
  }

  private static Set<DescriptorKind> wanted(EObject user, EReference reference) {
    if (EPOLLS.contains(reference)) {
      return EnumSet.of(DescriptorKind.EPOLL);
    }
    if (user instanceof Receive receive && receive.getCall().equals("read")) {
      return EnumSet.of(DescriptorKind.SOCKET, DescriptorKind.PIPE_READ);
    }
    if (user instanceof Send send && send.getCall().equals("write")) {
      return EnumSet.of(DescriptorKind.SOCKET, DescriptorKind.PIPE_WRITE);
    }
    boolean anyFile = user instanceof Close || user instanceof Fcntl;
    return anyFile ? EnumSet.complementOf(EnumSet.of(DescriptorKind.EPOLL)) : EnumSet.of(DescriptorKind.SOCKET);
  }

  private static String advice(Set<DescriptorKind> wanted) {
    if (wanted.contains(DescriptorKind.EPOLL)) {
      return ", but an epoll instance is wanted here; create one with: ep = epoll_create()";
    }
    boolean anyEnd = wanted.contains(DescriptorKind.PIPE_READ) && wanted.contains(DescriptorKind.PIPE_WRITE);
    String pipe = wanted.stream().filter(kind -> kind != DescriptorKind.SOCKET).findFirst()
        .map(kind -> anyEnd ? " or a pipe" : " or " + kind.description()).orElse("");
    return "; name a socket" + pipe + " here";
  }

  private static ThreadScript thread(EObject object) {
    return EcoreUtil2.getContainerOfType(object, ThreadScript.class);
  }

  private static int offset(EObject object) {
    return NodeModelUtils.findActualNodeFor(object).getOffset();
  }
}
