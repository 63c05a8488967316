package org.sockmodel.dsl.conversion;

import com.google.inject.Singleton;
import org.eclipse.xtext.common.services.DefaultTerminalConverters;
import org.eclipse.xtext.conversion.IValueConverter;
import org.eclipse.xtext.conversion.ValueConverter;
import org.eclipse.xtext.conversion.impl.AbstractValueConverter;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;

/**
 * The converters of the language's rules; those of ID and STRING are Xtext's own. One for all files: to look for the
 * converters in the grammar takes as long as to read a small model.
 */
@Singleton
public final class SockModelValueConverterService extends DefaultTerminalConverters {

  private final QuantityConverter quantity = new QuantityConverter();
  private final Dense dense = new Dense();
  private final NameConverter name = new NameConverter();

  @ValueConverter(rule = "QUANTITY")
  public IValueConverter<String> quantity() {
    return quantity;
  }

  @ValueConverter(rule = "Name")
  public IValueConverter<String> name() {
    return name;
  }

  @ValueConverter(rule = "QualifiedName")
  public IValueConverter<String> qualifiedName() {
    return dense;
  }

  @ValueConverter(rule = "ValueName")
  public IValueConverter<String> valueName() {
    return name;
  }

  @ValueConverter(rule = "ErrnoName")
  public IValueConverter<String> errnoName() {
    return name;
  }

  @ValueConverter(rule = "DottedName")
  public IValueConverter<String> dottedName() {
    return dense;
  }

  @ValueConverter(rule = "Symbol")
  public IValueConverter<String> symbol() {
    return name;
  }

  /** A name, be it an ordinary one or a word of the language. A leading ^ is allowed as in other Xtext languages. */
  private static final class NameConverter extends AbstractValueConverter<String> {

    @Override
    public String toValue(String text, INode node) {
      return text != null && text.startsWith("^") ? text.substring(1) : text;
    }

    @Override
    public String toString(String value) {
      return value;
    }
  }

  /** Several tokens that mean one thing; blanks and comments between them do not count. */
  private static final class Dense extends AbstractValueConverter<String> {

    @Override
    public String toValue(String text, INode node) {
      if (node == null) {
        return text;
      }
      StringBuilder dense = new StringBuilder();
      for (ILeafNode leaf : node.getLeafNodes()) {
        if (!leaf.isHidden()) {
          dense.append(leaf.getText());
        }
      }
      return dense.toString();
    }

    @Override
    public String toString(String value) {
      return value;
    }
  }
}
