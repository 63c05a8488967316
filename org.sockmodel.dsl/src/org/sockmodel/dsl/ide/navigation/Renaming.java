package org.sockmodel.dsl.ide.navigation;

import java.util.regex.Pattern;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.xtext.ide.server.rename.RenameService2;

/** Renames an element and all that refers to it, in every file; refuses what would be no name. */
public final class Renaming extends RenameService2 {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  @Override
  public WorkspaceEdit rename(Options asked) {
    String name = asked.getRenameParams().getNewName();
    if (!NAME.matcher(name).matches()) {
      throw new ResponseErrorException(new ResponseError(ResponseErrorCode.InvalidParams,
          "'" + name + "' is no name; use letters, digits and _, a letter first", null));
    }
    return super.rename(asked);
  }
}
