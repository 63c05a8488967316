package org.sockmodel.dsl.ide.quickfix;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.sockmodel.dsl.naming.PortUsers;
import org.sockmodel.dsl.sockModel.FileDescriptor;
import org.sockmodel.dsl.sockModel.Listen;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.ThreadScript;
import org.sockmodel.dsl.sockModel.Traffic;

/** Lets the thread that has a socket read it. Of a socket that listens, a connection would have to be accepted. */
final class ReaderFix implements Fix {

  @Override
  public List<Proposal> of(Problem problem) {
    EObject element = problem.element().orElse(null);
    if (!(element instanceof Traffic traffic)) {
      return List.of();
    }
    Model model = EcoreUtil2.getContainerOfType(traffic, Model.class);
    return new PortUsers(model).sockets(traffic).stream()
        .filter(socket -> !listens(socket, model))
        .flatMap(socket -> problem.addLine(EcoreUtil2.getContainerOfType(socket, ThreadScript.class),
            "loop { recv " + socket.getName() + " 2048B }").stream())
        .map(edit -> Proposal.of("Read it in a loop", edit))
        .limit(1)
        .toList();
  }

  private static boolean listens(FileDescriptor socket, Model model) {
    return EcoreUtil2.getAllContentsOfType(model, Listen.class).stream()
        .anyMatch(listen -> listen.getSocket() == socket);
  }
}
