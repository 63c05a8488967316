package org.sockmodel.dsl;

import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.linking.ILinkingDiagnosticMessageProvider;
import org.eclipse.xtext.parser.antlr.ISyntaxErrorMessageProvider;
import org.eclipse.xtext.resource.IDefaultResourceDescriptionStrategy;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.serializer.ISerializer;
import org.eclipse.xtext.validation.IResourceValidator;
import org.sockmodel.dsl.conversion.SockModelValueConverterService;
import org.sockmodel.dsl.index.ImportDescriptions;
import org.sockmodel.dsl.index.ImportingFiles;
import org.sockmodel.dsl.message.LinkingMessages;
import org.sockmodel.dsl.message.SyntaxFirst;
import org.sockmodel.dsl.message.SyntaxMessages;
import org.sockmodel.dsl.serializer.LateSerializer;

/** Bindings of the language that differ from Xtext's defaults. */
public class SockModelRuntimeModule extends AbstractSockModelRuntimeModule {

  @Override
  public Class<? extends IValueConverterService> bindIValueConverterService() {
    return SockModelValueConverterService.class;
  }

  @Override
  public Class<? extends ISerializer> bindISerializer() {
    return LateSerializer.class;
  }

  public Class<? extends ILinkingDiagnosticMessageProvider.Extended> bindILinkingDiagnosticMessageProvider() {
    return LinkingMessages.class;
  }

  public Class<? extends ISyntaxErrorMessageProvider> bindISyntaxErrorMessageProvider() {
    return SyntaxMessages.class;
  }

  public Class<? extends IResourceValidator> bindIResourceValidator() {
    return SyntaxFirst.class;
  }

  public Class<? extends IDefaultResourceDescriptionStrategy> bindIDefaultResourceDescriptionStrategy() {
    return ImportDescriptions.class;
  }

  public Class<? extends IResourceDescription.Manager> bindIResourceDescription$Manager() {
    return ImportingFiles.class;
  }
}
