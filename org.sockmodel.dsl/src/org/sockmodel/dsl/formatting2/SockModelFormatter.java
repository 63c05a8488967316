package org.sockmodel.dsl.formatting2;

import org.eclipse.xtext.formatting2.AbstractJavaFormatter;
import org.eclipse.xtext.formatting2.IFormattableDocument;
import org.sockmodel.dsl.sockModel.Machine;
import org.sockmodel.dsl.sockModel.Model;

/** Lays out a model. */
public class SockModelFormatter extends AbstractJavaFormatter {

  protected void format(Model model, IFormattableDocument document) {
    for (Machine machine : model.getMachines()) {
      document.format(machine);
    }
  }
}
