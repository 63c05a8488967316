package org.sockmodel.dsl.validation;

import java.util.Collections;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.sockModel.AcceptCall;
import org.sockmodel.dsl.sockModel.FileDescriptor;
import org.sockmodel.dsl.sockModel.EpollCreateCall;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.dsl.sockModel.Statement;
import org.sockmodel.dsl.sockModel.ThreadScript;
import org.sockmodel.dsl.sockModel.Variable;

/** Descriptors: they are created before they are used, and are sockets where a socket is wanted. */
final class DescriptorValidator extends ConceptValidator {

  private static final Set<EReference> EPOLLS = Set.of(Literals.EPOLL_CTL__EPOLL, Literals.EPOLL_WAIT__EPOLL);

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
    boolean epollWanted = EPOLLS.contains(reference);
    boolean epoll = used instanceof Variable variable && variable.getCreation() instanceof EpollCreateCall;
    if (epoll != epollWanted) {
      error(epollWanted
          ? "'" + used.getName() + "' is a socket, but an epoll instance is wanted here; create one with: ep ="
              + " epoll_create()"
          : "'" + used.getName() + "' is an epoll instance; name a socket here", user, reference,
          IssueCodes.WRONG_KIND);
    }
    boolean sameThread = thread(user) == thread(used);
    if (sameThread && offset(used) >= offset(user)) {
      error("'" + used.getName() + "' is created only further down; create it before it is used", user, reference,
          IssueCodes.USED_BEFORE_CREATED);
    }
  }

  private static ThreadScript thread(EObject object) {
    return EcoreUtil2.getContainerOfType(object, ThreadScript.class);
  }

  private static int offset(EObject object) {
    return NodeModelUtils.findActualNodeFor(object).getOffset();
  }
}
